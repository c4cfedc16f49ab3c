import type { Readable } from 'node:stream';
import type { Person } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { can } from '@/lib/staff/rules/permissions';
import { documentOf } from '../document-store';
import type { DocumentMediaType } from '../rules/document-names';
import { canBeOpened } from '../rules/document-scan';

export interface DocumentForDownload {
  readonly filename: string;
  readonly mediaType: DocumentMediaType;
  /** Bytes. */
  readonly size: number;
  /** Opens the bytes; to be served as an attachment, never inline. */
  readonly read: () => Readable;
}

/**
 * A document's bytes, for the applicant whose it is, and for staff who may read documents once the
 * application has arrived, and with it the answer that the document was uploaded for. For everybody else,
 * and when it has been removed, it is not there. What still waits for the virus scanner nobody is given.
 */
export async function documentForDownload(
  platform: Platform,
  actor: Person,
  args: { readonly documentId: string },
): Promise<Result<DocumentForDownload, { kind: 'not-found' | 'being-scanned' }>> {
  if (!isId(args.documentId)) return refuse({ kind: 'not-found' });
  const row = await platform.db.supportingDocument.findFirst({
    where: { id: args.documentId, removedAt: null },
    include: {
      application: { select: { applicantId: true, arrivalNumber: true } },
      request: { select: { state: true } },
    },
  });
  if (row === null) return refuse({ kind: 'not-found' });
  const isOwn = row.application.applicantId === actor.userId;
  // What was uploaded for an answer that is not sent is its applicant's own.
  const isSent =
    row.application.arrivalNumber !== null && (row.request?.state ?? 'answered') === 'answered';
  const isForStaff = isSent && can(actor, 'read-documents');
  if (!isOwn && !isForStaff) return refuse({ kind: 'not-found' });
  const { filename, mediaType, size, storageKey, scan } = documentOf(row);
  if (!canBeOpened[scan]) return refuse({ kind: 'being-scanned' });
  return ok({ filename, mediaType, size, read: () => platform.storage.read(storageKey) });
}
