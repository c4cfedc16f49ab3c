import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/time';

/**
 * One position held: percent of full time with at most two decimals, first and last day worked; open-ended
 * while `to` is null.
 */
export interface HeldPosition {
  readonly percent: number;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/**
 * Work counted in hundredths of a percent of one day: 10 000 is a full-time day. Integers only, so that a
 * sum is the same in whichever order it is taken.
 */
export type WorkAmount = number;

const fullTime = 10_000;

/**
 * The days of a year of work. A year is 365 days, never 365.25 or 366: any run of n calendar years
 * at full time has then at least n years in it, leap days or not, and what the shorter year can
 * err by, about a day in four years, falls to the applicant.
 */
const daysOfWorkYear = 365;

const amountOfYear = daysOfWorkYear * fullTime;

/** An amount of work as people say it: completed years, and completed months of the rest. */
export interface YearsAndMonths {
  readonly years: number;
  readonly months: number;
}

export interface WorkTotal {
  /** One entry per position, in the order given: what it would count alone. */
  readonly positions: readonly {
    readonly amount: WorkAmount;
    readonly counted: YearsAndMonths;
    /** How long it was held, at whatever percent; and the percent that counts, at most 100. */
    readonly held: YearsAndMonths;
    readonly percent: number;
  }[];
  readonly amount: WorkAmount;
  readonly counted: YearsAndMonths;
  /** What positions held at once came to beyond full time, and does not count: the sum of the positions less the total. */
  readonly cut: { readonly amount: WorkAmount; readonly counted: YearsAndMonths };
}

interface Span {
  /** In hundredths of a percent of full time. */
  readonly part: number;
  /** First day, and the first day after the last. */
  readonly from: LocalDate;
  readonly end: LocalDate;
}

/** Completed years and completed months (a twelfth of a work year) of an amount of work. */
export function yearsAndMonths(amount: WorkAmount): YearsAndMonths {
  const years = Math.floor(amount / amountOfYear);
  const rest = amount - years * amountOfYear;
  return { years, months: Math.floor((rest * 12) / amountOfYear) };
}

/** Days not yet worked count for nothing: a period ends at the latest with `today`, which is included. */
function workedSpan(position: HeldPosition, today: LocalDate): Span | null {
  const last = position.to === null || position.to > today ? today : position.to;
  if (last < position.from) return null;
  return { part: Math.round(position.percent * 100), from: position.from, end: addDays(last, 1) };
}

/**
 * Rule 2, full-time-equivalent years of category 4: the sum over time of min(100 %, the positions
 * held then), so that overlaps never count twice. Both ends of a period are whole days worked.
 * @param today the local day in the cohort's zone: open-ended periods run to it, and include it
 */
export function totalWork(positions: readonly HeldPosition[], today: LocalDate): WorkTotal {
  const alone = positions.map((position) => {
    const span = workedSpan(position, today);
    const days = span === null ? 0 : daysBetween(span.from, span.end);
    const part = span === null ? 0 : Math.min(fullTime, span.part);
    const amount = part * days;
    const held = yearsAndMonths(fullTime * days);
    return { amount, counted: yearsAndMonths(amount), held, percent: part / 100 };
  });
  const amount = sweep(
    positions.map((position) => workedSpan(position, today)).filter((span) => span !== null),
  );
  const sum = alone.reduce((total, position) => total + position.amount, 0);
  return {
    positions: alone,
    amount,
    counted: yearsAndMonths(amount),
    cut: { amount: sum - amount, counted: yearsAndMonths(sum - amount) },
  };
}

/** Between two neighbouring edges the set of positions held does not change. */
function sweep(spans: readonly Span[]): WorkAmount {
  const edges = [...new Set(spans.flatMap((span) => [span.from, span.end]))].sort();
  let total = 0;
  for (const [at, from] of edges.entries()) {
    const end = edges[at + 1];
    if (end === undefined) break;
    const held = spans
      .filter((span) => span.from <= from && from < span.end)
      .reduce((parts, span) => parts + span.part, 0);
    total += Math.min(fullTime, held) * daysBetween(from, end);
  }
  return total;
}

/** Whether the work comes to at least this many full-time years (rule 2). */
export function hasWorkYears(total: WorkTotal, minimumYears: number): boolean {
  return total.amount >= minimumYears * amountOfYear;
}
