import type { ApplicationId } from '@/lib/kernel/ids';
import type { Instant, LocalDate } from '@/lib/kernel/time';
import { inForceOn, type VerifiedAnchoring } from '@/lib/application/rules/anchoring';
import type { RankingCriterion } from '@/lib/programme/rules/ranking-criteria';
import type { NoPriorityReason, Reason } from './reasons';

/** Everything that an application's place can rest on. Nothing else about it is known to the rule. */
export interface RankingFacts {
  readonly applicationId: ApplicationId;
  readonly receivedAt: Instant;
  /** Unique within the cohort: the last word when two came at the same moment. */
  readonly arrivalNumber: number;
  /** The workplace as its register names it; null when the application names none. */
  readonly workplace: string | null;
  /** What staff have verified of that workplace. A claim is not here (rule 5). */
  readonly anchorings: readonly VerifiedAnchoring[];
  /** Null until the application has been scored; after every score. */
  readonly assessmentScore: number | null;
}

/** An officer's move of one application. `toPosition` counts from 1. */
export interface Override {
  readonly applicationId: ApplicationId;
  readonly toPosition: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** One place in the order, with why. `position` counts from 1 without gaps. */
export interface RankedPosition {
  readonly applicationId: ApplicationId;
  readonly position: number;
  /** 1 is served first. Everybody is in class 1 when the cohort does not rank by workplace. */
  readonly priorityClass: PriorityClass;
  /** In the order in which the criteria weigh; a move, if any, last. */
  readonly reasons: readonly Reason[];
  /** The place that the criteria alone give. */
  readonly positionByCriteria: number;
  readonly override: Override | null;
}

export type PriorityClass = 1 | 2;

export interface RankingInput {
  readonly applications: readonly RankingFacts[];
  /** Weightiest first. Arrival decides last whether it is named or not, so that no two are equal. */
  readonly criteria: readonly RankingCriterion[];
  /** The day on which a workplace's anchoring must be in force (rule 5). */
  readonly applicationDeadline: LocalDate;
  readonly overrides: readonly Override[];
}

/**
 * Rule 7: the order of qualified applications. The same facts give the same order in whatever order
 * they come; taking one away leaves the others as they stood to each other. Overrides are then made
 * in the order in which they were decided, each moving one application and no other past another; a
 * move beyond the end is to the end, and one of an application that is no longer here is nothing.
 */
export function rank(input: RankingInput): RankedPosition[] {
  const { applications, applicationDeadline } = input;
  const criteria = decidingCriteria(input.criteria);
  const byCriteria = [...applications].sort((a, b) => {
    for (const criterion of criteria) {
      const difference = compare[criterion](a, b, applicationDeadline);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const positionsByCriteria = new Map(
    byCriteria.map((facts, index) => [facts.applicationId, index + 1]),
  );

  const overridden = new Map<ApplicationId, Override>();
  let order = byCriteria;
  for (const override of inOrderOfDecision(input.overrides)) {
    const moved = order.find((facts) => facts.applicationId === override.applicationId);
    if (moved === undefined) continue;
    const others = order.filter((facts) => facts !== moved);
    const index = Math.min(Math.max(override.toPosition, 1), order.length) - 1;
    order = others.toSpliced(index, 0, moved);
    overridden.set(moved.applicationId, { ...override, toPosition: index + 1 });
  }

  return order.map((facts, index) => {
    const override = overridden.get(facts.applicationId) ?? null;
    const positionByCriteria = positionsByCriteria.get(facts.applicationId) ?? index + 1;
    const reasons = criteria.map((criterion) => explain[criterion](facts, applicationDeadline));
    return {
      applicationId: facts.applicationId,
      position: index + 1,
      priorityClass: priorityClass(facts, criteria, applicationDeadline),
      reasons: override === null ? reasons : [...reasons, moveOf(override, positionByCriteria)],
      positionByCriteria,
      override,
    };
  });
}

/** What is named after arrival cannot decide anything, since no two arrive alike. */
function decidingCriteria(named: readonly RankingCriterion[]): RankingCriterion[] {
  const before = named.includes('arrival') ? named.slice(0, named.indexOf('arrival')) : named;
  return [...new Set(before), 'arrival'];
}

type Comparison = (a: RankingFacts, b: RankingFacts, deadline: LocalDate) => number;

const compare: Record<RankingCriterion, Comparison> = {
  'priority-workplace': (a, b, deadline) =>
    Number(anchoringOn(a, deadline) === null) - Number(anchoringOn(b, deadline) === null),
  'assessment-score': (a, b) => scoreOf(b) - scoreOf(a),
  arrival: (a, b) =>
    a.receivedAt.getTime() - b.receivedAt.getTime() || a.arrivalNumber - b.arrivalNumber,
};

/** Below every score: those not scored come after all who are. */
function scoreOf(facts: RankingFacts): number {
  return facts.assessmentScore ?? -1;
}

const explain: Record<RankingCriterion, (facts: RankingFacts, deadline: LocalDate) => Reason> = {
  'priority-workplace': (facts, deadline) => {
    const anchoring = anchoringOn(facts, deadline);
    if (anchoring === null) return { kind: 'no-priority', because: whyNoPriority(facts) };
    return {
      kind: 'priority-workplace',
      workplace: facts.workplace ?? '',
      since: anchoring.from,
      ...(anchoring.to === null ? {} : { until: anchoring.to }),
    };
  },
  'assessment-score': (facts) => ({ kind: 'assessment-score', score: facts.assessmentScore }),
  arrival: (facts) => ({
    kind: 'arrival',
    receivedAt: facts.receivedAt.toISOString(),
    arrivalNumber: facts.arrivalNumber,
  }),
};

function moveOf(override: Override, from: number): Reason {
  const { toPosition, reason, by, at } = override;
  return { kind: 'moved', from, to: toPosition, reason, by, at: at.toISOString() };
}

function whyNoPriority(facts: RankingFacts): NoPriorityReason {
  const verified = facts.anchorings.some((anchoring) => anchoring.withdrawnAt === null);
  return verified ? 'not-in-force' : 'not-verified';
}

function priorityClass(
  facts: RankingFacts,
  criteria: readonly RankingCriterion[],
  deadline: LocalDate,
): PriorityClass {
  if (!criteria.includes('priority-workplace')) return 1;
  return anchoringOn(facts, deadline) === null ? 2 : 1;
}

/** Rule 5: the anchoring in force on the application deadline; the oldest, when there are several. */
function anchoringOn(facts: RankingFacts, deadline: LocalDate): VerifiedAnchoring | null {
  const inForce = facts.anchorings.filter((anchoring) => inForceOn(anchoring, deadline));
  return inForce.reduce<VerifiedAnchoring | null>(
    (oldest, each) => (oldest === null || each.from < oldest.from ? each : oldest),
    null,
  );
}

function inOrderOfDecision(overrides: readonly Override[]): Override[] {
  return [...overrides].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || (a.applicationId < b.applicationId ? -1 : 1),
  );
}
