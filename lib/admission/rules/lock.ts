import { ok, refuse, type Result } from '@/lib/kernel/result';
import { isOnOrBefore, type Instant, type LocalDate } from '@/lib/kernel/time';
import { isAssessed, type CohortState } from '@/lib/programme/rules/cohort-states';

export interface LockInput {
  readonly cohortState: CohortState;
  readonly applicationDeadline: LocalDate;
  readonly zone: string;
  /** The last day on which somebody with an extension can still send theirs; null when there is nobody. */
  readonly extendedUntil: LocalDate | null;
  /** References of applications that nobody has concluded yet, by arrival. */
  readonly unconcluded: readonly string[];
}

export type LockRefusal =
  | { readonly kind: 'cohort-not-assessed'; readonly cohortState: CohortState }
  | { readonly kind: 'deadline-not-passed'; readonly deadline: LocalDate }
  /** Somebody has been promised longer, and has not sent theirs yet (rule 1). */
  | { readonly kind: 'extension-running'; readonly until: LocalDate }
  | { readonly kind: 'not-all-concluded'; readonly references: readonly string[] };

/** Rule 7: whether the ranking can be frozen now. Until every deadline is over, more can come. */
export function checkLock(input: LockInput, now: Instant): Result<void, LockRefusal> {
  const { cohortState, applicationDeadline: deadline, zone, extendedUntil, unconcluded } = input;
  if (!isAssessed[cohortState]) return refuse({ kind: 'cohort-not-assessed', cohortState });
  if (isOnOrBefore(now, deadline, zone)) return refuse({ kind: 'deadline-not-passed', deadline });
  if (extendedUntil !== null && isOnOrBefore(now, extendedUntil, zone)) {
    return refuse({ kind: 'extension-running', until: extendedUntil });
  }
  if (unconcluded.length > 0) {
    return refuse({ kind: 'not-all-concluded', references: unconcluded });
  }
  return ok(undefined);
}

/** The states that a cohort passes through on its way into admission; assessment is never skipped. */
export function wayToAdmitting(from: CohortState): readonly CohortState[] {
  return from === 'open' ? ['assessing', 'admitting'] : ['admitting'];
}
