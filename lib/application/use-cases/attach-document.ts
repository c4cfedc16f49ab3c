import { appendEvent } from '@/lib/audit/append-event';
import type { Actor, Person } from '@/lib/kernel/actor';
import type { DocumentId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, type Tx } from '@/lib/platform/database';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { readCohort } from '@/lib/programme/store';
import { aboutOwnApplication, takeFile, type FileRefusal, type Paper } from '../document-file';
import { insertDocument, readDocuments } from '../document-store';
import { forApplicant } from '../extension-store';
import { documentsMaximum, type DocumentPurpose } from '../rules/answers';
import { checkEditing, type EditingRefusal, type FormProblem } from '../rules/editing';
import { lockOwnApplication } from '../store';

export interface DocumentToAttach {
  readonly reference: string;
  /** What it shows; null when that was not said. */
  readonly documents: DocumentPurpose | null;
  /** What the form's door has streamed into storage; null when no file was chosen. */
  readonly file: ReceivedFile | null;
}

export type AttachDocumentRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  /** No file, or no word of what it shows: all that is missing is told at once. */
  | { readonly kind: 'upload-incomplete'; readonly problems: readonly FormProblem[] }
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
  { reference, documents, file }: DocumentToAttach,
): Promise<Attached> {
  if (actor.kind !== 'person' || documents === null || file === null) {
    if (file !== null) await platform.storage.remove(file.key);
    return refuse(
      actor.kind === 'person'
        ? { kind: 'upload-incomplete', problems: missingOf(documents, file) }
        : { kind: 'forbidden' },
    );
  }
  const about = () => aboutOwnApplication(platform, actor, reference);
  return takeFile(platform, actor, { file, about }, async (paper) => {
    const result = await attach(platform, actor, { reference, documents }, paper);
    return { result, isKept: result.ok && result.value.isNew };
  });
}

/** A file that came without word of what it shows is not kept: it must be chosen anew. */
function missingOf(documents: DocumentPurpose | null, file: ReceivedFile | null): FormProblem[] {
  return [
    ...(documents === null ? [{ field: 'documents', code: 'choose-one', params: {} }] : []),
    { field: 'file', code: file === null ? 'file-missing' : 'choose-again', params: {} },
  ];
}

async function attach(
  platform: Platform,
  actor: Person,
  { reference, documents }: { readonly reference: string; readonly documents: DocumentPurpose },
  { file, ready }: Paper,
): Promise<Attached> {
  return inTransaction<{ documentId: DocumentId; isNew: boolean }, AttachDocumentRefusal>(
    platform,
    async (tx) => {
      const application = await lockOwnApplication(tx, actor.userId, reference);
      const cohort = application && (await readCohort(tx.prisma, application.cohortId));
      if (application === null || cohort === null) return refuse({ kind: 'not-found' });
      const now = await tx.now();
      const own = await forApplicant(tx.prisma, cohort, actor.userId);
      const editing = checkEditing(application.state, own, now);
      if (!editing.ok) return editing;
      if (!ready.ok) return ready;
      const attached = await readDocuments(tx.prisma, application.id);
      const same = attached.find(
        (document) => document.sha256 === file.sha256 && document.documents === documents,
      );
      if (same !== undefined) return ok({ documentId: same.id, isNew: false });
      if ((await countOfPerson(tx, actor, application.cohortId)) >= documentsMaximum) {
        return refuse({ kind: 'too-many-documents', maximum: documentsMaximum });
      }
      const documentId = await insertDocument(tx, {
        ...ready.value,
        applicationId: application.id,
        documents,
        uploadedAt: now,
      });
      await appendEvent(tx, {
        actor,
        kind: 'document-attached',
        subject: { type: 'application', id: application.id },
        cohortId: application.cohortId,
        after: { documentId, documents, filename: ready.value.filename, sha256: file.sha256 },
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
