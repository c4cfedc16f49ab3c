import {
  applicationMoves,
  awaitingConclusion,
  concluded,
  type ApplicationState,
} from '@/lib/application/rules/states';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { canMove } from '@/lib/kernel/state-machine';
import type { LocalDate } from '@/lib/kernel/time';
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
  /** The conclusion that stands, with who made it; null before the first. */
  readonly standing: {
    readonly id: string;
    readonly outcome: Outcome;
    readonly by: string;
  } | null;
  /** The one that the officer saw, null for none; undefined when the act does not come from a page. */
  readonly readConclusion: string | null | undefined;
  /** The last day of what the applicant has been asked for and can still answer in time; null when nothing is awaited. */
  readonly awaitedUntil: LocalDate | null;
  /** How many requests the applicant has answered, and how many answers the officer had read; null without a page. */
  readonly answered: number;
  readonly readAnswered: number | null;
  /** Whether the application is the officer's own. */
  readonly isOwn: boolean;
  readonly outcome: Outcome;
  readonly reason: string;
}

export type ConclusionRefusal =
  | { readonly kind: 'own-application' }
  | { readonly kind: 'not-concludable'; readonly state: ApplicationState }
  | { readonly kind: 'conclusions-closed'; readonly cohortState: CohortState }
  | { readonly kind: 'reason-too-short'; readonly minimum: number }
  | { readonly kind: 'application-changed'; readonly revision: number }
  /** The applicant has been promised until the end of a day to send what we asked for. */
  | { readonly kind: 'request-awaited'; readonly dueOn: LocalDate }
  /** An answer to a request came while the officer read. */
  | { readonly kind: 'request-just-answered' }
  /** Somebody concluded while the officer read. */
  | { readonly kind: 'conclusion-changed'; readonly name: string; readonly outcome: Outcome };

/**
 * Rule 6, the officer's part. An application can be concluded from the moment it is submitted, before
 * the deadline too, and concluded anew until the ranking is locked (the cohort leaves assessment by
 * that). What the applicant has been asked for is waited for until its day is over, so that nobody is
 * passed over; an officer who needs it no longer withdraws the request. From the first conclusion on the applicant can no longer change the answers, so a
 * conclusion always stands on what was read; one on answers that have changed since is refused. So is
 * one that would replace a conclusion that the officer has not seen, and one on their own application.
 */
export function checkConclusion(input: ConclusionInput): Result<void, ConclusionRefusal> {
  const { applicationState: state, cohortState, outcome, standing, readConclusion } = input;
  if (input.isOwn) return refuse({ kind: 'own-application' });
  if (!isAssessed[cohortState]) return refuse({ kind: 'conclusions-closed', cohortState });
  const again = concluded[state] && state === outcome;
  const open = awaitingConclusion[state] || concluded[state];
  if (!open || !(again || canMove(applicationMoves, state, outcome))) {
    return refuse({ kind: 'not-concludable', state });
  }
  if (input.reason.trim().length < reasonMinimum) {
    return refuse({ kind: 'reason-too-short', minimum: reasonMinimum });
  }
  if (input.awaitedUntil !== null) {
    return refuse({ kind: 'request-awaited', dueOn: input.awaitedUntil });
  }
  if (input.readAnswered !== null && input.readAnswered !== input.answered) {
    return refuse({ kind: 'request-just-answered' });
  }
  if (input.readRevision !== null && input.readRevision !== input.revision) {
    return refuse({ kind: 'application-changed', revision: input.revision });
  }
  if (standing !== null && readConclusion !== undefined && readConclusion !== standing.id) {
    return refuse({ kind: 'conclusion-changed', name: standing.by, outcome: standing.outcome });
  }
  return ok(undefined);
}
