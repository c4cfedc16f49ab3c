import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDate, type LocalDate } from '@/lib/kernel/time';
import {
  hasWorkYears,
  totalWork,
  yearsAndMonths,
  type HeldPosition,
} from '@/lib/application/rules/work-periods';

const today = localDate('2027-05-01');

/** A full-time day, in hundredths of a percent. */
const day = 10_000;

function held(percent: number, from: string, to: string | null = null): HeldPosition {
  return { percent, from: localDate(from), to: to === null ? null : localDate(to) };
}

describe('full-time-equivalent work', () => {
  it.each([
    ['a full year at 100 %', [held(100, '2023-01-01', '2023-12-31')], 365 * day],
    ['one single day', [held(100, '2023-01-01', '2023-01-01')], day],
    ['half a year at 50 %', [held(50, '2023-01-01', '2023-06-30')], 181 * 0.5 * day],
    [
      'two half positions at once, as one whole',
      [held(50, '2023-01-01', '2023-12-31'), held(50, '2023-01-01', '2023-12-31')],
      365 * day,
    ],
    [
      'two whole positions at once, as one',
      [held(100, '2023-01-01', '2023-12-31'), held(100, '2023-01-01', '2023-12-31')],
      365 * day,
    ],
    [
      'an extra position of 40 % beside 80 %, cut at 100 % while both are held',
      [held(80, '2023-01-01', '2023-12-31'), held(40, '2023-07-01', '2023-12-31')],
      181 * 0.8 * day + 184 * day,
    ],
    ['an open-ended position, to today and with it', [held(100, '2027-04-30')], 2 * day],
    ['work that is not done yet, for nothing', [held(100, '2027-05-02', '2028-05-01')], 0],
    [
      'a position that ends before it begins, for nothing',
      [held(100, '2023-02-01', '2023-01-01')],
      0,
    ],
    [
      'a day on either side of the change to summer time',
      [held(100, '2026-03-28', '2026-03-30')],
      3 * day,
    ],
    ['a part with decimals, exactly', [held(62.57, '2023-01-01', '2023-12-31')], 365 * 6_257],
    ['nothing', [], 0],
  ])('counts %s', (_what, positions, amount) => {
    expect(totalWork(positions, today).amount).toBe(amount);
  });

  it('says what each position would count alone, and that the overlap was cut', () => {
    const total = totalWork(
      [held(100, '2023-01-01', '2023-12-31'), held(50, '2023-07-01', '2024-06-30')],
      today,
    );
    expect(total.positions.map((position) => position.counted)).toEqual([
      { years: 1, months: 0 },
      { years: 0, months: 6 },
    ]);
    // The half position of half a year stood wholly beside the whole one.
    expect(total.cut.counted).toEqual({ years: 0, months: 3 });
    expect(total.counted).toEqual({ years: 1, months: 2 });
  });

  it.each([
    [729, false],
    [730, true],
    [731, true],
  ])('takes %i full-time days as two years: %s', (days, enough) => {
    const position = held(100, '2023-03-01', addDays(localDate('2023-03-01'), days - 1));
    expect(hasWorkYears(totalWork([position], today), 2)).toBe(enough);
  });

  it('gives whole years and months, rounded down', () => {
    expect(yearsAndMonths(0)).toEqual({ years: 0, months: 0 });
    expect(yearsAndMonths(3_649_999)).toEqual({ years: 0, months: 11 });
    expect(yearsAndMonths(3_650_000)).toEqual({ years: 1, months: 0 });
    expect(yearsAndMonths(3_650_000 * 2 + 1_825_000)).toEqual({ years: 2, months: 6 });
  });
});

const first = localDate('2019-01-01');
const someDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(first, days));
const position = fc.record({
  percent: fc.integer({ min: 100, max: 10_000 }).map((hundredths) => hundredths / 100),
  from: someDay,
  to: fc.option(someDay, { nil: null }),
});

/** The definition itself, one day at a time. */
function dayByDay(positions: readonly HeldPosition[], until: LocalDate): number {
  let total = 0;
  for (let at = 0; at <= daysBetween(first, until); at++) {
    const date = addDays(first, at);
    const part = positions
      .filter((one) => one.from <= date && (one.to === null || date <= one.to))
      .reduce((sum, one) => sum + Math.round(one.percent * 100), 0);
    total += Math.min(day, part);
  }
  return total;
}

describe('full-time-equivalent work, whatever the positions', () => {
  it('is what a count of every single day gives', () => {
    const until = addDays(first, 700);
    fc.assert(
      fc.property(fc.array(position, { maxLength: 6 }), (positions) => {
        expect(totalWork(positions, until).amount).toBe(dayByDay(positions, until));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same in any order, never more than the sum, never more than full time', () => {
    const until = addDays(first, 700);
    fc.assert(
      fc.property(fc.array(position, { maxLength: 6 }), (positions) => {
        const total = totalWork(positions, until);
        const sum = total.positions.reduce((days, one) => days + one.amount, 0);
        expect(totalWork([...positions].reverse(), until).amount).toBe(total.amount);
        expect(total.amount).toBeLessThanOrEqual(sum);
        expect(total.amount).toBeLessThanOrEqual(701 * day);
        expect(total.amount + total.cut.amount).toBe(sum);
      }),
      { numRuns: 200 },
    );
  });

  it('takes any two calendar years at full time as two years, leap days or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (days) => {
        const from = addDays(localDate('2015-01-01'), days);
        const year = Number(from.slice(0, 4));
        const twoYearsOn = `${year + 2}${from.slice(4)}`;
        const to = addDays(localDate(twoYearsOn.replace('02-29', '02-28')), -1);
        expect(hasWorkYears(totalWork([{ percent: 100, from, to }], today), 2)).toBe(true);
      }),
    );
  });
});
