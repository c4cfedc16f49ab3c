import { ok, refuse, type Result } from '@/lib/kernel/result';
import { hasBegun, isOnOrBefore, type Instant, type LocalDate } from '@/lib/kernel/time';
import { isAssessed, type CohortState } from '@/lib/programme/rules/cohort-states';
import { ownDeadline, type WindowFacts } from './window';

/** How an application came that did not come through the form. */
export const registeredWays = ['email', 'post'] as const;
export type RegisteredWay = (typeof registeredWays)[number];

/** What the sent papers can show beside the application itself, for those who must document it. */
export const enclosures = ['work', 'course'] as const;
export type Enclosure = (typeof enclosures)[number];

export type RegistrationRefusal =
  /** It is still planned, or its ranking has been locked: the order can no longer take anybody in. */
  | { readonly kind: 'registration-closed'; readonly state: CohortState }
  | { readonly kind: 'received-in-future' }
  | { readonly kind: 'received-before-opening'; readonly opensOn: LocalDate }
  | { readonly kind: 'received-after-deadline'; readonly deadline: LocalDate };

/**
 * Rule 3, registration: an application that came by e-mail or post counts from `receivedAt`, which must
 * lie in the applicant's own window (rule 1). It can be registered later than that, until the ranking
 * is locked.
 */
export function checkRegistration(
  cohort: WindowFacts,
  receivedAt: Instant,
  now: Instant,
): Result<void, RegistrationRefusal> {
  const { state, opensOn, zone } = cohort;
  if (!isAssessed[state]) return refuse({ kind: 'registration-closed', state });
  if (receivedAt.getTime() > now.getTime()) return refuse({ kind: 'received-in-future' });
  if (!hasBegun(receivedAt, opensOn, zone)) {
    return refuse({ kind: 'received-before-opening', opensOn });
  }
  const deadline = ownDeadline(cohort);
  if (!isOnOrBefore(receivedAt, deadline, zone)) {
    return refuse({ kind: 'received-after-deadline', deadline });
  }
  return ok(undefined);
}
