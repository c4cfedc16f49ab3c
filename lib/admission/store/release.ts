import { sha256, newId } from '@/lib/platform/ids';
import type { Tx } from '@/lib/platform/database';
import {
  asId,
  type ApplicationId,
  type CohortId,
  type OfferId,
  type UserId,
} from '@/lib/kernel/ids';
import { toDateColumn, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { planRelease, type ReleasePlan } from '../rules/release-plan';
import { readCandidates, type Candidate, type Reader } from './candidates';
import { readLockedRanking, readNames, type LockedRanking } from './ranking';

export interface ReleaseRecord {
  readonly at: Instant;
  readonly by: string;
}

/** Everything that a release rests on, read at one moment. */
export interface ReleaseSituation {
  readonly ranking: LockedRanking | null;
  readonly released: ReleaseRecord | null;
  readonly candidates: ReadonlyMap<ApplicationId, Candidate>;
  /** Who gets what; after the release, who got what. Empty before the lock. */
  readonly plan: ReleasePlan;
  /** Changes when anybody's outcome, or anything that a letter says, changes. */
  readonly fingerprint: string;
}

/** Reads a release before it is made, or as it was made. */
export async function readReleaseSituation(
  prisma: Reader,
  cohort: CohortFacts,
): Promise<ReleaseSituation> {
  const ranking = await readLockedRanking(prisma, cohort.id);
  const released = await readRelease(prisma, cohort.id);
  const ranked = ranking?.positions.map((each) => each.applicationId) ?? [];
  const toldAlready = released === null ? [] : await readTold(prisma, cohort.id);
  const all = await readCandidates(prisma, cohort.id, [...ranked, ...toldAlready]);
  const candidates = new Map(all.map((each) => [each.applicationId, each]));
  const plan =
    released === null
      ? planFor(cohort, ranking, candidates)
      : await readReleasedPlan(prisma, cohort.id, released.at, ranking);
  const recipients = all.map((each) => [
    each.applicationId,
    each.name,
    each.email,
    each.locale,
    each.conclusionReason,
  ]);
  const fingerprint = sha256(JSON.stringify({ plan, recipients, cohort }));
  return { ranking, released, candidates, plan, fingerprint };
}

/** Keeps applicants from withdrawing between the plan and its release. Before the cohort's lock. */
export async function lockCandidates(tx: Tx, cohortId: CohortId): Promise<void> {
  if (tx.platform.locks === 'off') return;
  await tx.prisma.$queryRaw`
    select id from application
    where cohort_id = ${cohortId}::uuid and state in ('qualified', 'not-qualified')
    order by id for no key update`;
}

/** The cohort's release, or null before it. */
export async function readRelease(prisma: Reader, cohortId: string): Promise<ReleaseRecord | null> {
  const row = await prisma.release.findUnique({ where: { cohortId } });
  if (row === null) return null;
  const names = await readNames(prisma, [row.byId]);
  return { at: row.releasedAt, by: names.get(row.byId) ?? '' };
}

export async function storeRelease(
  tx: Tx,
  release: { readonly cohortId: CohortId; readonly byId: UserId; readonly at: Instant },
): Promise<string> {
  const id = newId<'Release'>();
  const { cohortId, byId, at } = release;
  await tx.prisma.release.create({ data: { id, cohortId, byId, releasedAt: at } });
  return id;
}

/** How many stand on the waiting list now: those who were told so and have not withdrawn since. */
export async function countWaiting(
  prisma: Reader,
  cohortId: string,
  { before }: { readonly before?: number } = {},
): Promise<number> {
  return prisma.admissionNotice.count({
    where: {
      cohortId,
      waitingListNumber: before === undefined ? { not: null } : { lt: before },
      application: { state: { not: 'withdrawn' }, offers: { none: {} } },
    },
  });
}

/** An offer as it is released: open from its first moment, with the hash of its link's secret. */
export interface NewOffer {
  readonly id: OfferId;
  readonly applicationId: ApplicationId;
  readonly linkHash: string;
}

/** Stores open offers; the table's triggers take their places. Under the cohort's lock. */
export async function storeOffers(
  tx: Tx,
  release: {
    readonly cohortId: CohortId;
    readonly respondBy: LocalDate;
    readonly at: Instant;
    readonly offers: readonly NewOffer[];
  },
): Promise<void> {
  const { cohortId, respondBy, at, offers } = release;
  await tx.prisma.offer.createMany({
    data: offers.map((offer) => ({
      ...offer,
      cohortId,
      state: 'open',
      respondBy: toDateColumn(respondBy),
      preparedAt: at,
      openedAt: at,
    })),
  });
}

/** Stores what those without an offer are told. */
export async function storeNotices(
  tx: Tx,
  release: { readonly cohortId: CohortId; readonly at: Instant; readonly plan: ReleasePlan },
): Promise<void> {
  const { cohortId, at, plan } = release;
  const common = { cohortId, releasedAt: at };
  await tx.prisma.admissionNotice.createMany({
    data: [
      ...plan.waitingList.map(({ applicationId, number }) => ({
        ...common,
        id: newId(),
        applicationId,
        kind: 'waiting-list',
        waitingListNumber: number,
      })),
      ...plan.refusals.map((applicationId) => ({
        ...common,
        id: newId(),
        applicationId,
        kind: 'refusal',
      })),
    ],
  });
}

function planFor(
  cohort: CohortFacts,
  ranking: LockedRanking | null,
  candidates: ReadonlyMap<ApplicationId, Candidate>,
): ReleasePlan {
  if (ranking === null) return { offers: [], waitingList: [], refusals: [] };
  return planRelease({
    capacity: cohort.capacity,
    placesTaken: cohort.placesTaken,
    positions: ranking.positions.map(({ applicationId, position }) => ({
      applicationId,
      position,
      withdrawn: candidates.get(applicationId)?.state !== 'qualified',
    })),
    notQualified: [...candidates.values()]
      .filter((each) => each.state === 'not-qualified')
      .map((each) => each.applicationId),
  });
}

async function readTold(prisma: Reader, cohortId: string): Promise<string[]> {
  const rows = await prisma.admissionNotice.findMany({
    where: { cohortId },
    select: { applicationId: true },
  });
  return rows.map((row) => row.applicationId);
}

async function readReleasedPlan(
  prisma: Reader,
  cohortId: string,
  at: Instant,
  ranking: LockedRanking | null,
): Promise<ReleasePlan> {
  const offers = await prisma.offer.findMany({
    where: { cohortId, preparedAt: at },
    select: { applicationId: true },
  });
  const notices = await prisma.admissionNotice.findMany({
    where: { cohortId, releasedAt: at },
    select: { applicationId: true, waitingListNumber: true },
    orderBy: [{ waitingListNumber: 'asc' }, { application: { arrivalNumber: 'asc' } }],
  });
  const positions = new Map<string, number>(
    ranking?.positions.map((each) => [each.applicationId, each.position]),
  );
  const placed = (applicationId: string) => ({
    applicationId: asId<'Application'>(applicationId),
    position: positions.get(applicationId) ?? 0,
  });
  return {
    offers: offers.map((row) => placed(row.applicationId)).sort((a, b) => a.position - b.position),
    waitingList: notices.flatMap(({ applicationId, waitingListNumber: number }) =>
      number === null ? [] : [{ ...placed(applicationId), number }],
    ),
    refusals: notices
      .filter((row) => row.waitingListNumber === null)
      .map((row) => asId<'Application'>(row.applicationId)),
  };
}
