import {
  applicationMoves,
  awaitingConclusion,
  concluded,
  type ApplicationState,
} from '@/lib/application/rules/states';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { canMove } from '@/lib/kernel/state-machine';
import { isAssessed, type CohortState } from '@/lib/programme/rules/cohort-states';

export const outcomes = ['qualified', 'not-qualified'] as const;

/** What an officer concludes. The same words are the application's state from then on. */
export type Outcome = (typeof outcomes)[number];

/** A reason is a sentence: the applicant can ask for it, and a refusal quotes it. In UTF-16 units. */
export const reasonMinimum = 10;
export const reasonMaximum = 2_000;

export interface ConclusionInput {
  readonly applicationState: ApplicationState;
  readonly cohortState: CohortState;
  /** The newest revision of the answers. */
  readonly revision: number;
  /** The revision that the officer had read; null when the act does not come from a page. */
  readonly readRevision: number | null;
  readonly outcome: Outcome;
  readonly reason: string;
}

export type ConclusionRefusal =
  | { readonly kind: 'not-concludable'; readonly state: ApplicationState }
  | { readonly kind: 'conclusions-closed'; readonly cohortState: CohortState }
  | { readonly kind: 'reason-too-short'; readonly minimum: number }
  | { readonly kind: 'application-changed'; readonly revision: number };

/**
 * Rule 6, the officer's part. An application can be concluded from the moment it is submitted, before
 * the deadline too, and concluded anew until the ranking is locked (the cohort leaves assessment by
 * that). From the first conclusion on the applicant can no longer change the answers, so a
 * conclusion always stands on what was read; one on answers that have changed since is refused.
 */
export function checkConclusion(input: ConclusionInput): Result<void, ConclusionRefusal> {
  const { applicationState: state, cohortState, outcome } = input;
  if (!isAssessed[cohortState]) return refuse({ kind: 'conclusions-closed', cohortState });
  const again = concluded[state] && state === outcome;
  const open = awaitingConclusion[state] || concluded[state];
  if (!open || !(again || canMove(applicationMoves, state, outcome))) {
    return refuse({ kind: 'not-concludable', state });
  }
  if (input.reason.trim().length < reasonMinimum) {
    return refuse({ kind: 'reason-too-short', minimum: reasonMinimum });
  }
  if (input.readRevision !== null && input.readRevision !== input.revision) {
    return refuse({ kind: 'application-changed', revision: input.revision });
  }
  return ok(undefined);
}
