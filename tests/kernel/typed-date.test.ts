import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '@/lib/kernel/dates';
import { addDays, localDate } from '@/lib/kernel/time';
import { parseTypedDate } from '@/lib/kernel/typed-date';

describe('a typed day', () => {
  it.each([
    ['31.12.2026', '2026-12-31'],
    ['1.6.2027', '2027-06-01'],
    ['1. 6. 2027', '2027-06-01'],
    ['31/12 2026', '2026-12-31'],
    ['31-12-2026', '2026-12-31'],
    ['31122026', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    [' 29.02.2028 ', '2028-02-29'],
  ])('is read as people write it: %s', (typed, day) => {
    expect(parseTypedDate(typed)).toBe(day);
  });

  it.each([
    '',
    '31.12',
    '31.12.26',
    '29.02.2027',
    '00.01.2027',
    '32.01.2027',
    '12/31/2026',
    'i dag',
  ])('is not guessed when it cannot be read: "%s"', (typed) => {
    expect(parseTypedDate(typed)).toBeNull();
  });

  it('comes back as it was shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const day = addDays(localDate('1950-01-01'), days);
        expect(parseTypedDate(formatDate(day))).toBe(day);
      }),
    );
  });
});
