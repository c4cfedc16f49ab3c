import type { Group } from '@/lib/kernel/state-machine';
import type { CohortState } from '@/lib/programme/rules/cohort-states';
import { withdrawable, type ApplicationState } from './states';

/**
 * Until the outcome is released an applicant withdraws the application itself. After that there is an
 * offer to decline, a place on the waiting list, or a binding enrollment, each with an act of its own.
 */
export const beforeRelease: Group<CohortState> = {
  planned: true,
  open: true,
  assessing: true,
  admitting: false,
  running: false,
  completed: false,
  cancelled: false,
};

/** Whether the applicant can withdraw the application, as it and its cohort stand. */
export function mayWithdraw(application: ApplicationState, cohort: CohortState): boolean {
  return withdrawable[application] && beforeRelease[cohort];
}
