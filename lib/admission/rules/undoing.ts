import type { ApplicationState } from '@/lib/application/rules/states';

/** How far a cohort's admission has come, and what it holds of one application. */
export interface AdmissionSoFar {
  readonly isLocked: boolean;
  readonly hasPosition: boolean;
  readonly isReleased: boolean;
  /** An offer that its applicant may see, a place on the waiting list or a refusal. */
  readonly wasTold: boolean;
}

/**
 * Whether the admission has been decided without an application that was withdrawn from this state, so that
 * taking the withdrawal back would put it where nobody has decided on it. One that has its place in the
 * locked ranking, or that was told its answer before it was withdrawn, goes back to that.
 */
export function hasGoneOn(from: ApplicationState, admission: AdmissionSoFar): boolean {
  switch (from) {
    case 'draft':
    case 'withdrawn':
      return false;
    case 'submitted':
      return admission.isLocked;
    case 'qualified':
      return (
        (admission.isLocked && !admission.hasPosition) ||
        (admission.isReleased && !admission.wasTold)
      );
    case 'not-qualified':
      return admission.isReleased && !admission.wasTold;
  }
}
