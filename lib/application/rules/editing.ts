import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Missing } from './eligibility';
import { concluded, editableByApplicant, type ApplicationState } from './states';
import { checkWindow, type WindowFacts, type WindowRefusal } from './window';

export type EditingRefusal =
  | { readonly kind: 'application-withdrawn' }
  /** Staff are at work on it; how far they have come is not told (rule 8). */
  | { readonly kind: 'application-under-assessment' }
  | WindowRefusal;

/**
 * Whether the applicant may change answers and documents: a draft, or until the deadline a submitted
 * application (rule 3). After the deadline a draft is kept as it is, and the refusal says so.
 */
export function checkEditing(
  state: ApplicationState,
  cohort: WindowFacts,
  now: Instant,
): Result<void, EditingRefusal> {
  if (state === 'withdrawn') return refuse({ kind: 'application-withdrawn' });
  const window = checkWindow(cohort, now);
  if (!window.ok) return window;
  if (concluded[state] || !editableByApplicant[state]) {
    return refuse({ kind: 'application-under-assessment' });
  }
  return ok(undefined);
}

/** A problem as forms show it; the same shape as the form door's. */
export interface FormProblem {
  readonly field: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What is missing, as problems of the form that is shown: fields of other steps belong to the form as a whole. */
export function problemsOf(
  missing: readonly Missing[],
  isInForm: (item: Missing) => boolean,
): FormProblem[] {
  return missing.map((item) => ({
    field: isInForm(item) ? item.field : '',
    code: item.code,
    params: item.params ?? {},
  }));
}
