import { fileTypeFromBuffer } from 'file-type';
import { appendEvent } from '@/lib/audit/append-event';
import type { Actor, Person } from '@/lib/kernel/actor';
import type { DocumentId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, type Tx } from '@/lib/platform/database';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { readCohort } from '@/lib/programme/store';
import { insertDocument, readDocuments } from '../document-store';
import { documentBytesMaximum, documentsMaximum, type DocumentPurpose } from '../rules/answers';
import { documentMediaTypes, safeFilename, type DocumentMediaType } from '../rules/document-names';
import { checkEditing, type EditingRefusal } from '../rules/editing';
import { lockOwnApplication } from '../store';

export interface DocumentToAttach {
  readonly reference: string;
  readonly documents: DocumentPurpose;
  /** What the form's door has streamed into storage; null when no file was chosen. */
  readonly file: ReceivedFile | null;
}

export type AttachDocumentRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'file-missing' }
  | { readonly kind: 'file-empty' }
  | { readonly kind: 'file-too-large'; readonly maximum: number }
  | { readonly kind: 'file-kind-not-taken' }
  | { readonly kind: 'too-many-documents'; readonly maximum: number }
  | EditingRefusal;

type Attached = Result<{ readonly documentId: DocumentId }, AttachDocumentRefusal>;

/**
 * Attaches one stored file to the applicant's own application: PDF, JPEG or PNG by its signature,
 * whatever its name says. The same content with the same purpose is one document, so that a form sent
 * twice attaches once; one scan may still document both work and a course. The file is this act's from
 * the start: unless it became a document, its bytes are removed, whatever went wrong.
 */
export async function attachDocument(
  platform: Platform,
  actor: Actor,
  input: DocumentToAttach,
): Promise<Attached> {
  const { file } = input;
  if (file === null) return refuse({ kind: 'file-missing' });
  let isKept = false;
  try {
    const mediaType = await mediaTypeOf(file);
    const result = await attach(platform, actor, { ...input, file, mediaType });
    isKept = result.ok && result.value.isNew;
    return result.ok ? ok({ documentId: result.value.documentId }) : result;
  } finally {
    if (!isKept) await platform.storage.remove(file.key);
  }
}

/** The kind of a file by its first bytes; null for every kind that is not taken. */
async function mediaTypeOf(file: ReceivedFile): Promise<DocumentMediaType | null> {
  const found = await fileTypeFromBuffer(file.head);
  return documentMediaTypes.find((mediaType) => mediaType === found?.mime) ?? null;
}

interface Examined extends DocumentToAttach {
  readonly file: ReceivedFile;
  readonly mediaType: DocumentMediaType | null;
}

async function attach(
  platform: Platform,
  actor: Actor,
  input: Examined,
): Promise<Result<{ documentId: DocumentId; isNew: boolean }, AttachDocumentRefusal>> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden' });
  return inTransaction<{ documentId: DocumentId; isNew: boolean }, AttachDocumentRefusal>(
    platform,
    async (tx) => {
      const application = await lockOwnApplication(tx, actor.userId, input.reference);
      const cohort = application && (await readCohort(tx.prisma, application.cohortId));
      if (application === null || cohort === null) return refuse({ kind: 'not-found' });
      const now = await tx.now();
      const editing = checkEditing(application.state, cohort, now);
      if (!editing.ok) return editing;
      const { file, mediaType, documents } = input;
      if (file.size === 0) return refuse({ kind: 'file-empty' });
      if (file.size > documentBytesMaximum) {
        return refuse({ kind: 'file-too-large', maximum: documentBytesMaximum });
      }
      if (mediaType === null) return refuse({ kind: 'file-kind-not-taken' });
      const attached = await readDocuments(tx.prisma, application.id);
      const same = attached.find(
        (document) => document.sha256 === file.sha256 && document.documents === documents,
      );
      if (same !== undefined) return ok({ documentId: same.id, isNew: false });
      if ((await countOfPerson(tx, actor, application.cohortId)) >= documentsMaximum) {
        return refuse({ kind: 'too-many-documents', maximum: documentsMaximum });
      }
      const filename = safeFilename(file.filename, mediaType);
      const documentId = await insertDocument(tx, {
        applicationId: application.id,
        documents,
        filename,
        mediaType,
        size: file.size,
        sha256: file.sha256,
        storageKey: file.key,
        uploadedAt: now,
      });
      await appendEvent(tx, {
        actor,
        kind: 'document-attached',
        subject: { type: 'application', id: application.id },
        cohortId: application.cohortId,
        after: { documentId, documents, filename, sha256: file.sha256 },
      });
      return ok({ documentId, isNew: true });
    },
  );
}

/** Twenty a person and cohort, withdrawn applications counted: applying anew gives no room for more. */
async function countOfPerson(tx: Tx, actor: Person, cohortId: string): Promise<number> {
  return tx.prisma.supportingDocument.count({
    where: { removedAt: null, application: { applicantId: actor.userId, cohortId } },
  });
}
