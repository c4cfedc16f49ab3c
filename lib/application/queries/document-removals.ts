import type { Person } from '@/lib/kernel/actor';
import type { DocumentId } from '@/lib/kernel/ids';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readInfected } from '../document-store';
import { readOwnApplication } from '../store';

/** A document that is gone because of what the virus scanner found in it. */
export interface RemovedForVirus {
  readonly id: DocumentId;
  readonly filename: string;
  readonly removedAt: Instant;
}

/** What the virus scanner had removed from the applicant's own application; nothing of anybody else's. */
export async function infectedDocuments(
  platform: Platform,
  actor: Person,
  args: { readonly reference: string },
): Promise<readonly RemovedForVirus[]> {
  const application = await readOwnApplication(platform.db, actor.userId, args.reference);
  if (application === null) return [];
  const infected = await readInfected(platform.db, application.id);
  return infected.map(({ id, filename, removedAt }) => ({ id, filename, removedAt }));
}
