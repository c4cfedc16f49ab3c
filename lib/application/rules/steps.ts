import type { Answers } from './answers';

/** The steps of the application, in order, by the words of their addresses. */
export const applicationSteps = [
  'about-you',
  'category',
  'workplace',
  'motivation',
  'conditions',
  'documents',
  'summary',
] as const;

export type ApplicationStep = (typeof applicationSteps)[number];

/** The steps that save a section of the answers. */
export const answerSteps = [
  'about-you',
  'category',
  'workplace',
  'motivation',
  'conditions',
] as const satisfies readonly ApplicationStep[];

export type AnswerStep = (typeof answerSteps)[number];

/** Which section of the answers a step saves. */
export const sectionOf = {
  'about-you': 'aboutYou',
  category: 'category',
  workplace: 'workplace',
  motivation: 'motivation',
  conditions: 'conditions',
} as const satisfies Record<AnswerStep, keyof Answers>;

/** The section of answers that a step saves, as a type. */
export type SectionOf<Step extends AnswerStep> = NonNullable<Answers[(typeof sectionOf)[Step]]>;

/** The step after this one; the summary is the last. */
export function stepAfter(step: ApplicationStep): ApplicationStep {
  return applicationSteps[applicationSteps.indexOf(step) + 1] ?? 'summary';
}
