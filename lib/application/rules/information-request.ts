import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Moves } from '@/lib/kernel/state-machine';
import {
  addDays,
  isOnOrBefore,
  localDateOf,
  type Instant,
  type LocalDate,
} from '@/lib/kernel/time';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { isAssessed, type CohortState } from '@/lib/programme/rules/cohort-states';
import { awaitingConclusion, type ApplicationState } from './states';

/** What staff ask one applicant for, after the application has arrived. */
export const requestKinds = ['document', 'answer'] as const;
export type RequestKind = (typeof requestKinds)[number];

export type RequestState = 'open' | 'answered' | 'withdrawn';

/** Answered once, or withdrawn: whichever comes first stands. */
export const requestMoves: Moves<RequestState> = {
  open: ['answered', 'withdrawn'],
  answered: [],
  withdrawn: [],
};

/** The longest that may be typed, in UTF-16 units. */
export const requestLengths = {
  questionMinimum: 10,
  question: 2_000,
  answer: 6_000,
  reasonMinimum: 10,
  reason: 1_000,
} as const;

/**
 * How many documents may answer one request. They do not count among the applicant's twenty: what is
 * asked for can be sent by somebody who has used them all.
 */
export const requestDocumentsMaximum = 5;

export type AskRefusal =
  | { readonly kind: 'own-application' }
  | { readonly kind: 'application-withdrawn' }
  /** An officer has concluded: the answer would come too late to be read for it. */
  | { readonly kind: 'already-concluded' }
  /** Nothing that the applicant says can change anything any more. */
  | { readonly kind: 'requests-closed'; readonly cohortState: CohortState }
  | { readonly kind: 'due-too-early'; readonly earliest: LocalDate }
  | { readonly kind: 'due-too-late'; readonly latest: LocalDate };

/** Between which days, both included, an answer can be asked for: from tomorrow to the day before answers to offers are due. */
export function dueDays(
  { respondBy, zone }: Pick<CohortFacts, 'respondBy' | 'zone'>,
  now: Instant,
): { readonly earliest: LocalDate; readonly latest: LocalDate } {
  return { earliest: addDays(localDateOf(now, zone), 1), latest: addDays(respondBy, -1) };
}

/** Whether staff can ask for more, as the application and its cohort stand. */
export function checkAsking(facts: {
  readonly application: ApplicationState;
  readonly cohort: CohortState;
  /** Whether the application is the officer's own. */
  readonly isOwn: boolean;
}): Result<void, AskRefusal> {
  const { application, cohort, isOwn } = facts;
  if (isOwn) return refuse({ kind: 'own-application' });
  if (application === 'withdrawn') return refuse({ kind: 'application-withdrawn' });
  if (!isAssessed[cohort]) return refuse({ kind: 'requests-closed', cohortState: cohort });
  if (!awaitingConclusion[application]) return refuse({ kind: 'already-concluded' });
  return ok(undefined);
}

/** Whether `dueOn` is a day by which an answer can be asked for. */
export function checkDueDay(
  cohort: Pick<CohortFacts, 'respondBy' | 'zone'>,
  dueOn: LocalDate,
  now: Instant,
): Result<void, AskRefusal> {
  const { earliest, latest } = dueDays(cohort, now);
  if (dueOn < earliest) return refuse({ kind: 'due-too-early', earliest });
  if (dueOn > latest) return refuse({ kind: 'due-too-late', latest });
  return ok(undefined);
}

export type AnswerRefusal =
  | { readonly kind: 'application-withdrawn' }
  | { readonly kind: 'request-answered' }
  | { readonly kind: 'request-withdrawn' }
  | { readonly kind: 'requests-closed'; readonly cohortState: CohortState };

/**
 * Whether the applicant can answer: also after the application deadline, and after the day that was
 * asked for, until the ranking is locked. Whether an officer has concluded makes no difference: nobody
 * may learn that from a refusal (rule 8), and a conclusion can be replaced until then.
 */
export function checkAnswering(facts: {
  readonly application: ApplicationState;
  readonly request: RequestState;
  readonly cohort: CohortState;
}): Result<void, AnswerRefusal> {
  const { application, request, cohort } = facts;
  if (request === 'answered') return refuse({ kind: 'request-answered' });
  if (request === 'withdrawn') return refuse({ kind: 'request-withdrawn' });
  if (application === 'withdrawn') return refuse({ kind: 'application-withdrawn' });
  if (!isAssessed[cohort]) return refuse({ kind: 'requests-closed', cohortState: cohort });
  return ok(undefined);
}

/** Whether a moment is after the whole of the day that was asked for. */
export function isAfterDue(at: Instant, dueOn: LocalDate, zone: string): boolean {
  return !isOnOrBefore(at, dueOn, zone);
}

/** A request's number as an address has it: 1, 2, 3, in that one way of writing; 0, which none has, for others. */
export function readRequestNumber(written: string | undefined): number {
  return written !== undefined && /^[1-9]\d{0,3}$/.test(written) ? Number(written) : 0;
}
