import { appendEvent } from '@/lib/audit/append-event';
import type { Actor, Person } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { takeFile, type Paper } from '../document-file';
import {
  aboutOpenRequest,
  keepForRequest,
  type RequestDocumentRefusal,
} from '../request-documents';
import { queueAnswerLetters } from '../request-letters';
import { storeAnswer, type StoredRequest } from '../request-store';
import { isAfterDue, type AnswerRefusal } from '../rules/information-request';
import { lockOwnRequest } from '../own-request';

export interface AnswerToRequest {
  readonly reference: string;
  readonly number: number;
  /** What the applicant wrote; null when a document says it all. */
  readonly answer: string | null;
  /** One more document, as the form's door has streamed it into storage. */
  readonly file: ReceivedFile | null;
}

export type AnswerRequestRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | AnswerRefusal
  | RequestDocumentRefusal
  /** A question is answered in words. */
  | { readonly kind: 'answer-missing' }
  /** Neither a document nor a word on why there is none. */
  | { readonly kind: 'document-missing' };

interface Answered {
  readonly answeredAt: Instant;
  readonly late: boolean;
}

type Outcome = Result<Answered & { readonly keptFile: boolean }, AnswerRequestRefusal>;

/**
 * The applicant answers a request of the staff: in words, with the documents that were uploaded for it,
 * and with one more that comes along. Also after the application deadline, and after the day that was
 * asked for; it is marked as late then. Arrival is never touched. The same answer twice is one; of two
 * different ones the first stands. The file's bytes are this act's: unless they became a document, they
 * are removed.
 */
export async function answerInformationRequest(
  platform: Platform,
  actor: Actor,
  input: AnswerToRequest,
): Promise<Result<Answered, AnswerRequestRefusal>> {
  const { file } = input;
  if (actor.kind !== 'person') {
    if (file !== null) await platform.storage.remove(file.key);
    return refuse({ kind: 'forbidden' });
  }
  const result =
    file === null
      ? await answer(platform, actor, input, null)
      : await takeFile(
          platform,
          actor,
          { file, about: () => aboutOpenRequest(platform, actor, input, file) },
          async (paper) => {
            const answered = await answer(platform, actor, input, paper);
            return { result: answered, isKept: answered.ok && answered.value.keptFile };
          },
        );
  if (!result.ok) return result;
  return ok({ answeredAt: result.value.answeredAt, late: result.value.late });
}

async function answer(
  platform: Platform,
  actor: Person,
  input: AnswerToRequest,
  paper: Paper | null,
): Promise<Outcome> {
  return inTransaction<Answered & { keptFile: boolean }, AnswerRequestRefusal>(
    platform,
    async (tx) => {
      const own = await lockOwnRequest(tx, actor.userId, input);
      if (own === null) return refuse({ kind: 'not-found' });
      const { application, cohort, request, allowed, now } = own;
      const { zone } = cohort;
      if (request.answeredAt !== null && isSame(request, input)) {
        const { answeredAt, dueOn } = request;
        return ok({ answeredAt, late: isAfterDue(answeredAt, dueOn, zone), keptFile: false });
      }
      if (!allowed.ok) return allowed;
      const kept = paper && (await keepForRequest(tx, actor, application, request, paper, now));
      if (kept !== null && !kept.ok) return kept;
      const keptFile = kept?.value.isNew ?? false;
      const documents = request.documents.length + (keptFile ? 1 : 0);
      if (input.answer === null) {
        if (request.asks === 'answer') return refuse({ kind: 'answer-missing' });
        if (documents === 0) return refuse({ kind: 'document-missing' });
      }
      const late = isAfterDue(now, request.dueOn, zone);
      await storeAnswer(tx, request.id, { answer: input.answer, answeredAt: now });
      await appendEvent(tx, {
        actor,
        at: now,
        kind: 'information-request-answered',
        subject: { type: 'application', id: application.id },
        cohortId: application.cohortId,
        before: { state: 'open', dueOn: request.dueOn },
        after: { requestId: request.id, number: request.number, documents, late },
      });
      await queueAnswerLetters(tx, application, cohort, request, {
        answer: input.answer,
        answeredAt: now,
        documents,
        late,
        concluded: application.state !== 'submitted',
      });
      return ok({ answeredAt: now, late, keptFile });
    },
  );
}

/** What was sent is what stands: the same words, and no file but one that is there. */
function isSame(request: StoredRequest, { answer, file }: AnswerToRequest): boolean {
  const hasFile =
    file === null || request.documents.some((document) => document.sha256 === file.sha256);
  return request.answer === answer && hasFile;
}
