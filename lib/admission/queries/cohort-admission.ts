import { awaitsOwnAnswer, countStates } from '@/lib/application/own-answer';
import type { ApplicationState } from '@/lib/application/rules/states';
import type { Actor } from '@/lib/kernel/actor';
import { isId, type OfferId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { parseState } from '@/lib/kernel/state-machine';
import { fromDateColumn, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { isAssessed } from '@/lib/programme/rules/cohort-states';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';
import { placesLeft } from '../rules/capacity';
import { offerStanding } from '../rules/offer-standing';
import { offerMoves, type OfferState } from '../rules/offer-states';
import { countWaiting, readRelease } from '../store/release';

/** An offer in the staff's list. `standing` is read from the clock. */
export interface OfferRow {
  readonly offerId: OfferId;
  readonly reference: string;
  readonly name: string;
  readonly standing: OfferState;
  readonly respondBy: LocalDate;
  readonly openedAt: Instant | null;
  readonly answeredAt: Instant | null;
}

export interface CohortAdmission {
  readonly cohort: CohortFacts;
  /** The reader has applied themselves, and the answers are not out: the ranking and its release are for others. */
  readonly awaitsOwnAnswer: boolean;
  /** How many applications are in each state (`countStates`). */
  readonly applications: Readonly<Record<ApplicationState, number>>;
  /** How many wait for a conclusion that the reader can make. */
  readonly toConclude: number;
  readonly lockedAt: Instant | null;
  /** How many places in the order were locked, not counting one that is the reader's secret; null before the lock. */
  readonly lockedPositions: number | null;
  readonly releasedAt: Instant | null;
  readonly releasedBy: string | null;
  readonly offers: Readonly<Record<OfferState, number>>;
  /** How many stand on the waiting list now. */
  readonly waiting: number;
  readonly refused: number;
  /** How many applicants have been asked for more and have not answered; none once it can change nothing. */
  readonly awaited: number;
  /** Places that nobody holds, by the counter: a lapse not yet written down still holds one. */
  readonly placesLeft: number;
  /** By answer awaited first, then name; null for those who may not read outcomes by name. */
  readonly offerRows: readonly OfferRow[] | null;
}

/** Where a cohort's admission stands, in figures, for the staff's pages. */
export async function cohortAdmission(
  platform: Platform,
  actor: Actor,
  args: { readonly cohortId: string },
): Promise<Result<CohortAdmission, { kind: 'forbidden' } | { kind: 'not-found' }>> {
  if (!can(actor, 'read-cohorts')) return refuse({ kind: 'forbidden' });
  if (!isId(args.cohortId)) return refuse({ kind: 'not-found' });
  const { db } = platform;
  const cohort = await readCohort(db, args.cohortId);
  if (cohort === null) return refuse({ kind: 'not-found' });
  const cohortId = cohort.id;
  const now = await readNow(platform);
  const awaits = await awaitsOwnAnswer(db, actor, cohortId);
  const [states, ranking, release, waiting, refused, awaited, rows] = await Promise.all([
    countStates(db, actor, { cohortId, awaits }),
    db.ranking.findUnique({
      where: { cohortId },
      select: { lockedAt: true, _count: { select: { positions: othersIf(awaits, actor) } } },
    }),
    readRelease(db, cohortId),
    countWaiting(db, cohortId),
    db.admissionNotice.count({ where: { cohortId, kind: 'refusal' } }),
    isAssessed[cohort.state]
      ? db.application.count({
          where: {
            cohortId,
            state: { not: 'withdrawn' },
            requests: { some: { state: 'open' } },
          },
        })
      : 0,
    db.offer.findMany({
      where: { cohortId },
      include: { application: { select: { reference: true, applicantName: true } } },
    }),
  ]);
  const offers = rows.map((row): OfferRow => {
    const respondBy = fromDateColumn(row.respondBy);
    const state = parseState(offerMoves, row.state);
    return {
      offerId: row.id as OfferId,
      reference: row.application.reference,
      name: row.application.applicantName ?? '',
      standing: offerStanding({ state, respondBy, zone: cohort.zone }, now),
      respondBy,
      openedAt: row.openedAt,
      answeredAt: row.answeredAt,
    };
  });
  return ok({
    cohort,
    awaitsOwnAnswer: awaits,
    applications: states.byState,
    toConclude: states.toConclude,
    lockedAt: ranking?.lockedAt ?? null,
    lockedPositions: ranking?._count.positions ?? null,
    releasedAt: release?.at ?? null,
    releasedBy: release?.by ?? null,
    offers: counted(
      offerMoves,
      offers.map((offer) => [offer.standing, 1]),
    ),
    waiting,
    refused,
    awaited,
    placesLeft: placesLeft(cohort),
    offerRows: can(actor, 'read-ranking') ? offers.sort(awaitedFirst) : null,
  });
}

/** All places in the ranking, or all but the reader's own. */
function othersIf(awaits: boolean, actor: Actor) {
  if (!awaits || actor.kind !== 'person') return true;
  return { where: { application: { applicantId: { not: actor.userId } } } };
}

function awaitedFirst(a: OfferRow, b: OfferRow): number {
  const awaited = Number(b.standing === 'open') - Number(a.standing === 'open');
  return awaited || a.name.localeCompare(b.name, 'nb');
}

/** A figure for every state, zero for those that do not occur. */
function counted<State extends string>(
  moves: Readonly<Record<State, unknown>>,
  found: readonly (readonly [string, number])[],
): Record<State, number> {
  const states = Object.keys(moves) as State[];
  return Object.fromEntries(
    states.map((state) => [
      state,
      found.reduce((sum, [each, count]) => (each === state ? sum + count : sum), 0),
    ]),
  ) as Record<State, number>;
}
