import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { asId, isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { readDocument, storeRemoval } from '../document-store';
import { storeTyped } from '../request-store';
import type { AnswerRefusal } from '../rules/information-request';
import { lockOwnRequest } from '../own-request';

export type RemoveRequestedRefusal =
  { readonly kind: 'forbidden' } | { readonly kind: 'not-found' } | AnswerRefusal;

/**
 * Removes a document that was uploaded for a request, while its answer has not been sent; the bytes are
 * deleted after the commit. Removing it twice is the same answer.
 */
export async function removeRequestedDocument(
  platform: Platform,
  actor: Actor,
  input: {
    readonly reference: string;
    readonly number: number;
    readonly documentId: string;
    /** What has been written of the answer so far: kept, not sent. */
    readonly answer: string | null;
  },
): Promise<Result<{ readonly filename: string }, RemoveRequestedRefusal>> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden' });
  const { documentId, answer } = input;
  if (!isId(documentId)) return refuse({ kind: 'not-found' });
  return inTransaction<{ filename: string }, RemoveRequestedRefusal>(platform, async (tx) => {
    const own = await lockOwnRequest(tx, actor.userId, input);
    if (own === null) return refuse({ kind: 'not-found' });
    const { application, request, allowed, now } = own;
    const document = await readDocument(tx.prisma, application.id, asId(documentId));
    if (document?.requestId !== request.id) return refuse({ kind: 'not-found' });
    const { filename, storageKey } = document;
    if (document.removedAt !== null) return ok({ filename });
    if (!allowed.ok) return allowed;
    await storeTyped(tx, request.id, answer);
    await storeRemoval(tx, document.id, now);
    await appendEvent(tx, {
      actor,
      at: now,
      kind: 'document-removed',
      subject: { type: 'application', id: application.id },
      cohortId: application.cohortId,
      before: { documentId, documents: document.documents, request: request.number },
    });
    tx.afterCommit(() => platform.storage.remove(storageKey));
    return ok({ filename });
  });
}
