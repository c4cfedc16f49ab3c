import type { Person } from '@/lib/kernel/actor';
import type { Platform } from '@/lib/platform/context';
import { readInfected, type InfectedDocument } from '../document-store';
import { readOwnApplication } from '../store';

/** What the virus scanner had removed from the applicant's own application; nothing of anybody else's. */
export async function infectedDocuments(
  platform: Platform,
  actor: Person,
  args: { readonly reference: string },
): Promise<readonly InfectedDocument[]> {
  const application = await readOwnApplication(platform.db, actor.userId, args.reference);
  return application === null ? [] : readInfected(platform.db, application.id);
}
