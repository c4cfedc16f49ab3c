import type { Person } from '@/lib/kernel/actor';
import type { DocumentId } from '@/lib/kernel/ids';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import { readCohort } from '@/lib/programme/store';
import { readInfected } from '../document-store';
import { forApplicant } from '../extension-store';
import { readRequests } from '../request-store';
import { afterRemoval, type AfterRemoval } from '../rules/removed-document';
import { readOwnApplication } from '../store';

/** A document that is gone because of what the virus scanner found in it. */
export interface RemovedForVirus {
  readonly id: DocumentId;
  readonly filename: string;
  readonly removedAt: Instant;
  /** What its applicant can do about it now. */
  readonly next: AfterRemoval;
}

/** What the virus scanner had removed from the applicant's own application; nothing of anybody else's. */
export async function infectedDocuments(
  platform: Platform,
  actor: Person,
  args: { readonly reference: string },
): Promise<readonly RemovedForVirus[]> {
  const { db } = platform;
  const application = await readOwnApplication(db, actor.userId, args.reference);
  if (application === null || application.erasedAt !== null) return [];
  const infected = await readInfected(db, application.id);
  if (infected.length === 0) return [];
  const facts = await readCohort(db, application.cohortId);
  if (facts === null) return [];
  const cohort = await forApplicant(db, facts, actor.userId);
  const requests = await readRequests(db, application.id);
  const now = await readNow(platform);
  return infected.map(({ id, filename, removedAt, requestId }) => {
    const document = { requestId, removedAt };
    const next = afterRemoval({ state: application.state, cohort, document, requests, now });
    return { id, filename, removedAt, next };
  });
}
