import { kroner } from '@/lib/kernel/money';
import { cohortDatesOf } from '@/lib/programme/rules/cohort-dates';
import type { CohortPlan } from '@/lib/programme/rules/cohort-plan';
import { fyrhuset } from '@/prisma/demo/recovery-programme';

/** A cohort of the recovery programme as it is planned, with what a test wants otherwise. */
export function planOf(year: number, given: Partial<CohortPlan> = {}): CohortPlan {
  return {
    ...cohortDatesOf(year),
    slug: `${year}-${year + 1}`,
    name: `${year}–${year + 1}`,
    zone: 'Europe/Oslo',
    capacity: 30,
    minimumParticipants: 16,
    ordinaryPrice: kroner(26_000),
    earlyBirdPrice: kroner(20_000),
    earlyBirdPlaces: 5,
    rankingCriteria: ['priority-workplace', 'arrival'],
    place: fyrhuset,
    ...given,
  };
}
