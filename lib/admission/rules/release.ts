import { ok, refuse, type Result } from '@/lib/kernel/result';
import { isOnOrBefore, type Instant, type LocalDate } from '@/lib/kernel/time';
import { answersOffers, type CohortState } from '@/lib/programme/rules/cohort-states';

export interface ReleaseConditions {
  readonly cohortState: CohortState;
  readonly locked: boolean;
  readonly respondBy: LocalDate;
  readonly zone: string;
}

export type ReleaseRefusal =
  | { readonly kind: 'ranking-not-locked' }
  | { readonly kind: 'cohort-not-admitting'; readonly cohortState: CohortState }
  | { readonly kind: 'respond-by-passed'; readonly respondBy: LocalDate };

/** Rule 8: whether a cohort's outcome can be released now. An offer that nobody could answer in time is none. */
export function checkRelease(
  conditions: ReleaseConditions,
  now: Instant,
): Result<void, ReleaseRefusal> {
  const { cohortState, locked, respondBy, zone } = conditions;
  if (!locked) return refuse({ kind: 'ranking-not-locked' });
  if (!answersOffers[cohortState]) return refuse({ kind: 'cohort-not-admitting', cohortState });
  if (!isOnOrBefore(now, respondBy, zone)) return refuse({ kind: 'respond-by-passed', respondBy });
  return ok(undefined);
}
