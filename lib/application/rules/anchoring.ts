import { ok, refuse, type Result } from '@/lib/kernel/result';
import { localDate, type Instant, type LocalDate } from '@/lib/kernel/time';

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

/** What a verification rests on, and why one is taken back, are sentences. In UTF-16 units. */
export const anchoringWordsMinimum = 10;

/** KYR is younger: an earlier day is a slip of the pen. */
const earliestAnchoring = localDate('1990-01-01');

/** How many years ahead a verification can say that the anchoring ends. */
const yearsAhead = 10;

export interface AnchoringSpan {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export type AnchoringRefusal =
  | { readonly kind: 'own-application' }
  | { readonly kind: 'from-too-early' }
  | { readonly kind: 'from-in-future' }
  | { readonly kind: 'ends-before-start' }
  | { readonly kind: 'ends-too-late'; readonly latest: LocalDate }
  | { readonly kind: 'evidence-too-short'; readonly minimum: number }
  /** `to` is "open" for one that still holds. */
  | {
      readonly kind: 'anchoring-overlaps';
      readonly from: LocalDate;
      readonly to: LocalDate | 'open';
    };

/**
 * Whether staff can verify an anchoring: nothing that has not begun, and no day twice, so that there is
 * one answer to what rests on what. Nobody verifies the workplace that they themselves apply from.
 */
export function checkAnchoring(
  span: AnchoringSpan & { readonly evidence: string },
  known: {
    readonly today: LocalDate;
    readonly anchorings: readonly VerifiedAnchoring[];
    readonly isOwn: boolean;
  },
): Result<void, AnchoringRefusal> {
  const { from, to, evidence } = span;
  const { today, anchorings, isOwn } = known;
  if (isOwn) return refuse({ kind: 'own-application' });
  if (from < earliestAnchoring) return refuse({ kind: 'from-too-early' });
  if (from > today) return refuse({ kind: 'from-in-future' });
  if (to !== null && to < from) return refuse({ kind: 'ends-before-start' });
  const latest = yearsAfter(today, yearsAhead);
  if (to !== null && to > latest) return refuse({ kind: 'ends-too-late', latest });
  if (evidence.trim().length < anchoringWordsMinimum) {
    return refuse({ kind: 'evidence-too-short', minimum: anchoringWordsMinimum });
  }
  const overlapped = anchorings.find((each) => each.withdrawnAt === null && overlap(each, span));
  if (overlapped !== undefined) {
    return refuse({
      kind: 'anchoring-overlaps',
      from: overlapped.from,
      to: overlapped.to ?? 'open',
    });
  }
  return ok(undefined);
}

function overlap(one: AnchoringSpan, other: AnchoringSpan): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}

/** The same day of a later year; 29 February becomes the first of March where there is none. */
function yearsAfter(day: LocalDate, years: number): LocalDate {
  const year = String(Number(day.slice(0, 4)) + years);
  const isLeap = day.endsWith('-02-29') && Number(year) % 4 !== 0;
  return localDate(isLeap ? `${year}-03-01` : `${year}${day.slice(4)}`);
}
