import { appendEvent } from '@/lib/audit/append-event';
import type { Person } from '@/lib/kernel/actor';
import type { DocumentId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import type { FileRefusal, Paper } from './document-file';
import { insertDocument } from './document-store';
import type { StoredRequest } from './request-store';
import { requestDocumentsMaximum } from './rules/information-request';
import type { StoredApplication } from './store';

export type RequestDocumentRefusal =
  FileRefusal | { readonly kind: 'too-many-documents'; readonly maximum: number };

/**
 * Keeps a file for an open request, under the application's lock. `isNew` is false for a file that is
 * there already. The request has an allowance of its own, so the applicant's twenty never stand in the way.
 */
export async function keepForRequest(
  tx: Tx,
  actor: Person,
  application: StoredApplication,
  request: StoredRequest,
  { file, ready }: Paper,
  now: Instant,
): Promise<
  Result<{ readonly documentId: DocumentId; readonly isNew: boolean }, RequestDocumentRefusal>
> {
  if (!ready.ok) return ready;
  const same = request.documents.find((document) => document.sha256 === file.sha256);
  if (same !== undefined) return ok({ documentId: same.id, isNew: false });
  if (request.documents.length >= requestDocumentsMaximum) {
    return refuse({ kind: 'too-many-documents', maximum: requestDocumentsMaximum });
  }
  // What it shows is what was asked for: the request says it.
  const documents = 'other';
  const documentId = await insertDocument(tx, {
    ...ready.value,
    applicationId: application.id,
    documents,
    uploadedAt: now,
    requestId: request.id,
  });
  await appendEvent(tx, {
    actor,
    at: now,
    kind: 'document-attached',
    subject: { type: 'application', id: application.id },
    cohortId: application.cohortId,
    after: {
      documentId,
      documents,
      filename: ready.value.filename,
      sha256: file.sha256,
      request: request.number,
    },
  });
  return ok({ documentId, isNew: true });
}
