import { eventInsert } from '@/lib/audit/append-event';
import { readyLetters } from '@/lib/correspondence/queue-letter';
import type { Actor } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { localDateOf, type Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, writeTogether } from '@/lib/platform/database';
import { arrivalWrites, lockArrivals } from '../arrival-store';
import { forApplicant } from '../extension-store';
import { mayLeaveKyrOpen } from '../kyr-store';
import { prepareReceipts } from '../letters';
import { lockOwnCase } from '../own-case-store';
import { problemsOf, type FormProblem } from '../rules/editing';
import { missingFor, type Missing } from '../rules/eligibility';
import { checkWindow, type WindowRefusal } from '../rules/window';
import { findOrMakeWorkplace } from '../workplace-store';

export interface Submitted {
  readonly reference: string;
  readonly receivedAt: Instant;
  readonly arrivalNumber: number;
}

export type SubmitApplicationRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'application-withdrawn' }
  | WindowRefusal
  /** Formally incomplete: what is missing, and on which step. */
  | {
      readonly kind: 'application-incomplete';
      readonly missing: readonly Missing[];
      readonly problems: readonly FormProblem[];
    };

/**
 * Sends the applicant's own application. Rule 2: nothing may be missing. Rule 3, arrival: under the
 * cohort's lock, taken once and late, it gets the database's time and the cohort's next arrival number
 * in one transaction, so that the order of commit is the order of arrival. The deadline (rule 1) is
 * checked by the same time. Sending it twice is the same answer, and one set of letters.
 */
export async function submitApplication(
  platform: Platform,
  actor: Actor,
  input: { readonly reference: string },
): Promise<Result<Submitted, SubmitApplicationRefusal>> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden' });
  const { userId } = actor;
  return inTransaction<Submitted, SubmitApplicationRefusal>(platform, async (tx) => {
    const own = await lockOwnCase(tx, userId, input.reference);
    if (own === null) return refuse({ kind: 'not-found' });
    const { application, cohort, now: before, documents } = own;
    const { id, reference, answers, receivedAt, arrivalNumber, cohortId } = application;
    if (application.state === 'withdrawn') return refuse({ kind: 'application-withdrawn' });
    if (receivedAt !== null && arrivalNumber !== null) {
      return ok({ reference, receivedAt, arrivalNumber });
    }
    const early = checkWindow(cohort, before);
    if (!early.ok) return early;
    const missing = missingFor({
      answers,
      documented: documents.map((document) => document.documents),
      categories: cohort.programme.categories,
      today: localDateOf(before, cohort.zone),
      kyrIsKnown: await mayLeaveKyrOpen(tx.prisma, {
        application,
        answers,
        applicationDeadline: cohort.applicationDeadline,
      }),
    });
    if (missing.length > 0 || answers.workplace === null) {
      const problems = problemsOf(missing, () => true);
      return refuse({ kind: 'application-incomplete', missing, problems });
    }
    const workplaceId = await findOrMakeWorkplace(tx, answers.workplace, before);
    const receipts = await prepareReceipts(tx, application, cohort, {
      documents: documents.length,
      account: actor,
    });

    const { state, lastArrivalNumber, now } = await lockArrivals(tx, cohortId);
    // An extension can have been replaced while this waited; without one there is nothing to read.
    const { extendedUntil } =
      cohort.extendedUntil === null ? cohort : await forApplicant(tx.prisma, cohort, userId);
    const window = checkWindow({ ...cohort, state, extendedUntil }, now);
    if (!window.ok) return window;
    const arrival = { receivedAt: now, arrivalNumber: lastArrivalNumber + 1 };
    const letters = readyLetters(tx, await receipts.lettersFor(arrival));
    const event = eventInsert({
      actor,
      at: now,
      kind: 'application-submitted',
      subject: { type: 'application', id },
      cohortId,
      before: { state: 'draft' },
      after: { state: 'submitted', arrivalNumber: arrival.arrivalNumber, revision: 1 },
    });
    await writeTogether(tx, [
      ...arrivalWrites(application, arrival, workplaceId),
      event,
      ...letters.writes,
    ]);
    await letters.queue();
    return ok({ reference, ...arrival });
  });
}
