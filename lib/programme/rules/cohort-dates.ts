import { addDays, daysBetween, localDate, type LocalDate } from '@/lib/kernel/time';
import type { GatheringFacts, SessionFacts } from './cohort-facts';
import { isPublicHoliday } from './public-holidays';

/** Every date of a cohort: the window, the answers, the decision, the teaching. */
export interface CohortDates {
  readonly opensOn: LocalDate;
  readonly applicationDeadline: LocalDate;
  readonly respondBy: LocalDate;
  readonly decisionDate: LocalDate;
  readonly admissionClosesOn: LocalDate;
  readonly gatherings: readonly GatheringFacts[];
}

/** The hours of a gathering's days in turn: the first begins late for those who travel, the last of four ends early. */
const fullDay = { startsAt: '08:30', endsAt: '15:30' };
const firstDay = { startsAt: '09:00', endsAt: '16:00' };
const lastOfFour = { startsAt: '08:30', endsAt: '15:00' };

/** One gathering of a year's pattern: weeks after the first Monday, and the hours of each day from Monday on. */
interface PlannedGathering {
  readonly afterWeeks: number;
  readonly days: readonly { readonly startsAt: string; readonly endsAt: string }[];
}

/** The teaching of the 2024–2025 cohort, which every later year repeats. */
export const recoveryPattern: readonly PlannedGathering[] = [
  { afterWeeks: 0, days: [firstDay, fullDay, fullDay, lastOfFour] },
  { afterWeeks: 6, days: [firstDay, fullDay] },
  { afterWeeks: 20, days: [firstDay, fullDay] },
  { afterWeeks: 37, days: [firstDay, fullDay, fullDay, lastOfFour] },
];

/**
 * The dates of the first cohort whose deadline is `from` or later: the deadline is a 31 May, and the
 * window opens the day after the deadline before it, so that one cohort is always open.
 */
export function nextCohortDates(from: LocalDate): CohortDates {
  const year = Number(from.slice(0, 4));
  return cohortDatesOf(from <= may31(year) ? year : year + 1);
}

/** The dates of the cohort that starts in a year's autumn. */
export function cohortDatesOf(year: number): CohortDates {
  const start = mondayInMidSeptember(year);
  return {
    opensOn: addDays(may31(year - 1), 1),
    applicationDeadline: may31(year),
    respondBy: localDate(`${year}-07-31`),
    decisionDate: localDate(`${year}-08-15`),
    admissionClosesOn: addDays(start, -7),
    gatherings: gatheringsFrom(start, recoveryPattern),
  };
}

/** The Monday nearest to 15 September: always from the 12th to the 18th. */
export function mondayInMidSeptember(year: number): LocalDate {
  return mondayOnOrAfter(localDate(`${year}-09-12`));
}

/** The first Monday that is not before a day. */
export function mondayOnOrAfter(date: LocalDate): LocalDate {
  const sinceMonday = daysBetween(aMonday, date);
  return addDays(date, (7 - (((sinceMonday % 7) + 7) % 7)) % 7);
}

/**
 * A year's gatherings from its first Monday. A gathering that would meet a public holiday is held a
 * week later, or two: a Monday stays a Monday.
 */
export function gatheringsFrom(
  start: LocalDate,
  pattern: readonly PlannedGathering[],
): GatheringFacts[] {
  return pattern.map((planned, at) => ({
    number: at + 1,
    sessions: freeOfHolidays(addDays(start, planned.afterWeeks * 7), planned),
  }));
}

const aMonday = localDate('2024-09-16');

function may31(year: number): LocalDate {
  return localDate(`${year}-05-31`);
}

function freeOfHolidays(monday: LocalDate, planned: PlannedGathering): SessionFacts[] {
  const sessions = planned.days.map((hours, day) => ({ date: addDays(monday, day), ...hours }));
  return sessions.some((session) => isPublicHoliday(session.date))
    ? freeOfHolidays(addDays(monday, 7), planned)
    : sessions;
}
