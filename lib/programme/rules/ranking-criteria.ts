/**
 * What a cohort's order may rest on, each named once. A cohort lists the ones it uses, weightiest
 * first; the rules that apply them are the admission room's.
 */
export const rankingCriteria = ['priority-workplace', 'assessment-score', 'arrival'] as const;

export type RankingCriterion = (typeof rankingCriteria)[number];

/** Candidates from anchored workplaces first, then the order in which applications came in. */
export const defaultRankingCriteria: readonly RankingCriterion[] = [
  'priority-workplace',
  'arrival',
];
