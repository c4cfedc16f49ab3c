import { ok, refuse, type Result } from '@/lib/kernel/result';
import { isOnOrBefore, type Instant, type LocalDate } from '@/lib/kernel/time';
import { applicationWindow } from '@/lib/programme/rules/application-window';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import type { CohortState } from '@/lib/programme/rules/cohort-states';

/** What of a cohort says when it takes applications: two local days, both whole, and its state. */
export type WindowFacts = Pick<CohortFacts, 'state' | 'opensOn' | 'applicationDeadline' | 'zone'>;

export type WindowRefusal =
  | { readonly kind: 'not-open-yet'; readonly opensOn: LocalDate }
  | { readonly kind: 'deadline-passed'; readonly deadline: LocalDate }
  /** Inside the dates, but the cohort is no longer open. */
  | { readonly kind: 'cohort-closed'; readonly state: CohortState };

/**
 * Rule 1, window: applications are taken from the first moment of `opensOn` to the last of
 * `applicationDeadline`, in the cohort's zone. 23:59:59.999 is in and 00:00:00.000 is out, whichever
 * side of daylight saving the day is on. `now` is the database's clock, read inside the transaction.
 */
export function checkWindow(cohort: WindowFacts, now: Instant): Result<void, WindowRefusal> {
  switch (applicationWindow(cohort, now)) {
    case 'open':
      return ok(undefined);
    case 'coming':
      return refuse({ kind: 'not-open-yet', opensOn: cohort.opensOn });
    case 'closed':
      return isOnOrBefore(now, cohort.applicationDeadline, cohort.zone)
        ? refuse({ kind: 'cohort-closed', state: cohort.state })
        : refuse({ kind: 'deadline-passed', deadline: cohort.applicationDeadline });
  }
}
