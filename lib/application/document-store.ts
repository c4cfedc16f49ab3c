import { Prisma } from '@/prisma/generated/client';
import { asId, type ApplicationId, type DocumentId } from '@/lib/kernel/ids';
import type { Instant } from '@/lib/kernel/time';
import { dateInJson, jsonObject, type InJson } from '@/lib/platform/columns';
import type { Tx } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import type { DocumentMediaType } from './rules/document-names';
import { documentPurposes, type DocumentPurpose } from './rules/answers';
import { scanStates, type ScanState } from './rules/document-scan';

/** A document as pages list it. */
export interface AttachedDocument {
  readonly id: DocumentId;
  /** What it shows. */
  readonly documents: DocumentPurpose;
  readonly filename: string;
  readonly mediaType: DocumentMediaType;
  /** Bytes. */
  readonly size: number;
  readonly uploadedAt: Instant;
  /** The request for more that it was uploaded for; null for what the applicant chose to attach. */
  readonly requestId: string | null;
  readonly scan: ScanState;
}

/** A document's row, with where its bytes are. */
export interface StoredDocument extends AttachedDocument {
  readonly applicationId: ApplicationId;
  readonly sha256: string;
  readonly storageKey: string;
  readonly removedAt: Instant | null;
}

export type DocumentRow = Prisma.SupportingDocumentGetPayload<object>;

/** Reads a row; a CHECK holds its words to ours. */
export function documentOf(row: DocumentRow): StoredDocument {
  return {
    id: asId(row.id),
    applicationId: asId(row.applicationId),
    documents: documentPurposes.find((purpose) => purpose === row.documents) ?? 'other',
    filename: row.filename,
    mediaType: row.mediaType as DocumentMediaType,
    size: row.size,
    sha256: row.sha256,
    storageKey: row.storageKey,
    uploadedAt: row.uploadedAt,
    requestId: row.requestId,
    // What is not known is not handed out.
    scan: scanStates.find((state) => state === row.scan) ?? 'waiting',
    removedAt: row.removedAt,
  };
}

/** A document in JSON, of the table `d`: for statements that read more than documents. */
export const documentInJson = jsonObject(Prisma.SupportingDocumentScalarFieldEnum, 'd');

/** Reads a document that came in JSON. */
export function documentOfJson(row: InJson<DocumentRow>): StoredDocument {
  return documentOf({
    ...row,
    uploadedAt: new Date(row.uploadedAt),
    removedAt: dateInJson(row.removedAt),
    scannedAt: dateInJson(row.scannedAt),
  });
}

/** What pages may know of a document. */
export function attachedOf(document: StoredDocument): AttachedDocument {
  const { id, documents, filename, mediaType, size, uploadedAt, requestId, scan } = document;
  return { id, documents, filename, mediaType, size, uploadedAt, requestId, scan };
}

/**
 * The documents attached now, in the order of upload. What was uploaded for a request is among them from
 * the moment that its answer was sent.
 */
export async function readDocuments(
  prisma: Prisma.TransactionClient,
  applicationId: ApplicationId,
): Promise<StoredDocument[]> {
  const rows = await prisma.supportingDocument.findMany({
    where: {
      applicationId,
      removedAt: null,
      OR: [{ requestId: null }, { request: { state: 'answered' } }],
    },
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(documentOf);
}

/** A document of one application, removed or not. */
export async function readDocument(
  prisma: Prisma.TransactionClient,
  applicationId: ApplicationId,
  documentId: DocumentId,
): Promise<StoredDocument | null> {
  const row = await prisma.supportingDocument.findFirst({
    where: { id: documentId, applicationId },
  });
  return row === null ? null : documentOf(row);
}

/** Stores a document; one that waits for the virus scanner is put in the queue for it. */
export async function insertDocument(
  tx: Tx,
  document: Omit<StoredDocument, 'id' | 'removedAt' | 'requestId'> & {
    readonly requestId?: string;
  },
): Promise<DocumentId> {
  const id = newId<'SupportingDocument'>();
  const scannedAt = document.scan === 'clean' ? document.uploadedAt : null;
  await tx.prisma.supportingDocument.create({ data: { ...document, id, scannedAt } });
  if (document.scan === 'waiting') {
    await tx.platform.jobs.enqueue(tx, 'scan-document', { documentId: id });
  }
  return id;
}

/** Marks a document as removed; its bytes go after the commit. */
export async function storeRemoval(tx: Tx, documentId: DocumentId, now: Instant): Promise<void> {
  await tx.prisma.supportingDocument.update({
    where: { id: documentId },
    data: { removedAt: now },
  });
}

/** What the scanner said of a document that waited for it. What it found something in is removed with it. */
export async function storeScan(
  tx: Tx,
  documentId: DocumentId,
  finding: string | null,
  now: Instant,
): Promise<void> {
  await tx.prisma.supportingDocument.update({
    where: { id: documentId },
    data:
      finding === null
        ? { scan: 'clean', scannedAt: now }
        : { scan: 'infected', scannedAt: now, scanFinding: finding, removedAt: now },
  });
}

/** Every document of an application that was ever attached, removed ones too: where their bytes are. */
export async function readStorageKeys(
  prisma: Prisma.TransactionClient,
  applicationId: ApplicationId,
): Promise<string[]> {
  const rows = await prisma.supportingDocument.findMany({
    where: { applicationId },
    select: { storageKey: true },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => row.storageKey);
}

/** Marks an application's documents as removed, and leaves nothing of what they were called. */
export async function storeDocumentErasure(
  tx: Tx,
  applicationId: ApplicationId,
  now: Instant,
): Promise<void> {
  const documents = tx.prisma.supportingDocument;
  await documents.updateMany({ where: { applicationId }, data: { filename: erasedFilename } });
  await documents.updateMany({
    where: { applicationId, removedAt: null },
    data: { removedAt: now },
  });
}

/** The name of every file that was erased. */
const erasedFilename = '-';

/** Which of these keys are those of documents that have not been removed. */
export async function readStandingKeys(
  prisma: Prisma.TransactionClient,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await prisma.supportingDocument.findMany({
    where: { storageKey: { in: [...keys] }, removedAt: null },
    select: { storageKey: true },
  });
  return new Set(rows.map((row) => row.storageKey));
}

/** A document that was removed for what was found in it. */
export interface InfectedDocument {
  readonly id: DocumentId;
  readonly documents: DocumentPurpose;
  readonly filename: string;
  /** The request that it was uploaded for; null among the application's own. */
  readonly requestId: string | null;
  /** The scanner's own name for it. */
  readonly finding: string;
  readonly removedAt: Instant;
}

/** What the virus scanner had removed from an application, the oldest first. */
export async function readInfected(
  prisma: Prisma.TransactionClient,
  applicationId: ApplicationId,
): Promise<InfectedDocument[]> {
  const rows = await prisma.supportingDocument.findMany({
    where: { applicationId, scan: 'infected' },
    orderBy: { scannedAt: 'asc' },
  });
  return rows.map((row) => {
    const { id, documents, filename, uploadedAt, removedAt, requestId } = documentOf(row);
    return {
      id,
      documents,
      filename,
      requestId,
      finding: row.scanFinding ?? '',
      removedAt: removedAt ?? uploadedAt,
    };
  });
}
