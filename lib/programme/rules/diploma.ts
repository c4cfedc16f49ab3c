import { teachingMinutes, type CohortFacts } from './cohort-facts';

/** The part of the teaching time that one must be present at, in percent; exactly this much is enough (rule 16). */
export const diplomaPercent = 80;

/** The fewest whole minutes of presence that give a diploma: 3984 of the 4980 of the first cohort. */
export function diplomaMinutes(cohort: Pick<CohortFacts, 'gatherings'>): number {
  return Math.ceil((teachingMinutes(cohort) * diplomaPercent) / 100);
}
