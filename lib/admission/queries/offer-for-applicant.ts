import { applicationMoves, type ApplicationState } from '@/lib/application/rules/states';
import { isReference } from '@/lib/application/store';
import type { Actor } from '@/lib/kernel/actor';
import { asId, type ApplicationId, type OfferId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { parseState } from '@/lib/kernel/state-machine';
import { daysBetween, localDateOf, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readCohort } from '@/lib/programme/store';
import { offerStanding } from '../rules/offer-standing';
import type { OfferState } from '../rules/offer-states';
import { findHeldOffer, type HeldOffer } from '../store/offers';
import { countWaiting } from '../store/release';

interface Subject {
  readonly cohort: CohortFacts;
  readonly application: {
    readonly id: ApplicationId;
    readonly reference: string;
    readonly state: ApplicationState;
    readonly name: string;
  };
}

/** What an applicant has been told, and what can be done about it. */
export type ApplicantOutcome = Subject &
  (
    | {
        readonly kind: 'offer';
        readonly offerId: OfferId;
        /** Read from the clock. */
        readonly standing: OfferState;
        readonly respondBy: LocalDate;
        /** Whole days from today to the last day of answer; negative when it is over. */
        readonly daysLeft: number;
        readonly openedAt: Instant;
        readonly answeredAt: Instant | null;
        readonly heldBy: HeldOffer['heldBy'];
      }
    | {
        readonly kind: 'waiting-list';
        /** The place in the line now, among those who still stand in it. */
        readonly number: number;
        /** How many stand in it now. */
        readonly total: number;
        /** The place that the letter told. */
        readonly toldNumber: number;
        readonly toldAt: Instant;
      }
    | { readonly kind: 'refusal'; readonly reason: string | null; readonly toldAt: Instant }
    /** Nothing has been released. */
    | { readonly kind: 'none' }
  );

/**
 * What became of an application, for its applicant; or for whoever holds the letter's link, who sees the
 * offer alone. Before the release there is nothing, whatever has been decided (rule 8).
 */
export async function offerForApplicant(
  platform: Platform,
  actor: Actor | null,
  args: { readonly reference: string; readonly linkSecret: string | null },
): Promise<Result<ApplicantOutcome, { kind: 'not-found' }>> {
  const { reference, linkSecret } = args;
  const offer = await findHeldOffer(platform.db, { actor, linkSecret }, reference);
  if (offer === null) return told(platform, actor, reference);
  const cohort = await readCohort(platform.db, offer.cohortId);
  if (cohort === null) return refuse({ kind: 'not-found' });
  const now = await readNow(platform);
  return ok({
    kind: 'offer',
    cohort,
    application: offer.application,
    offerId: offer.id,
    standing: offerStanding(offer, now),
    respondBy: offer.respondBy,
    daysLeft: daysBetween(localDateOf(now, offer.zone), offer.respondBy),
    openedAt: offer.openedAt,
    answeredAt: offer.answeredAt,
    heldBy: offer.heldBy,
  });
}

async function told(
  platform: Platform,
  actor: Actor | null,
  reference: string,
): Promise<Result<ApplicantOutcome, { kind: 'not-found' }>> {
  if (actor?.kind !== 'person' || !isReference(reference)) return refuse({ kind: 'not-found' });
  const row = await platform.db.application.findUnique({
    where: { reference, applicantId: actor.userId },
    select: {
      id: true,
      cohortId: true,
      state: true,
      applicantName: true,
      notice: true,
      conclusions: { where: { replacedAt: null }, select: { reason: true }, take: 1 },
    },
  });
  const cohort = row === null ? null : await readCohort(platform.db, row.cohortId);
  if (row === null || cohort === null) return refuse({ kind: 'not-found' });
  const subject: Subject = {
    cohort,
    application: {
      id: asId(row.id),
      reference,
      state: parseState(applicationMoves, row.state),
      name: row.applicantName ?? actor.name ?? actor.email,
    },
  };
  const { notice } = row;
  if (notice === null) return ok({ ...subject, kind: 'none' });
  const toldAt = notice.releasedAt;
  if (notice.waitingListNumber === null) {
    return ok({ ...subject, kind: 'refusal', reason: row.conclusions[0]?.reason ?? null, toldAt });
  }
  const toldNumber = notice.waitingListNumber;
  const [total, before] = await Promise.all([
    countWaiting(platform.db, row.cohortId),
    countWaiting(platform.db, row.cohortId, { before: toldNumber }),
  ]);
  return ok({ ...subject, kind: 'waiting-list', number: before + 1, total, toldNumber, toldAt });
}
