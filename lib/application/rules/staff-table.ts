import type { ApplicationState } from './states';

/** The columns that the staff's table sorts by. Arrival is by time received, then arrival number (rule 3). */
export const applicationSorts = ['arrival', 'name', 'workplace', 'category', 'state'] as const;
export type ApplicationSort = (typeof applicationSorts)[number];

/** What staff see of states: a draft is the applicant's own. */
export const staffVisibleStates = [
  'submitted',
  'qualified',
  'not-qualified',
  'withdrawn',
] as const satisfies readonly ApplicationState[];
export type StaffVisibleState = (typeof staffVisibleStates)[number];
