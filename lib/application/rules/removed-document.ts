import type { Instant, LocalDate } from '@/lib/kernel/time';
import { isAssessed } from '@/lib/programme/rules/cohort-states';
import { checkEditing } from './editing';
import { checkAnswering, type RequestState } from './information-request';
import { receivedStates, type ApplicationState } from './states';
import { ownDeadline, type WindowFacts } from './window';

/** What an applicant can do about a document that was removed because something harmful was in it. */
export type AfterRemoval =
  /** Upload another one among the documents, to the end of that day. */
  | { readonly kind: 'upload'; readonly until: LocalDate }
  /** Upload another one for the request that it answered. */
  | { readonly kind: 'answer'; readonly number: number; readonly dueOn: LocalDate }
  /** Write to us: the documents are closed, and staff can still ask for it by a request. */
  | { readonly kind: 'write' }
  /** Nothing waits for it: it was never sent, is taken back, or comes too late to be read. */
  | { readonly kind: 'nothing' };

interface AskedFor {
  readonly id: string;
  readonly number: number;
  readonly dueOn: LocalDate;
  readonly state: RequestState;
  readonly requestedAt: Instant;
}

/**
 * What comes after a removal. An application that has been concluded says the same as one that waits for it
 * (rule 8). Once staff have asked for something since, the request says what to do, and no more need be said.
 */
export function afterRemoval(facts: {
  readonly state: ApplicationState;
  readonly cohort: WindowFacts;
  readonly document: { readonly requestId: string | null; readonly removedAt: Instant };
  readonly requests: readonly AskedFor[];
  readonly now: Instant;
}): AfterRemoval {
  const { state, cohort, document, requests, now } = facts;
  const asked = requests.find(({ id }) => id === document.requestId);
  if (asked !== undefined) {
    const { number, dueOn } = asked;
    const standing = { application: state, request: asked.state, cohort: cohort.state };
    if (checkAnswering(standing).ok) return { kind: 'answer', number, dueOn };
  } else if (checkEditing(state, cohort, now).ok) {
    return { kind: 'upload', until: ownDeadline(cohort) };
  }
  const isAskedSince = requests.some(
    (each) => each.state !== 'withdrawn' && each.requestedAt > document.removedAt,
  );
  const canBeAskedFor = receivedStates.includes(state) && isAssessed[cohort.state];
  return { kind: canBeAskedFor && !isAskedSince ? 'write' : 'nothing' };
}
