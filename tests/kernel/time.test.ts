import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  endOfLocalDate,
  hasBegun,
  instantAt,
  isOnOrBefore,
  localDate,
  localDateOf,
  parseLocalDate,
  startOfLocalDate,
} from '@/lib/kernel/time';
import { parseTypedDate } from '@/lib/kernel/typed-date';
import { shiftTo } from '../harness/shift-to';

const oslo = 'Europe/Oslo';

describe('a deadline includes its whole local day', () => {
  test.each([
    // Winter: UTC+1. Summer: UTC+2. The days on which clocks go forward and back have 23 and 25 hours.
    ['2027-01-31', '2027-01-31T22:59:59.999Z', '2027-01-31T23:00:00.000Z'],
    ['2027-05-31', '2027-05-31T21:59:59.999Z', '2027-05-31T22:00:00.000Z'],
    ['2027-03-28', '2027-03-28T21:59:59.999Z', '2027-03-28T22:00:00.000Z'],
    ['2027-10-31', '2027-10-31T22:59:59.999Z', '2027-10-31T23:00:00.000Z'],
  ])('%s', (day, lastIn, firstOut) => {
    expect(isOnOrBefore(new Date(lastIn), localDate(day), oslo)).toBe(true);
    expect(isOnOrBefore(new Date(firstOut), localDate(day), oslo)).toBe(false);
  });
});

test('the days on which clocks change have 23 and 25 hours', () => {
  const hours = (day: string) =>
    (endOfLocalDate(localDate(day), oslo).getTime() -
      startOfLocalDate(localDate(day), oslo).getTime()) /
    3_600_000;
  expect(hours('2027-03-28')).toBe(23);
  expect(hours('2027-10-31')).toBe(25);
  expect(hours('2027-06-01')).toBe(24);
});

test('every moment belongs to exactly one local day', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      (instant) => {
        const day = localDateOf(instant, oslo);
        expect(hasBegun(instant, day, oslo) && isOnOrBefore(instant, day, oslo)).toBe(true);
        expect(isOnOrBefore(instant, addDays(day, -1), oslo)).toBe(false);
        expect(hasBegun(instant, addDays(day, 1), oslo)).toBe(false);
      },
    ),
  );
});

test('days are counted from one to another, and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
      const from = localDate('2027-05-31');
      expect(daysBetween(from, addDays(from, days))).toBe(days);
    }),
  );
});

test('a day that does not exist is no day', () => {
  for (const text of ['2027-02-29', '2027-13-01', '2027-1-1', '', 'today', '2027-05-31T00:00']) {
    expect(parseLocalDate(text)).toBeNull();
  }
  expect(parseLocalDate('2028-02-29')).toBe('2028-02-29');
});

test('a wall-clock time is read in the zone', () => {
  expect(instantAt(localDate('2027-09-13'), '09:00', oslo).toISOString()).toBe(
    '2027-09-13T07:00:00.000Z',
  );
  expect(instantAt(localDate('2027-02-01'), '09:00', oslo).toISOString()).toBe(
    '2027-02-01T08:00:00.000Z',
  );
});

test.each([
  ['31.12.2026', '2026-12-31'],
  ['1.6.2027', '2027-06-01'],
  ['31/12 2026', '2026-12-31'],
  ['31122026', '2026-12-31'],
  [' 2026-12-31 ', '2026-12-31'],
  ['31.02.2027', null],
  ['12.31.2026', null],
  ['i morgen', null],
  ['', null],
])('people type %j and mean %j', (typed, meant) => {
  expect(parseTypedDate(typed)).toBe(meant);
});

test.each([
  '2026-11-22T21:59:59Z',
  '2026-11-22T22:30:00Z',
  '2026-11-22T23:30:00Z',
  '2026-07-01T10:00:00Z',
])(
  'a server that the tests shift to a day in Norway is at that day, when they are run at %s too',
  (run) => {
    const now = new Date(run);
    for (const day of [localDate('2027-01-15'), localDate('2027-05-31')]) {
      const there = new Date(now.getTime() + shiftTo(day, now) * 24 * 60 * 60 * 1000);
      expect(localDateOf(there, oslo)).toBe(day);
    }
  },
);
