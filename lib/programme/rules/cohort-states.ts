import { canMove, type Group, type Moves } from '@/lib/kernel/state-machine';

/** The life of one year's run, from being planned to the last diploma. */
export const cohortStates = [
  'planned',
  'open',
  'assessing',
  'admitting',
  'running',
  'completed',
  'cancelled',
] as const;

export type CohortState = (typeof cohortStates)[number];

/** Which states may follow which. Forward only; a cohort is cancelled until its teaching has begun. */
export const cohortMoves: Moves<CohortState> = {
  planned: ['open', 'cancelled'],
  open: ['assessing', 'cancelled'],
  assessing: ['admitting', 'cancelled'],
  admitting: ['running', 'cancelled'],
  running: ['completed'],
  completed: [],
  cancelled: [],
};

/** New applications come in, as long as the dates of the window say so too. */
export const takesApplications: Group<CohortState> = {
  planned: false,
  open: true,
  assessing: false,
  admitting: false,
  running: false,
  completed: false,
  cancelled: false,
};

/** What has come in is read, concluded and ranked. It may begin before the deadline. */
export const isAssessed: Group<CohortState> = {
  planned: false,
  open: true,
  assessing: true,
  admitting: false,
  running: false,
  completed: false,
  cancelled: false,
};

/** Binding enrollments come in, or are still to come. */
export const canStillEnroll: Group<CohortState> = {
  planned: true,
  open: true,
  assessing: true,
  admitting: true,
  running: false,
  completed: false,
  cancelled: false,
};

/** Offers have gone out and are answered; freed places go to the waiting list. */
export const answersOffers: Group<CohortState> = {
  planned: false,
  open: false,
  assessing: false,
  admitting: true,
  running: false,
  completed: false,
  cancelled: false,
};

/**
 * States that an administrator moves a cohort to by hand. Admission begins by releasing the offers, and a
 * cohort is cancelled by the act that also voids offers and fees and writes to everybody.
 */
export const isReachedByHand: Group<CohortState> = {
  planned: false,
  open: true,
  assessing: true,
  admitting: false,
  running: true,
  completed: true,
  cancelled: false,
};

/** Nothing more happens in it. */
export const isOver: Group<CohortState> = {
  planned: false,
  open: false,
  assessing: false,
  admitting: false,
  running: false,
  completed: true,
  cancelled: true,
};

/** The public may read of it. A cancelled cohort is told of by letter, not advertised. */
export const isPublic: Group<CohortState> = {
  planned: true,
  open: true,
  assessing: true,
  admitting: true,
  running: true,
  completed: true,
  cancelled: false,
};

/** Whether a cohort may go from one state to another. */
export function mayMoveCohort(from: CohortState, to: CohortState): boolean {
  return canMove(cohortMoves, from, to);
}
