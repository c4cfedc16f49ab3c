import type { Missing } from './eligibility';
import type { Enclosure } from './registration';
import { answerSteps, sectionOf } from './steps';

/** What is wrong with whose application it is. */
const ofTheApplicant = new Set(['own-application', 'already-applied', 'applicant-has-draft']);

/** Which field of the form a refused registration is about; '' for the form as a whole. */
export function faultField(kind: string): string {
  if (kind.startsWith('received-')) return 'receivedOn';
  if (kind.startsWith('file-')) return 'file';
  return ofTheApplicant.has(kind) ? 'email' : '';
}

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
