import { appendEvent } from '@/lib/audit/append-event';
import type { Person } from '@/lib/kernel/actor';
import type { DocumentId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import type { Tx } from '@/lib/platform/database';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { readCohort } from '@/lib/programme/store';
import { aboutApplication, type About, type FileRefusal, type Paper } from './document-file';
import { insertDocument } from './document-store';
import { readRequest, type StoredRequest } from './request-store';
import { checkAnswering, requestDocumentsMaximum } from './rules/information-request';
import { readOwnApplication, type StoredApplication } from './store';

export type RequestDocumentRefusal =
  FileRefusal | { readonly kind: 'too-many-documents'; readonly maximum: number };

/** The application, when its request is open and has room: the same questions as later, under no lock. */
export async function aboutOpenRequest(
  { db }: Platform,
  actor: Person,
  { reference, number }: { readonly reference: string; readonly number: number },
  { sha256 }: ReceivedFile,
): Promise<About | null> {
  const application = await readOwnApplication(db, actor.userId, reference);
  const cohort = application && (await readCohort(db, application.cohortId));
  const request = application && (await readRequest(db, application.id, number));
  if (application === null || cohort === null || request === null) return null;
  const allowed = checkAnswering({
    application: application.state,
    request: request.state,
    cohort: cohort.state,
  });
  if (!allowed.ok || request.documents.length >= requestDocumentsMaximum) return null;
  if (request.documents.some((document) => document.sha256 === sha256)) return null;
  return aboutApplication(application);
}

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
  const same = request.documents.find((document) => document.sha256 === file.sha256);
  if (same !== undefined) return ok({ documentId: same.id, isNew: false });
  if (request.documents.length >= requestDocumentsMaximum) {
    return refuse({ kind: 'too-many-documents', maximum: requestDocumentsMaximum });
  }
  if (!ready.ok) return ready;
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
    after: { documentId, documents, sha256: file.sha256, request: request.number },
  });
  return ok({ documentId, isNew: true });
}
