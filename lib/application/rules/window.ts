import { ok, refuse, type Result } from '@/lib/kernel/result';
import { hasBegun, isOnOrBefore, type Instant, type LocalDate } from '@/lib/kernel/time';
import { takesApplications, type CohortState } from '@/lib/programme/rules/cohort-states';

/** When a cohort takes applications: two local days, both whole, in the cohort's zone. */
export interface ApplicationWindow {
  readonly state: CohortState;
  readonly opensOn: LocalDate;
  readonly applicationDeadline: LocalDate;
  readonly zone: string;
}

export type WindowRefusal =
  | { readonly kind: 'not-open-yet'; readonly opensOn: LocalDate }
  | { readonly kind: 'deadline-passed'; readonly deadline: LocalDate }
  /** Inside the dates, but the cohort is not (or no longer) open. */
  | { readonly kind: 'cohort-closed'; readonly state: CohortState };

/**
 * Rule 1, window: applications are taken from the first moment of `opensOn` to the last of
 * `applicationDeadline`. 23:59:59.999 is in and 00:00:00.000 is out, whichever side of daylight
 * saving the day is on. `now` is the database's clock, read inside the transaction.
 */
export function checkWindow(window: ApplicationWindow, now: Instant): Result<void, WindowRefusal> {
  if (!hasBegun(now, window.opensOn, window.zone)) {
    return refuse({ kind: 'not-open-yet', opensOn: window.opensOn });
  }
  if (!isOnOrBefore(now, window.applicationDeadline, window.zone)) {
    return refuse({ kind: 'deadline-passed', deadline: window.applicationDeadline });
  }
  if (!takesApplications[window.state]) {
    return refuse({ kind: 'cohort-closed', state: window.state });
  }
  return ok(undefined);
}

/** The window as a page words it. */
export type WindowState = 'not-open-yet' | 'open' | 'closed';

/** Which side of the window a moment is on (rule 1). */
export function windowState(window: ApplicationWindow, now: Instant): WindowState {
  const checked = checkWindow(window, now);
  if (checked.ok) return 'open';
  return checked.refusal.kind === 'not-open-yet' ? 'not-open-yet' : 'closed';
}
