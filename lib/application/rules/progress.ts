import type { Answers } from './answers';
import { isLeftOpen, type Missing } from './eligibility';
import { applicationSteps, sectionOf, type ApplicationStep } from './steps';

/**
 * How far a step has come. `begun`: saved with questions left open. `needs-attention`: everything
 * is answered, and yet it does not hold (too few years of work, a document missing).
 */
export type StepState = 'not-started' | 'begun' | 'done' | 'needs-attention';

export interface StepProgress {
  readonly step: ApplicationStep;
  readonly state: StepState;
  /** What is missing before this step is complete. */
  readonly missing: readonly Missing[];
}

export interface ApplicationSoFar {
  readonly answers: Answers;
  /** How many documents are attached. */
  readonly documents: number;
  /** Has it been submitted? */
  readonly received: boolean;
}

/** The state of every step, in order, from the answers and from what `missingFor` found missing. */
export function stepProgress(soFar: ApplicationSoFar, missing: readonly Missing[]): StepProgress[] {
  return applicationSteps.map((step) => {
    const own = missing.filter((item) => item.step === step);
    return { step, state: stateOf(step, soFar, own), missing: own };
  });
}

function stateOf(
  step: ApplicationStep,
  soFar: ApplicationSoFar,
  own: readonly Missing[],
): StepState {
  if (step === 'summary') return soFar.received ? 'done' : 'not-started';
  if (step === 'documents') {
    if (own.length > 0) return soFar.documents > 0 ? 'begun' : 'needs-attention';
    // Before a group is chosen nobody can say that nothing need be documented.
    const isGroupChosen = (soFar.answers.category?.categoryNumber ?? null) !== null;
    return soFar.documents > 0 || isGroupChosen ? 'done' : 'not-started';
  }
  if (soFar.answers[sectionOf[step]] === null) return 'not-started';
  if (own.length === 0) return 'done';
  return own.some((item) => isLeftOpen[item.code]) ? 'begun' : 'needs-attention';
}

/** The step that the applicant should see next: the first that is not done. */
export function stepToContinueWith(progress: readonly StepProgress[]): ApplicationStep {
  return progress.find((step) => step.state !== 'done')?.step ?? 'summary';
}
