import { statesIn, type Group, type Moves } from '@/lib/kernel/state-machine';

/**
 * What an application is to the house. What became of a qualified one (offer, waiting list,
 * enrollment) lives on its offer, never here.
 */
export type ApplicationState = 'draft' | 'submitted' | 'qualified' | 'not-qualified' | 'withdrawn';

/**
 * The declared machine. A conclusion can be replaced until the ranking is locked. A withdrawal can be undone
 * for a while (`undoUntil`), and then leads back to the very state that it came from, and to no other.
 */
export const applicationMoves: Moves<ApplicationState> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['qualified', 'not-qualified', 'withdrawn'],
  qualified: ['not-qualified', 'withdrawn'],
  'not-qualified': ['qualified', 'withdrawn'],
  withdrawn: ['draft', 'submitted', 'qualified', 'not-qualified'],
};

/** Counts as the applicant's one application to the cohort (rule 4). */
export const live: Group<ApplicationState> = {
  draft: true,
  submitted: true,
  qualified: true,
  'not-qualified': true,
  withdrawn: false,
};

/** The applicant may change answers and documents, while the window is open. */
export const editableByApplicant: Group<ApplicationState> = {
  draft: true,
  submitted: true,
  qualified: false,
  'not-qualified': false,
  withdrawn: false,
};

/** Has arrived at least once: it is the staff's to see, with an arrival number and revisions. */
const received: Group<ApplicationState> = {
  draft: false,
  submitted: true,
  qualified: true,
  'not-qualified': true,
  withdrawn: false,
};

/** Waits for the staff's conclusion. */
export const awaitingConclusion: Group<ApplicationState> = {
  draft: false,
  submitted: true,
  qualified: false,
  'not-qualified': false,
  withdrawn: false,
};

/** An officer has concluded. */
export const concluded: Group<ApplicationState> = {
  draft: false,
  submitted: false,
  qualified: true,
  'not-qualified': true,
  withdrawn: false,
};

/** The applicant may withdraw it, as far as the application itself is concerned. */
export const withdrawable: Group<ApplicationState> = {
  draft: true,
  submitted: true,
  qualified: true,
  'not-qualified': true,
  withdrawn: false,
};

/** Every state, in the order of a case's life. */
export const applicationStates = Object.keys(applicationMoves) as readonly ApplicationState[];

export const receivedStates = statesIn(received);

/** How far a case has come as its applicant may know it: a conclusion is a secret until the release (rule 8). */
export type StateForApplicant = 'draft' | 'submitted' | 'withdrawn';

/** What the applicant is told of a state. */
export function stateForApplicant(state: ApplicationState): StateForApplicant {
  return state === 'draft' || state === 'withdrawn' ? state : 'submitted';
}
