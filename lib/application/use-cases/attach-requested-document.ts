import type { Actor, Person } from '@/lib/kernel/actor';
import type { DocumentId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { takeFile, type Paper } from '../document-file';
import {
  aboutOpenRequest,
  keepForRequest,
  type RequestDocumentRefusal,
} from '../request-documents';
import { storeTyped } from '../request-store';
import type { AnswerRefusal } from '../rules/information-request';
import { lockOwnRequest } from '../own-request';

export interface RequestedDocument {
  readonly reference: string;
  readonly number: number;
  /** What has been written of the answer so far: kept, not sent. Undefined leaves what is kept as it is. */
  readonly answer: string | null | undefined;
  /** What the form's door has streamed into storage; null when no file was chosen. */
  readonly file: ReceivedFile | null;
}

export type AttachRequestedRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'file-missing' }
  | AnswerRefusal
  | RequestDocumentRefusal;

interface Kept {
  readonly documentId: DocumentId;
  /** False for a file that was there already, and is there once still. */
  readonly isNew: boolean;
}

/**
 * Keeps one document for the answer to a request, which is not sent by it: staff see it when the answer
 * is. The file's bytes are this act's: unless they became a document, they are removed.
 */
export async function attachRequestedDocument(
  platform: Platform,
  actor: Actor,
  input: RequestedDocument,
): Promise<Result<Kept, AttachRequestedRefusal>> {
  const { file } = input;
  if (file === null) return refuse({ kind: 'file-missing' });
  if (actor.kind !== 'person') {
    await platform.storage.remove(file.key);
    return refuse({ kind: 'forbidden' });
  }
  const about = () => aboutOpenRequest(platform, actor, input, file);
  return takeFile(platform, actor, { file, about }, async (paper) => {
    const result = await keep(platform, actor, input, paper);
    return { result, isKept: result.ok && result.value.isNew };
  });
}

async function keep(
  platform: Platform,
  actor: Person,
  input: RequestedDocument,
  paper: Paper,
): Promise<Result<Kept, AttachRequestedRefusal>> {
  return inTransaction<Kept, AttachRequestedRefusal>(platform, async (tx) => {
    const own = await lockOwnRequest(tx, actor.userId, input);
    if (own === null) return refuse({ kind: 'not-found' });
    const { application, request, allowed, now } = own;
    if (!allowed.ok) return allowed;
    const kept = await keepForRequest(tx, actor, application, request, paper, now);
    if (!kept.ok) return kept;
    if (input.answer !== undefined) await storeTyped(tx, request.id, input.answer);
    return ok(kept.value);
  });
}
