import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDate, type LocalDate } from '@/lib/kernel/time';
import {
  cohortDatesOf,
  mondayInMidSeptember,
  mondayOnOrAfter,
  nextCohortDates,
} from '@/lib/programme/rules/cohort-dates';
import { teachingMinutes } from '@/lib/programme/rules/cohort-facts';
import { diplomaMinutes } from '@/lib/programme/rules/diploma';
import { easterSunday, isPublicHoliday } from '@/lib/programme/rules/public-holidays';

const days = fc
  .integer({ min: 0, max: 36_000 })
  .map((offset) => addDays(localDate('2000-01-01'), offset));

function isMonday(date: LocalDate): boolean {
  return new Date(`${date}T00:00:00Z`).getUTCDay() === 1;
}

describe('the dates of a cohort', () => {
  it('are those of 2024–2025 for that year, day by day and hour by hour', () => {
    const dates = cohortDatesOf(2024);
    expect(dates.applicationDeadline).toBe('2024-05-31');
    const rows = dates.gatherings.flatMap((gathering) =>
      gathering.sessions.map(
        ({ date, startsAt, endsAt }) => `${gathering.number} ${date} ${startsAt}–${endsAt}`,
      ),
    );
    expect(rows).toEqual([
      '1 2024-09-16 09:00–16:00',
      '1 2024-09-17 08:30–15:30',
      '1 2024-09-18 08:30–15:30',
      '1 2024-09-19 08:30–15:00',
      '2 2024-10-28 09:00–16:00',
      '2 2024-10-29 08:30–15:30',
      '3 2025-02-03 09:00–16:00',
      '3 2025-02-04 08:30–15:30',
      '4 2025-06-02 09:00–16:00',
      '4 2025-06-03 08:30–15:30',
      '4 2025-06-04 08:30–15:30',
      '4 2025-06-05 08:30–15:00',
    ]);
  });

  it('make 83 hours of teaching, of which a diploma takes 66 hours and 24 minutes', () => {
    const dates = cohortDatesOf(2024);
    expect(teachingMinutes(dates)).toBe(83 * 60);
    expect(diplomaMinutes(dates)).toBe(66 * 60 + 24);
  });

  it.each([
    ['2026-11-22', '2027-05-31', '2027-09-13'],
    ['2027-05-31', '2027-05-31', '2027-09-13'],
    ['2027-06-01', '2028-05-31', '2028-09-18'],
    ['2024-01-01', '2024-05-31', '2024-09-16'],
  ])('seen from %s have the deadline %s and begin on %s', (from, deadline, start) => {
    const dates = nextCohortDates(localDate(from));
    expect(dates.applicationDeadline).toBe(deadline);
    expect(dates.gatherings[0]?.sessions[0]?.date).toBe(start);
  });

  it('seen from any day: the deadline is the next 31 May, and the window is open on that day', () => {
    fc.assert(
      fc.property(days, (today) => {
        const dates = nextCohortDates(today);
        expect(dates.applicationDeadline.slice(5)).toBe('05-31');
        const left = daysBetween(today, dates.applicationDeadline);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(365);
        expect(dates.opensOn <= today).toBe(true);
      }),
    );
  });

  it('in any year: every gathering begins on a Monday, on no public holiday, in the order of the pattern', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2150 }), (year) => {
        const { gatherings, ...dates } = cohortDatesOf(year);
        expect(gatherings.map((gathering) => gathering.sessions.length)).toEqual([4, 2, 2, 4]);
        const all = gatherings.flatMap((gathering) => gathering.sessions);
        for (const gathering of gatherings) {
          const [first, ...rest] = gathering.sessions;
          expect(first !== undefined && isMonday(first.date)).toBe(true);
          rest.forEach((session, at) => {
            expect(session.date).toBe(addDays(first!.date, at + 1));
          });
        }
        expect(all.map((session) => session.date)).toEqual(all.map((s) => s.date).toSorted());
        expect(all.filter((session) => isPublicHoliday(session.date))).toEqual([]);
        expect(teachingMinutes({ gatherings })).toBe(4980);
        expect(dates.opensOn < dates.applicationDeadline).toBe(true);
        expect(dates.applicationDeadline < dates.respondBy).toBe(true);
        expect(dates.respondBy <= dates.decisionDate).toBe(true);
        expect(dates.admissionClosesOn < all[0]!.date).toBe(true);
      }),
    );
  });

  it('move a gathering that would meet Whit Monday a week on', () => {
    // Whit Monday was 29 May in 2023: 37 weeks after 12 September 2022.
    const moved = cohortDatesOf(2022).gatherings[3];
    expect(moved?.sessions[0]?.date).toBe('2023-06-05');
  });
});

describe('the Monday in the middle of September', () => {
  it('is the one nearest to the 15th', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2150 }), (year) => {
        const monday = mondayInMidSeptember(year);
        expect(isMonday(monday)).toBe(true);
        expect(Math.abs(daysBetween(monday, localDate(`${year}-09-15`)))).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('on or after a day is at most six days off', () => {
    fc.assert(
      fc.property(days, (day) => {
        const monday = mondayOnOrAfter(day);
        expect(isMonday(monday)).toBe(true);
        expect(daysBetween(day, monday)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(day, monday)).toBeLessThan(7);
      }),
    );
  });
});

describe('Easter', () => {
  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('in %i is on %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });
});
