import { ok, refuse, type Result } from '@/lib/kernel/result';
import { addDays, isOnOrBefore, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { isAssessed, type CohortState } from '@/lib/programme/rules/cohort-states';

export type ExtensionRefusal =
  /** It is still planned, or its ranking has been locked: an application could not be taken in. */
  | { readonly kind: 'extension-not-now'; readonly state: CohortState }
  /** It would give no more time than everybody has. */
  | { readonly kind: 'extension-within-deadline'; readonly deadline: LocalDate }
  | { readonly kind: 'extension-in-past' }
  /** Answers are due then: the application must have been read by that day. */
  | { readonly kind: 'extension-too-long'; readonly latest: LocalDate };

/** Rule 1, extension: whether an applicant can be given until the end of `until`. */
export function checkExtension(
  cohort: Pick<CohortFacts, 'state' | 'applicationDeadline' | 'respondBy' | 'zone'>,
  until: LocalDate,
  now: Instant,
): Result<void, ExtensionRefusal> {
  const { state, applicationDeadline, respondBy, zone } = cohort;
  if (!isAssessed[state]) return refuse({ kind: 'extension-not-now', state });
  if (until <= applicationDeadline) {
    return refuse({ kind: 'extension-within-deadline', deadline: applicationDeadline });
  }
  if (!isOnOrBefore(now, until, zone)) return refuse({ kind: 'extension-in-past' });
  if (until >= respondBy) {
    return refuse({ kind: 'extension-too-long', latest: addDays(respondBy, -1) });
  }
  return ok(undefined);
}
