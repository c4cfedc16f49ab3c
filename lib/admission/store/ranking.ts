import { Prisma } from '@/prisma/generated/client';
import { asId, type ApplicationId, type CohortId, type UserId } from '@/lib/kernel/ids';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { newId, sha256 } from '@/lib/platform/ids';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { rank, type Override, type PriorityClass, type RankedPosition } from '../rules/ranking';
import type { Reason } from '../rules/reasons';
import { rankingFactsOf, type Candidate, type Reader } from './candidates';

/** A move that counts, with who made it. */
export interface StoredOverride extends Override {
  readonly id: string;
  readonly byId: UserId;
}

/** A place as it was frozen. */
export interface FrozenPosition extends RankedPosition {
  readonly override: Override | null;
}

export interface LockedRanking {
  readonly id: string;
  readonly lockedAt: Instant;
  readonly lockedBy: string;
  /** By position. */
  readonly positions: readonly FrozenPosition[];
}

/** What is frozen beside a position's reasons when it was moved. */
interface FrozenOverride {
  readonly toPosition: number;
  readonly positionByCriteria: number;
  readonly reason: string;
  readonly by: string;
  readonly byId: string;
  readonly at: string;
}

/** The moves that count in a cohort: one at most for an application. */
export async function readOverrides(prisma: Reader, cohortId: string): Promise<StoredOverride[]> {
  const rows = await prisma.rankingOverride.findMany({
    where: { cohortId, withdrawnAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const names = await readNames(
    prisma,
    rows.map((row) => row.byId),
  );
  return rows.map((row) => ({
    id: row.id,
    applicationId: asId(row.applicationId),
    toPosition: row.toPosition,
    reason: row.reason,
    by: names.get(row.byId) ?? '',
    byId: asId(row.byId),
    at: row.at,
  }));
}

/** The order as it would be locked now: qualified applications, by the cohort's criteria and the moves. */
export function rankCandidates(
  cohort: CohortFacts,
  candidates: readonly Candidate[],
  overrides: readonly Override[],
): RankedPosition[] {
  return rank({
    applications: candidates.filter((each) => each.state === 'qualified').map(rankingFactsOf),
    criteria: cohort.rankingCriteria,
    applicationDeadline: cohort.applicationDeadline,
    overrides,
  });
}

/**
 * Changes when anything changes that an officer looks through before the lock: the order, its classes,
 * reasons and moves, and who gets no place in it.
 */
export function rankingFingerprint(
  positions: readonly RankedPosition[],
  candidates: readonly Candidate[],
): string {
  const order = positions.map(({ applicationId, positionByCriteria, priorityClass, reasons }) => [
    applicationId,
    positionByCriteria,
    priorityClass,
    reasons,
  ]);
  const notQualified = candidates
    .filter((each) => each.state === 'not-qualified')
    .map((each) => [each.applicationId, each.conclusionReason]);
  return sha256(JSON.stringify({ order, notQualified }));
}

/** The cohort's locked ranking, or null before the lock. */
export async function readLockedRanking(
  prisma: Reader,
  cohortId: string,
): Promise<LockedRanking | null> {
  const row = await prisma.ranking.findUnique({
    where: { cohortId },
    include: { positions: { orderBy: { position: 'asc' } } },
  });
  if (row === null) return null;
  const names = await readNames(prisma, [row.lockedById]);
  return {
    id: row.id,
    lockedAt: row.lockedAt,
    lockedBy: names.get(row.lockedById) ?? '',
    positions: row.positions.map((position) => {
      const applicationId = asId<'Application'>(position.applicationId);
      const frozen = position.override as FrozenOverride | null;
      return {
        applicationId,
        position: position.position,
        priorityClass: position.priorityClass as PriorityClass,
        reasons: position.reasons as unknown as readonly Reason[],
        positionByCriteria: frozen?.positionByCriteria ?? position.position,
        override:
          frozen === null
            ? null
            : {
                applicationId,
                toPosition: frozen.toPosition,
                reason: frozen.reason,
                by: frozen.by,
                at: new Date(frozen.at),
              },
      };
    }),
  };
}

/** Freezes an order with the facts that it rests on. Under the cohort's lock. */
export async function storeRanking(
  tx: Tx,
  ranking: {
    readonly cohort: CohortFacts;
    readonly positions: readonly RankedPosition[];
    readonly candidates: readonly Candidate[];
    readonly overrides: readonly StoredOverride[];
    readonly lockedById: UserId;
    readonly lockedAt: Instant;
  },
): Promise<string> {
  const { cohort, positions, candidates, overrides, lockedById, lockedAt } = ranking;
  const id = newId<'Ranking'>();
  const facts = new Map(candidates.map((each) => [each.applicationId, rankingFactsOf(each)]));
  const movedBy = new Map(overrides.map((each) => [each.applicationId, each.byId]));
  await tx.prisma.ranking.create({
    data: {
      id,
      cohortId: cohort.id,
      criteria: [...cohort.rankingCriteria],
      lockedAt,
      lockedById,
    },
  });
  await tx.prisma.rankingPosition.createMany({
    data: positions.map((position) => ({
      id: newId(),
      rankingId: id,
      applicationId: position.applicationId,
      position: position.position,
      priorityClass: position.priorityClass,
      facts: json({ ...facts.get(position.applicationId), deadline: cohort.applicationDeadline }),
      reasons: json(position.reasons),
      override:
        position.override === null
          ? Prisma.DbNull
          : json({
              toPosition: position.override.toPosition,
              positionByCriteria: position.positionByCriteria,
              reason: position.override.reason,
              by: position.override.by,
              byId: movedBy.get(position.applicationId) ?? '',
              at: position.override.at.toISOString(),
            } satisfies FrozenOverride),
    })),
  });
  return id;
}

/** Stores a move in the place of the one that counted for the same application, which is kept. */
export async function storeOverride(
  tx: Tx,
  override: {
    readonly cohortId: CohortId;
    readonly applicationId: ApplicationId;
    readonly toPosition: number;
    readonly reason: string;
    readonly byId: UserId;
    readonly at: Instant;
  },
): Promise<void> {
  await withdrawOverrides(tx, override.applicationId, override.at);
  await tx.prisma.rankingOverride.create({ data: { id: newId(), ...override } });
}

/** Takes the move of an application out of force; its row is kept. True when there was one. */
export async function withdrawOverrides(
  tx: Tx,
  applicationId: ApplicationId,
  at: Instant,
): Promise<boolean> {
  const { count } = await tx.prisma.rankingOverride.updateMany({
    where: { applicationId, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  return count > 0;
}

/** Names of people by id; the address when no name is known. */
export async function readNames(
  prisma: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const users = await prisma.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, email: true },
  });
  return new Map(users.map((user) => [user.id, user.name ?? user.email]));
}

function json(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}
