import type { Platform } from '@/lib/platform/context';
import { readStandingKeys } from '../document-store';

const day = 86_400_000;

/** More than this share of all files without a row is no litter, but the wrong folder or the wrong database. */
const mostLitter = 0.2;
/** A share of very few files says nothing. */
const alwaysLitter = 25;

/**
 * Removes files that are no document: what a process that died left of an upload, and bytes whose removal
 * failed after its commit. Only what is older than a day, so that nothing on its way is touched; and
 * nothing at all when so much would go that the database must be another than the one of these files.
 */
export async function sweepDocuments(platform: Platform): Promise<{ readonly removed: number }> {
  const { storage, log } = platform;
  // The storage's own clock, which a rehearsal does not move.
  const yesterday = new Date(Date.now() - day);
  const unfinished = await storage.removeUnfinished(yesterday);
  const keys: string[] = [];
  for await (const { key } of storage.listBefore(yesterday)) keys.push(key);
  const litter: string[] = [];
  for (let at = 0; at < keys.length; at += 1_000) {
    const some = keys.slice(at, at + 1_000);
    const standing = await readStandingKeys(platform.db, some);
    litter.push(...some.filter((key) => !standing.has(key)));
  }
  if (litter.length > Math.max(alwaysLitter, keys.length * mostLitter)) {
    log.error(
      { files: keys.length, withoutRow: litter.length },
      'most stored files belong to no document here: is this their database? nothing was removed',
    );
    return { removed: unfinished };
  }
  for (const key of litter) await storage.remove(key);
  return { removed: unfinished + litter.length };
}
