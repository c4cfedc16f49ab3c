import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { autosaveOf, isAutosaveTold } from '../autosave-event';
import { lockOwnRequest } from '../own-request';
import { storeTyped } from '../request-store';
import type { AnswerRefusal } from '../rules/information-request';
import type { Prints } from '../rules/merging';
import { printOf, shownAnswer } from '../section-prints';

export interface AnswerToSave {
  readonly reference: string;
  readonly number: number;
  /** What has been written so far; null takes it away again. */
  readonly answer: string | null;
  /** The page sent it by itself, with the print of what was kept when it was shown. */
  readonly autosave?: { readonly shown: Prints };
}

export interface SavedAnswer {
  readonly at: Instant;
  /** The cohort's zone, to say the time in. */
  readonly zone: string;
  /** The print that the form should carry from now on. */
  readonly shown: string;
}

export type SaveRequestAnswerRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | AnswerRefusal
  /** Another window has saved something else: what saves itself does not write over it. */
  | { readonly kind: 'changed-elsewhere' };

/**
 * Keeps what an applicant has written of an answer, to be gone on with later. It is not sent: staff see
 * neither it nor that it is there. What is there already stores nothing. What is pressed stands; what a page
 * saves by itself gives way to what another window has saved.
 */
export async function saveRequestAnswer(
  platform: Platform,
  actor: Actor,
  input: AnswerToSave,
): Promise<Result<SavedAnswer, SaveRequestAnswerRefusal>> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden' });
  const { number, answer, autosave } = input;
  return inTransaction<SavedAnswer, SaveRequestAnswerRefusal>(platform, async (tx) => {
    const own = await lockOwnRequest(tx, actor.userId, input);
    if (own === null) return refuse({ kind: 'not-found' });
    const { application, cohort, request, allowed, now } = own;
    if (!allowed.ok) return allowed;
    const saved = { at: now, zone: cohort.zone, shown: shownAnswer(answer) };
    if (request.answer === answer) return ok(saved);
    const before = autosave?.shown['answer'];
    if (before !== undefined && before !== printOf(request.answer)) {
      return refuse({ kind: 'changed-elsewhere' });
    }
    await storeTyped(tx, request.id, answer);
    const { id: applicationId, cohortId } = application;
    const kind = 'information-request-answer-saved';
    const what = { request: number };
    const isTold =
      autosave !== undefined &&
      (await isAutosaveTold(tx.prisma, { applicationId, kind, what, now }));
    if (isTold) return ok(saved);
    await appendEvent(tx, {
      actor,
      at: now,
      kind,
      subject: { type: 'application', id: applicationId },
      cohortId,
      after: autosave === undefined ? what : autosaveOf(what),
    });
    return ok(saved);
  });
}
