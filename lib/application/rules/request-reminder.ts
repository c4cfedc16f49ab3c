import {
  addDays,
  endOfLocalDate,
  localDateOf,
  startOfLocalDate,
  type Instant,
  type LocalDate,
} from '@/lib/kernel/time';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { isAssessed } from '@/lib/programme/rules/cohort-states';
import type { RequestState } from './information-request';
import { awaitingConclusion, type ApplicationState } from './states';

/** So many whole days lie between the reminder and the due day. */
const daysLeft = 2;
/** Whoever was asked with fewer whole days than this before the due day has the asking itself in mind. */
const daysAtAsking = 3;

/** What the reminder of a request looks at. */
export interface RequestToRemindOf {
  readonly state: RequestState;
  readonly requestedAt: Instant;
  /** The last day, whole, in the cohort's zone. */
  readonly dueOn: LocalDate;
  /** When the applicant was reminded; null before. */
  readonly remindedAt: Instant | null;
}

/**
 * Whether an applicant is to be reminded of a request now: once, when it is open two whole days before its
 * due day, if there were three when it was asked, so that a day at the least lies between the two letters.
 * One that was held up goes out until the due day is over. Nobody is reminded of what cannot be answered
 * any more, or is concluded without it.
 */
export function isToBeReminded(facts: {
  readonly application: ApplicationState;
  readonly request: RequestToRemindOf;
  readonly cohort: Pick<CohortFacts, 'state' | 'zone'>;
  readonly now: Instant;
}): boolean {
  const { application, request, cohort, now } = facts;
  if (request.state !== 'open' || request.remindedAt !== null) return false;
  if (!awaitingConclusion[application] || !isAssessed[cohort.state]) return false;
  const { dueOn, requestedAt } = request;
  const startOf = (day: LocalDate) => startOfLocalDate(day, cohort.zone);
  return (
    requestedAt <= startOf(addDays(dueOn, -daysAtAsking)) &&
    now >= startOf(addDays(dueOn, -daysLeft)) &&
    now < endOfLocalDate(dueOn, cohort.zone)
  );
}

/** The due days, both included, of which a reminder can fall on this moment, wherever on earth the cohort is. */
export function dueDaysToRemind(now: Instant): {
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
} {
  const today = localDateOf(now, 'UTC');
  return { earliest: addDays(today, -1), latest: addDays(today, 1 + daysLeft) };
}
