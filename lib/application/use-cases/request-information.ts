import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';
import { queueRequestLetter } from '../request-letters';
import { insertRequest, readRequests } from '../request-store';
import {
  checkAsking,
  checkDueDay,
  type AskRefusal,
  type RequestKind,
} from '../rules/information-request';
import { lockApplicationByReference } from '../store';

export interface InformationToRequest {
  readonly reference: string;
  readonly asks: RequestKind;
  /** What is asked for, in the words that the applicant reads. */
  readonly question: string;
  /** The last day, whole, in the cohort's zone. */
  readonly dueOn: LocalDate;
}

export type RequestInformationRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | AskRefusal
  /** The same is asked for already, by another day. */
  | { readonly kind: 'already-asked'; readonly dueOn: LocalDate };

/**
 * An officer asks an applicant for a document or an answer, by a day, in a letter and on My application.
 * Arrival, and with it the place in the order, is never touched. The same request again while it is open
 * is one request and one letter.
 */
export async function requestInformation(
  platform: Platform,
  actor: Actor,
  { reference, asks, question, dueOn }: InformationToRequest,
): Promise<Result<{ readonly number: number }, RequestInformationRefusal>> {
  if (actor.kind !== 'person' || !can(actor, 'request-information')) {
    return refuse({ kind: 'forbidden' });
  }
  return inTransaction<{ number: number }, RequestInformationRefusal>(platform, async (tx) => {
    const application = await lockApplicationByReference(tx, reference);
    const cohort = application && (await readCohort(tx.prisma, application.cohortId));
    if (application === null || cohort === null || application.arrivalNumber === null) {
      return refuse({ kind: 'not-found' });
    }
    const { id: applicationId, applicantId, state, cohortId } = application;
    const allowed = checkAsking({
      application: state,
      cohort: cohort.state,
      isOwn: applicantId === actor.userId,
    });
    if (!allowed.ok) return allowed;
    const asked = await readRequests(tx.prisma, applicationId);
    const same = asked.find(
      (each) => each.state === 'open' && each.asks === asks && each.question === question,
    );
    if (same !== undefined) {
      return same.dueOn === dueOn
        ? ok({ number: same.number })
        : refuse({ kind: 'already-asked', dueOn: same.dueOn });
    }
    const now = await tx.now();
    const day = checkDueDay(cohort, dueOn, now);
    if (!day.ok) return day;
    const number = asked.length + 1;
    const requestId = await insertRequest(tx, {
      ...{ applicationId, number, asks, question, dueOn },
      requestedById: actor.userId,
      requestedAt: now,
    });
    await appendEvent(tx, {
      actor,
      at: now,
      kind: 'information-requested',
      subject: { type: 'application', id: applicationId },
      cohortId,
      after: { requestId, number, asks, dueOn },
    });
    await queueRequestLetter(tx, application, cohort, { number, asks, question, dueOn }, now);
    return ok({ number });
  });
}
