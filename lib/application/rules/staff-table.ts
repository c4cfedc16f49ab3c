import type { ApplicationState } from './states';

/**
 * The columns that the staff's table sorts by. Arrival is by time received, then arrival number (rule 3):
 * what staff write in from the post has a later number than its time.
 */
export const applicationSorts = [
  'arrival',
  'number',
  'name',
  'workplace',
  'category',
  'state',
] as const;
export type ApplicationSort = (typeof applicationSorts)[number];

/** What staff see of states: a draft is the applicant's own. */
export const staffVisibleStates = [
  'submitted',
  'qualified',
  'not-qualified',
  'withdrawn',
] as const satisfies readonly ApplicationState[];
export type StaffVisibleState = (typeof staffVisibleStates)[number];
