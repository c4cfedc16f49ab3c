import { checkUndo, undoUntil } from '@/lib/application/rules/withdrawal';
import { readLiveApplication, readOwnApplication } from '@/lib/application/store';
import { readWithdrawn } from '@/lib/application/withdrawal-store';
import type { Person } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import { readCohort } from '@/lib/programme/store';
import { hasGoneOn } from '../rules/undoing';
import { readAdmissionSoFar } from '../store/undoing';

/** A withdrawal that is not too old to be undone. */
export interface UndoOfWithdrawal {
  /** The last moment. */
  readonly until: Instant;
  /** What stands in the way; null when it can be undone now. */
  readonly hindrance:
    | { readonly kind: 'applied-anew'; readonly reference: string }
    | { readonly kind: 'admission-went-on'; readonly mailbox: string }
    | null;
}

/** Whether the applicant's own withdrawal can be undone; null when there is none, or it is too late. */
export async function undoOfWithdrawal(
  platform: Platform,
  actor: Person,
  args: { readonly reference: string },
): Promise<UndoOfWithdrawal | null> {
  const application = await readOwnApplication(platform.db, actor.userId, args.reference);
  if (application === null) return null;
  const { id, cohortId, withdrawnAt, withdrawnFrom, erasedAt } = application;
  if (withdrawnAt === null || withdrawnFrom === null) return null;
  const cohort = await readCohort(platform.db, cohortId);
  const now = await readNow(platform);
  const withdrawal = { withdrawnAt, withdrawnFrom, erasedAt };
  if (cohort === null || !checkUndo(withdrawal, cohort.state, now).ok) return null;
  const until = undoUntil(withdrawnAt, withdrawnFrom);
  const other = await readLiveApplication(platform.db, actor.userId, cohortId);
  if (other !== null) {
    return { until, hindrance: { kind: 'applied-anew', reference: other.reference } };
  }
  if (hasGoneOn(withdrawnFrom, await readAdmissionSoFar(platform.db, cohortId, id))) {
    const { mailbox } = cohort.programme;
    return { until, hindrance: { kind: 'admission-went-on', mailbox } };
  }
  return { until, hindrance: null };
}

/** An application that can be taken back instead of beginning anew. */
export interface UndoableApplication {
  readonly reference: string;
  /** Had it arrived? Then it has a place in the queue to keep. */
  readonly hasArrived: boolean;
  readonly withdrawnAt: Instant;
  readonly until: Instant;
}

/** What the applicant can take back to a cohort without more ado; null when there is nothing. */
export async function undoableApplication(
  platform: Platform,
  actor: Person,
  { cohortId }: { readonly cohortId: CohortId },
): Promise<UndoableApplication | null> {
  for (const application of await readWithdrawn(platform.db, actor.userId, cohortId)) {
    const { reference, receivedAt, withdrawnAt } = application;
    const undo = await undoOfWithdrawal(platform, actor, { reference });
    if (undo === null || withdrawnAt === null || undo.hindrance !== null) continue;
    return { reference, hasArrived: receivedAt !== null, withdrawnAt, until: undo.until };
  }
  return null;
}
