import { appendEvent } from '@/lib/audit/append-event';
import type { Actor, Person } from '@/lib/kernel/actor';
import type { DocumentId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, type Tx } from '@/lib/platform/database';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { readCohort } from '@/lib/programme/store';
import { examineFile, type FileRefusal } from '../document-file';
import { insertDocument, readDocuments } from '../document-store';
import { forApplicant } from '../extension-store';
import { documentsMaximum, type DocumentPurpose } from '../rules/answers';
import { safeFilename, type DocumentMediaType } from '../rules/document-names';
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
  | FileRefusal
  | { readonly kind: 'too-many-documents'; readonly maximum: number }
  | EditingRefusal;

/** `isNew` is false for a file that was there already, and is there once still. */
type Attached = Result<
  { readonly documentId: DocumentId; readonly isNew: boolean },
  AttachDocumentRefusal
>;

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
    const examined = await examineFile(file);
    const result = await attach(platform, actor, { ...input, file, examined });
    isKept = result.ok && result.value.isNew;
    return result;
  } finally {
    if (!isKept) await platform.storage.remove(file.key);
  }
}

interface Examined extends DocumentToAttach {
  readonly file: ReceivedFile;
  readonly examined: Result<DocumentMediaType, FileRefusal>;
}

async function attach(platform: Platform, actor: Actor, input: Examined): Promise<Attached> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden' });
  return inTransaction<{ documentId: DocumentId; isNew: boolean }, AttachDocumentRefusal>(
    platform,
    async (tx) => {
      const application = await lockOwnApplication(tx, actor.userId, input.reference);
      const cohort = application && (await readCohort(tx.prisma, application.cohortId));
      if (application === null || cohort === null) return refuse({ kind: 'not-found' });
      const now = await tx.now();
      const own = await forApplicant(tx.prisma, cohort, actor.userId);
      const editing = checkEditing(application.state, own, now);
      if (!editing.ok) return editing;
      const { file, examined, documents } = input;
      if (!examined.ok) return examined;
      const mediaType = examined.value;
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

/**
 * Twenty a person and cohort, withdrawn applications counted: applying anew gives no room for more. What
 * staff have asked for has an allowance of its own.
 */
async function countOfPerson(tx: Tx, actor: Person, cohortId: string): Promise<number> {
  return tx.prisma.supportingDocument.count({
    where: {
      removedAt: null,
      requestId: null,
      application: { applicantId: actor.userId, cohortId },
    },
  });
}
