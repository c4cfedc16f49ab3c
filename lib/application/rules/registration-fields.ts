import type { Missing } from './eligibility';
import type { Enclosure } from './registration';
import { answerSteps, sectionOf } from './steps';

/**
 * Where on the one long form of registration something is missing: a field of a section, or the tick
 * for what the paper documents.
 */
export function registrationField({ step, field, code }: Missing): string {
  const answered = answerSteps.find((each) => each === step);
  if (answered !== undefined) return `${sectionOf[answered]}.${field}`;
  const enclosure: Enclosure = code === 'course-not-documented' ? 'course' : 'work';
  return `enclosed.${enclosure}`;
}
