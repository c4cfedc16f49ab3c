import { hasBegun, isOnOrBefore, type Instant } from '@/lib/kernel/time';
import type { CohortFacts } from './cohort-facts';
import { takesApplications } from './cohort-states';

/** Whether applications come in, not yet, or no more. */
export type ApplicationWindow = 'coming' | 'open' | 'closed';

/**
 * Reads the window from the clock: from the first moment of `opensOn` to the last of
 * `applicationDeadline`, in the cohort's zone. A cohort still being planned is coming however late it
 * is; one that has been moved on is closed however early.
 */
export function applicationWindow(
  cohort: Pick<CohortFacts, 'state' | 'opensOn' | 'applicationDeadline' | 'zone'>,
  now: Instant,
): ApplicationWindow {
  if (!isOnOrBefore(now, cohort.applicationDeadline, cohort.zone)) return 'closed';
  if (cohort.state === 'planned') return 'coming';
  if (!takesApplications[cohort.state]) return 'closed';
  return hasBegun(now, cohort.opensOn, cohort.zone) ? 'open' : 'coming';
}
