import { appendEvent } from '@/lib/audit/append-event';
import { queueLetter } from '@/lib/correspondence/queue-letter';
import type { Actor, Person } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { lockCohort } from '@/lib/platform/locks';
import { readCohort } from '@/lib/programme/store';
import { writeDeclinedLetters } from '../letters';
import { checkAnswerable, type AnswerRefusal } from '../rules/offer-standing';
import { findHeldOffer, storeAnswer, type HeldOffer } from '../store/offers';

export interface DeclineInput {
  /** The application's reference. */
  readonly reference: string;
  /** Of the letter's link, when the browser came by it. */
  readonly linkSecret: string | null;
}

export interface Declined {
  readonly reference: string;
  readonly declinedAt: Instant;
}

export type DeclineRefusal = { readonly kind: 'not-found' } | AnswerRefusal;

/**
 * An applicant, or whoever holds the letter's link, says no to an offer; the place is free from then
 * on, and a letter says so to the applicant and to the programme. Saying no again is the same answer. Refused once the offer has been accepted or has lapsed.
 */
export async function declineOffer(
  platform: Platform,
  actor: Actor | null,
  input: DeclineInput,
): Promise<Result<Declined, DeclineRefusal>> {
  const { reference, linkSecret } = input;
  const holder = { actor, linkSecret };
  const found = await findHeldOffer(platform.db, holder, reference);
  const cohort = found === null ? null : await readCohort(platform.db, found.cohortId);
  if (found === null || cohort === null) return refuse({ kind: 'not-found' });
  const letters = await writeDeclinedLetters(platform.env, cohort, found);
  return inTransaction<Declined, DeclineRefusal>(platform, async (tx) => {
    await lockCohort(tx, found.cohortId);
    const offer = await findHeldOffer(tx.prisma, holder, reference);
    if (offer === null) return refuse({ kind: 'not-found' });
    if (offer.state === 'declined' && offer.answeredAt !== null) {
      return ok({ reference, declinedAt: offer.answeredAt });
    }
    const declinedAt = await tx.now();
    const answerable = checkAnswerable(offer, declinedAt);
    if (!answerable.ok) return answerable;
    await storeAnswer(tx, offer.id, 'declined', declinedAt);
    await appendEvent(tx, {
      actor: actor?.kind === 'person' && offer.heldBy === 'applicant' ? actor : applicantOf(offer),
      kind: 'offer-declined',
      subject: { type: 'offer', id: offer.id },
      cohortId: offer.cohortId,
      before: { state: offer.state },
      after: { state: 'declined', heldBy: offer.heldBy },
    });
    for (const letter of letters) await queueLetter(tx, letter);
    return ok({ reference, declinedAt });
  });
}

/** The applicant as an actor: whoever holds an offer's link acts in their name. */
function applicantOf(offer: HeldOffer): Person {
  return { kind: 'person', ...offer.applicant, roles: [] };
}
