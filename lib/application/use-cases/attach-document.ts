import type { Prisma } from '@/prisma/generated/client';
import { appendEvent } from '@/lib/audit/append-event';
import type { Actor, Person } from '@/lib/kernel/actor';
import type { DocumentId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, readNow } from '@/lib/platform/database';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { readCohort } from '@/lib/programme/store';
import {
  aboutApplication,
  takeFile,
  type About,
  type FileRefusal,
  type Paper,
} from '../document-file';
import { insertDocument, readDocuments, type StoredDocument } from '../document-store';
import { forApplicant } from '../extension-store';
import { documentsInAllMaximum, documentsMaximum, type DocumentPurpose } from '../rules/answers';
import { checkEditing, type EditingRefusal, type FormProblem } from '../rules/editing';
import { lockOwnApplication, readOwnApplication, type StoredApplication } from '../store';

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
  | TooMany
  | EditingRefusal;

type TooMany =
  /** In this application: one can be removed for another. */
  | { readonly kind: 'too-many-documents'; readonly maximum: number }
  /** Together with those in applications to the same cohort that are withdrawn. */
  | { readonly kind: 'too-many-documents-in-all'; readonly maximum: number };

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
  const about = () => aboutWhatTakesIt(platform, actor, { reference, documents, file });
  return takeFile(platform, actor, { file, about }, async (paper) => {
    const result = await attach(platform, actor, { reference, documents }, paper);
    return { result, isKept: result.ok && result.value.isNew };
  });
}

/** The application, when it can be edited and has room: the same questions as later, under no lock. */
async function aboutWhatTakesIt(
  platform: Platform,
  actor: Person,
  {
    reference,
    documents,
    file,
  }: { reference: string; documents: DocumentPurpose; file: ReceivedFile },
): Promise<About | null> {
  const { db } = platform;
  const application = await readOwnApplication(db, actor.userId, reference);
  const cohort = application && (await readCohort(db, application.cohortId));
  if (application === null || cohort === null) return null;
  const own = await forApplicant(db, cohort, actor.userId);
  const editing = checkEditing(application.state, own, await readNow(platform));
  if (!editing.ok) return null;
  const attached = await readDocuments(db, application.id);
  if (isThere(attached, documents, file) !== undefined) return null;
  if ((await tooMany(db, application)) !== null) return null;
  return aboutApplication(application);
}

function isThere(
  attached: readonly StoredDocument[],
  documents: DocumentPurpose,
  { sha256 }: ReceivedFile,
): StoredDocument | undefined {
  return attached.find(
    (document) => document.sha256 === sha256 && document.documents === documents,
  );
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
      const attached = await readDocuments(tx.prisma, application.id);
      const same = isThere(attached, documents, file);
      if (same !== undefined) return ok({ documentId: same.id, isNew: false });
      const full = await tooMany(tx.prisma, application);
      if (full !== null) return refuse(full);
      if (!ready.ok) return ready;
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
        // Its name stands in its own row, which can be erased; an event never can.
        after: { documentId, documents, sha256: file.sha256 },
      });
      return ok({ documentId, isNew: true });
    },
  );
}

/** Whether there is room for one more. What staff have asked for has an allowance of its own. */
async function tooMany(
  prisma: Prisma.TransactionClient,
  { id: applicationId, applicantId, cohortId }: StoredApplication,
): Promise<TooMany | null> {
  const chosen = { removedAt: null, requestId: null };
  const here = await prisma.supportingDocument.count({ where: { ...chosen, applicationId } });
  if (here >= documentsMaximum) return { kind: 'too-many-documents', maximum: documentsMaximum };
  const inAll = await prisma.supportingDocument.count({
    where: { ...chosen, application: { applicantId, cohortId } },
  });
  return inAll >= documentsInAllMaximum
    ? { kind: 'too-many-documents-in-all', maximum: documentsInAllMaximum }
    : null;
}
