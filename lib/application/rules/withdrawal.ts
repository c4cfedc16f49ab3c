import { ok, refuse, type Result } from '@/lib/kernel/result';
import { canMove, type Group } from '@/lib/kernel/state-machine';
import type { Instant } from '@/lib/kernel/time';
import type { CohortState } from '@/lib/programme/rules/cohort-states';
import { applicationMoves, withdrawable, type ApplicationState } from './states';

/**
 * The cohort's states in which an application can be taken back. Once the gatherings have begun there
 * is nothing left to withdraw from.
 */
const notYetBegun: Group<CohortState> = {
  planned: true,
  open: true,
  assessing: true,
  admitting: true,
  running: false,
  completed: false,
  cancelled: false,
};

/**
 * Whether the applicant can withdraw the application, as it and its cohort stand; a draft is deleted by the
 * same act, and can be at any time. An offer that waits for its answer, or that was accepted, holds an
 * application back all the same: that is for the admission to say.
 */
export function mayWithdraw(application: ApplicationState, cohort: CohortState): boolean {
  return withdrawable[application] && (application === 'draft' || notYetBegun[cohort]);
}

const hour = 3_600_000;

/** How long a withdrawal can be undone, in milliseconds: what had arrived, and a draft. */
const undoTimes = { arrived: 48 * hour, draft: 30 * 24 * hour } as const;

/**
 * The last moment, itself included, at which a withdrawal can be undone: 48 hours after it for an
 * application that had arrived, 30 days of 24 hours for a draft. Exact instants, so that daylight saving
 * changes nothing.
 */
export function undoUntil(withdrawnAt: Instant, withdrawnFrom: ApplicationState): Instant {
  const time = withdrawnFrom === 'draft' ? undoTimes.draft : undoTimes.arrived;
  return new Date(withdrawnAt.getTime() + time);
}

/** A withdrawal as its undo looks at it. */
export interface Withdrawal {
  readonly withdrawnAt: Instant;
  /** What the application was before. */
  readonly withdrawnFrom: ApplicationState;
  /** When what was written in it was erased; null while it is there. */
  readonly erasedAt: Instant | null;
}

export type UndoRefusal =
  /** What had been written is gone. */
  | { readonly kind: 'draft-erased' }
  | { readonly kind: 'undo-too-late'; readonly until: Instant }
  /** The gatherings have begun: nothing here can be given back. */
  | { readonly kind: 'cohort-has-begun' };

/**
 * Whether a withdrawal can be undone now, as far as the application and its cohort know. The application
 * deadline does not matter: an undo gives back what was there. What the admission has done meanwhile,
 * and another application of the same person, can stand in the way all the same.
 */
export function checkUndo(
  { withdrawnAt, withdrawnFrom, erasedAt }: Withdrawal,
  cohort: CohortState,
  now: Instant,
): Result<void, UndoRefusal> {
  if (erasedAt !== null) return refuse({ kind: 'draft-erased' });
  const until = undoUntil(withdrawnAt, withdrawnFrom);
  if (now.getTime() > until.getTime()) return refuse({ kind: 'undo-too-late', until });
  if (
    !canMove(applicationMoves, 'withdrawn', withdrawnFrom) ||
    !mayWithdraw(withdrawnFrom, cohort)
  ) {
    return refuse({ kind: 'cohort-has-begun' });
  }
  return ok(undefined);
}

/** Drafts that were deleted before this moment can no longer be given back, and are erased. */
export function eraseDeletedBefore(now: Instant): Instant {
  return new Date(now.getTime() - undoTimes.draft);
}
