import type { Missing } from './eligibility';
import { answerSteps, sectionOf } from './steps';

/**
 * Where on the one long form of registration something is missing: a field of a section, or the ticks
 * for what the paper documents.
 */
export function registrationField({ step, field }: Pick<Missing, 'step' | 'field'>): string {
  const answered = answerSteps.find((each) => each === step);
  return answered === undefined ? 'enclosed' : `${sectionOf[answered]}.${field}`;
}
