import { ok, refuse, type Result } from '@/lib/kernel/result';
import { hasBegun, isOnOrBefore, type Instant, type LocalDate } from '@/lib/kernel/time';
import {
  applicationWindow,
  type ApplicationWindow,
} from '@/lib/programme/rules/application-window';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { isAssessed, type CohortState } from '@/lib/programme/rules/cohort-states';

/**
 * What says when one person's application is taken: the cohort's two local days, both whole, its state,
 * and that person's extension.
 */
export interface WindowFacts extends Pick<
  CohortFacts,
  'state' | 'opensOn' | 'applicationDeadline' | 'zone'
> {
  /** The last day of the extension that this applicant has been given; null without one. */
  readonly extendedUntil: LocalDate | null;
}

export type WindowRefusal =
  | { readonly kind: 'not-open-yet'; readonly opensOn: LocalDate }
  | { readonly kind: 'deadline-passed'; readonly deadline: LocalDate }
  /** Inside the dates, but the cohort is no longer open. */
  | { readonly kind: 'cohort-closed'; readonly state: CohortState };

/** The last day, whole, on which this applicant's application is taken: an extension never shortens. */
export function ownDeadline({
  applicationDeadline,
  extendedUntil,
}: Pick<WindowFacts, 'applicationDeadline' | 'extendedUntil'>): LocalDate {
  return extendedUntil !== null && extendedUntil > applicationDeadline
    ? extendedUntil
    : applicationDeadline;
}

/**
 * Rule 1 for one applicant: the cohort's window, or an extension of it. An extension also holds while
 * the others' applications are being assessed, until the ranking is locked.
 */
export function ownWindow(cohort: WindowFacts, now: Instant): ApplicationWindow {
  const window = applicationWindow(cohort, now);
  if (window !== 'closed' || cohort.extendedUntil === null) return window;
  const holds =
    isAssessed[cohort.state] &&
    hasBegun(now, cohort.opensOn, cohort.zone) &&
    isOnOrBefore(now, cohort.extendedUntil, cohort.zone);
  return holds ? 'open' : 'closed';
}

/**
 * Rule 1, window: applications are taken from the first moment of `opensOn` to the last of the
 * applicant's own deadline, in the cohort's zone. 23:59:59.999 is in and 00:00:00.000 is out, whichever
 * side of daylight saving the day is on. `now` is the database's clock, read inside the transaction.
 */
export function checkWindow(cohort: WindowFacts, now: Instant): Result<void, WindowRefusal> {
  const deadline = ownDeadline(cohort);
  switch (ownWindow(cohort, now)) {
    case 'open':
      return ok(undefined);
    case 'coming':
      return refuse({ kind: 'not-open-yet', opensOn: cohort.opensOn });
    case 'closed':
      return isOnOrBefore(now, deadline, cohort.zone)
        ? refuse({ kind: 'cohort-closed', state: cohort.state })
        : refuse({ kind: 'deadline-passed', deadline });
  }
}
