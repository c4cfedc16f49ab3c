import type { Prisma } from '@/prisma/generated/client';
import { appendEvent } from '@/lib/audit/append-event';
import type { SystemActor } from '@/lib/kernel/actor';
import { asId } from '@/lib/kernel/ids';
import { ok } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { ScannerUnavailable, type ScanVerdict } from '@/lib/platform/virus-scanner';
import { readCohort } from '@/lib/programme/store';
import { queueDocumentRemovedLetter } from '../document-letters';
import { documentOf, storeScan, type StoredDocument } from '../document-store';
import { lockApplicationRow } from '../store';

const actor: SystemActor = { kind: 'system', job: 'scan-document' };

/** How long the job waits for the scanner, in milliseconds: nobody waits for the job. */
const patience = 120_000;

/**
 * Scans a document that was attached while the scanner was away. Found clean, it can be opened from then
 * on. Infected, it is removed and its applicant written to, in one transaction; the application stays what
 * it was, and its place in the order of arrival too. Scanning twice changes nothing the second time.
 *
 * Where the scanner has been taken out of the configuration, what waits goes on waiting: a quarantine is
 * not ended by a setting.
 *
 * @throws ScannerUnavailable so that the queue tries again
 */
export async function scanDocument(platform: Platform, documentId: string): Promise<void> {
  const document = await readWaiting(platform.db, documentId);
  if (document === null) return;
  const { scanner, storage } = platform;
  if (scanner === null) throw new ScannerUnavailable('CLAMD_URL is not set, and documents wait');
  const verdict = await scanner.scan(storage.read(document.storageKey), patience);
  await inTransaction(platform, async (tx) => {
    const application = await lockApplicationRow(tx, document.applicationId);
    const cohort = application && (await readCohort(tx.prisma, application.cohortId));
    // It may have been removed, or been scanned by another instance, meanwhile.
    const isWaiting = (await readWaiting(tx.prisma, documentId)) !== null;
    if (application === null || cohort === null || !isWaiting) return ok(null);
    const now = await tx.now();
    const finding = findingOf(verdict);
    await storeScan(tx, document.id, finding, now);
    const { documents } = document;
    await appendEvent(tx, {
      actor,
      at: now,
      kind: finding === null ? 'document-found-clean' : 'infected-document-removed',
      subject: { type: 'application', id: application.id },
      cohortId: application.cohortId,
      before: { documentId, documents, scan: 'waiting' },
      after: finding === null ? { scan: 'clean' } : { scan: 'infected', finding },
    });
    if (finding !== null) {
      await queueDocumentRemovedLetter(tx, application, cohort, document, { finding, at: now });
      tx.afterCommit(() => storage.remove(document.storageKey));
    }
    return ok(null);
  });
}

function findingOf(verdict: ScanVerdict): string | null {
  return verdict.kind === 'clean' ? null : verdict.finding;
}

async function readWaiting(
  prisma: Prisma.TransactionClient,
  documentId: string,
): Promise<StoredDocument | null> {
  const row = await prisma.supportingDocument.findFirst({
    where: { id: asId<'SupportingDocument'>(documentId), scan: 'waiting', removedAt: null },
  });
  return row === null ? null : documentOf(row);
}
