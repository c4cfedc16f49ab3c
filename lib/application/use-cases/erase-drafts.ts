import { appendEvent } from '@/lib/audit/append-event';
import type { SystemActor } from '@/lib/kernel/actor';
import type { ApplicationId } from '@/lib/kernel/ids';
import { ok } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, readNow } from '@/lib/platform/database';
import { readStorageKeys, storeDocumentErasure } from '../document-store';
import { eraseDeletedBefore } from '../rules/withdrawal';
import { lockApplicationRow } from '../store';
import { readDraftsToErase, storeErasure } from '../withdrawal-store';

const actor: SystemActor = { kind: 'system', job: 'erase-drafts' };

/**
 * Erases what was written in drafts that were deleted more than 30 days ago, and the files in them. Run by a
 * job; a run that was cut off is taken up by the next, and one that finds nothing changes nothing.
 */
export async function eraseDrafts(platform: Platform): Promise<{ readonly erased: number }> {
  let erased = 0;
  const before = eraseDeletedBefore(await readNow(platform));
  for (const applicationId of await readDraftsToErase(platform.db, before)) {
    if (await eraseDraft(platform, applicationId)) erased += 1;
  }
  return { erased };
}

/**
 * The bytes go first, while the row is locked: nothing can give this draft back any more, so a commit that
 * fails after them loses nothing, and a file is never left behind by a process that died after it.
 */
async function eraseDraft(platform: Platform, applicationId: ApplicationId): Promise<boolean> {
  const result = await inTransaction(platform, async (tx) => {
    const application = await lockApplicationRow(tx, applicationId);
    const now = await tx.now();
    const isToGo =
      application !== null &&
      application.state === 'withdrawn' &&
      application.withdrawnFrom === 'draft' &&
      application.erasedAt === null &&
      application.withdrawnAt !== null &&
      application.withdrawnAt < eraseDeletedBefore(now);
    if (!isToGo) return ok(false);
    const keys = await readStorageKeys(tx.prisma, applicationId);
    for (const key of keys) await platform.storage.remove(key);
    await storeDocumentErasure(tx, applicationId, now);
    await storeErasure(tx, applicationId, now);
    await appendEvent(tx, {
      actor,
      at: now,
      kind: 'draft-erased',
      subject: { type: 'application', id: applicationId },
      cohortId: application.cohortId,
      after: { documents: keys.length },
    });
    return ok(true);
  });
  return result.ok && result.value;
}
