import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/time';

/** One position held: whole percent of full time, first and last day worked; open-ended while `to` is null. */
export interface HeldPosition {
  readonly percent: number;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/**
 * Work counted in whole percent of one day: 100 is a full-time day. Integers only, so that a sum is
 * the same in whichever order it is taken.
 */
export type PercentDays = number;

/**
 * The days of a year of work. A year is 365 days, never 365.25 or 366: any run of n calendar years
 * at full time has then at least n years in it, leap days or not, and what the shorter year can
 * err by, about a day in four years, falls to the applicant.
 */
const daysOfWorkYear = 365;

const percentDaysOfYear = daysOfWorkYear * 100;

/** An amount of work as people say it: completed years, and completed months of the rest. */
export interface YearsAndMonths {
  readonly years: number;
  readonly months: number;
}

export interface WorkTotal {
  /** One entry per position, in the order given: what it would count alone. */
  readonly positions: readonly {
    readonly percentDays: PercentDays;
    readonly counted: YearsAndMonths;
  }[];
  readonly percentDays: PercentDays;
  readonly counted: YearsAndMonths;
  /** Positions held at once came to more than full time somewhere, so the total is less than their sum. */
  readonly overlapCut: boolean;
}

interface Span {
  readonly percent: number;
  /** First day, and the first day after the last. */
  readonly from: LocalDate;
  readonly end: LocalDate;
}

/** Completed years and completed months (a twelfth of a work year) of an amount of work. */
export function yearsAndMonths(percentDays: PercentDays): YearsAndMonths {
  const years = Math.floor(percentDays / percentDaysOfYear);
  const rest = percentDays - years * percentDaysOfYear;
  return { years, months: Math.floor((rest * 12) / percentDaysOfYear) };
}

/** Days not yet worked count for nothing: a period ends at the latest with `today`, which is included. */
function workedSpan(position: HeldPosition, today: LocalDate): Span | null {
  const last = position.to === null || position.to > today ? today : position.to;
  if (last < position.from) return null;
  return { percent: position.percent, from: position.from, end: addDays(last, 1) };
}

/**
 * Rule 2, full-time-equivalent years of category 4: the sum over time of min(100 %, the positions
 * held then), so that overlaps never count twice. Both ends of a period are whole days worked.
 * @param today the local day in the cohort's zone: open-ended periods run to it, and include it
 */
export function totalWork(positions: readonly HeldPosition[], today: LocalDate): WorkTotal {
  const alone = positions.map((position) => {
    const span = workedSpan(position, today);
    const percentDays =
      span === null ? 0 : Math.min(100, span.percent) * daysBetween(span.from, span.end);
    return { percentDays, counted: yearsAndMonths(percentDays) };
  });
  const percentDays = sweep(
    positions.map((position) => workedSpan(position, today)).filter((span) => span !== null),
  );
  const sum = alone.reduce((total, position) => total + position.percentDays, 0);
  return {
    positions: alone,
    percentDays,
    counted: yearsAndMonths(percentDays),
    overlapCut: sum > percentDays,
  };
}

/** Between two neighbouring edges the set of positions held does not change. */
function sweep(spans: readonly Span[]): PercentDays {
  const edges = [...new Set(spans.flatMap((span) => [span.from, span.end]))].sort();
  let total = 0;
  for (const [at, from] of edges.entries()) {
    const end = edges[at + 1];
    if (end === undefined) break;
    const held = spans
      .filter((span) => span.from <= from && from < span.end)
      .reduce((percent, span) => percent + span.percent, 0);
    total += Math.min(100, held) * daysBetween(from, end);
  }
  return total;
}

/** Whether the work comes to at least this many full-time years (rule 2). */
export function hasWorkYears(total: WorkTotal, minimumYears: number): boolean {
  return total.percentDays >= minimumYears * percentDaysOfYear;
}
