import type { Money } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { CohortDates } from './cohort-dates';
import type { Place } from './programme-texts';
import type { RankingCriterion } from './ranking-criteria';

/** A cohort as it is planned, before anybody can apply. */
export interface CohortPlan extends CohortDates {
  /** In addresses: "2027-2028". */
  readonly slug: string;
  /** As people say it: "2027–2028". */
  readonly name: string;
  readonly zone: string;
  readonly capacity: number;
  readonly minimumParticipants: number;
  readonly ordinaryPrice: Money;
  readonly earlyBirdPrice: Money;
  readonly earlyBirdPlaces: number;
  readonly rankingCriteria: readonly RankingCriterion[];
  readonly place: Place;
}

/** What is wrong with a plan: the first thing found, by the name of its field. */
export interface UnsoundPlan {
  readonly kind: 'unsound-plan';
  readonly field: keyof CohortPlan;
}

const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether a word can stand in an address: small letters a–z, figures and single hyphens, at most 60. */
export function isSlug(text: string): boolean {
  return text.length <= 60 && slugShape.test(text);
}

/** Whether a plan holds together: days in their order, teaching after admission, counts and prices that can be kept. */
export function checkCohortPlan(plan: CohortPlan): Result<CohortPlan, UnsoundPlan> {
  const field = firstUnsound(plan);
  return field === null ? ok(plan) : refuse({ kind: 'unsound-plan', field });
}

function firstUnsound(plan: CohortPlan): keyof CohortPlan | null {
  const days = plan.gatherings.flatMap((gathering) => gathering.sessions);
  const firstDay = days[0]?.date;
  const sound: Partial<Record<keyof CohortPlan, boolean>> = {
    slug: isSlug(plan.slug),
    name: plan.name.trim() !== '',
    applicationDeadline: plan.opensOn <= plan.applicationDeadline,
    respondBy: plan.applicationDeadline < plan.respondBy,
    decisionDate: plan.respondBy <= plan.decisionDate,
    admissionClosesOn:
      plan.respondBy <= plan.admissionClosesOn &&
      (firstDay === undefined || plan.admissionClosesOn < firstDay),
    capacity: isCount(plan.capacity) && plan.capacity >= 1,
    minimumParticipants:
      isCount(plan.minimumParticipants) && plan.minimumParticipants <= plan.capacity,
    ordinaryPrice: isCount(plan.ordinaryPrice.amount),
    earlyBirdPrice:
      isCount(plan.earlyBirdPrice.amount) &&
      plan.earlyBirdPrice.amount <= plan.ordinaryPrice.amount,
    earlyBirdPlaces: isCount(plan.earlyBirdPlaces) && plan.earlyBirdPlaces <= plan.capacity,
    rankingCriteria:
      plan.rankingCriteria.length > 0 &&
      new Set(plan.rankingCriteria).size === plan.rankingCriteria.length,
    gatherings:
      plan.gatherings.every(
        (gathering, at) => gathering.number === at + 1 && gathering.sessions.length > 0,
      ) &&
      days.every((day, at) => {
        const before = days[at - 1];
        return day.startsAt < day.endsAt && (before === undefined || before.date < day.date);
      }),
  };
  const unsound = Object.entries(sound).find(([, isSound]) => !isSound);
  return unsound === undefined ? null : (unsound[0] as keyof CohortPlan);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
