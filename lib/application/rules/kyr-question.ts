import type { LocalDate } from '@/lib/kernel/time';
import { inForceOn, type VerifiedAnchoring } from './anchoring';
import type { WorkplaceAnswers } from './answers';
import { workplaceKey } from './workplace-key';

/** What is known of a workplace's anchoring when an application is checked. */
export interface KyrFacts {
  /** The workplace that the application names now; null before its step has been saved. */
  readonly claim: WorkplaceAnswers | null;
  /** What staff have verified of that workplace. */
  readonly anchorings: readonly VerifiedAnchoring[];
  readonly applicationDeadline: LocalDate;
  /** The workplace that an application has arrived with; null for one that has not. */
  readonly arrivedWith: WorkplaceAnswers | null;
}

/**
 * Whether the questions about KYR need no answer, because staff have verified that the workplace is
 * anchored on the application deadline (rule 5). What has arrived without an answer was known when it
 * came: it stays complete if the anchoring is taken back afterwards, as long as it names the same workplace.
 */
export function kyrIsKnown(facts: KyrFacts): boolean {
  const { claim, arrivedWith } = facts;
  if (claim === null) return false;
  if (anchoringInForce(facts.anchorings, facts.applicationDeadline) !== null) return true;
  return (
    arrivedWith !== null &&
    isKyrLeftOpen(arrivedWith) &&
    workplaceKey(arrivedWith) === workplaceKey(claim)
  );
}

/** The verified anchoring that holds on the application deadline; null when none does. */
export function anchoringInForce<Anchoring extends VerifiedAnchoring>(
  anchorings: readonly Anchoring[],
  applicationDeadline: LocalDate,
): Anchoring | null {
  return anchorings.find((anchoring) => inForceOn(anchoring, applicationDeadline)) ?? null;
}

/** Whether something about KYR is not answered: whether the workplace works with it, or how. */
export function isKyrLeftOpen({ worksWithKyr, howKyr }: WorkplaceAnswers): boolean {
  return worksWithKyr === null || (worksWithKyr !== 'no' && howKyr === '');
}
