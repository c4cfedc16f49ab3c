import type { Group } from '@/lib/kernel/state-machine';
import type { CohortState } from '@/lib/programme/rules/cohort-states';
import { withdrawable, type ApplicationState } from './states';

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
 * Whether the applicant can withdraw the application, as it and its cohort stand. An offer that waits
 * for its answer, or that was accepted, holds it back all the same: that is for the admission to say.
 */
export function mayWithdraw(application: ApplicationState, cohort: CohortState): boolean {
  return withdrawable[application] && notYetBegun[cohort];
}
