import type { Instant, LocalDate } from '@/lib/kernel/time';

/** What staff have verified of a workplace: it worked with recovery grounded in KYR from a day, to a day. */
export interface VerifiedAnchoring {
  readonly from: LocalDate;
  /** The last day; null while it still holds. */
  readonly to: LocalDate | null;
  readonly withdrawnAt: Instant | null;
}

/** Rule 5: the anchoring was in force on a local day. A withdrawn one was never in force. */
export function inForceOn(anchoring: VerifiedAnchoring, day: LocalDate): boolean {
  return (
    anchoring.withdrawnAt === null &&
    anchoring.from <= day &&
    (anchoring.to === null || day <= anchoring.to)
  );
}

/**
 * Rule 5, priority: the workplace has a verified anchoring in force on the application deadline. The
 * applicant's own claim gives none.
 */
export function hasPriority(
  anchorings: readonly VerifiedAnchoring[],
  applicationDeadline: LocalDate,
): boolean {
  return anchorings.some((anchoring) => inForceOn(anchoring, applicationDeadline));
}
