import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatInstant,
  formatLongDate,
  formatShortDate,
  formatTime,
  formatTimeSpan,
  formatShortWeekdayDate,
  formatWeekdayDate,
} from '@/lib/kernel/dates';
import { formatMoney, kroner } from '@/lib/kernel/money';
import { nameInText } from '@/lib/kernel/name-in-text';
import {
  compactOrganisationNumber,
  formatOrganisationNumber,
  isOrganisationNumber,
} from '@/lib/kernel/organisation-number';
import { localDate } from '@/lib/kernel/time';
import { spaced } from '../harness/words';

describe('money', () => {
  test('is written as Norwegian readers expect, with spaces that do not break', () => {
    expect(formatMoney(kroner(26_000), 'nb')).toBe('26\u00a0000\u00a0kr');
    expect(formatMoney(kroner(1_234_567), 'nn')).toBe('1\u00a0234\u00a0567\u00a0kr');
    expect(formatMoney(kroner(900), 'nb')).toBe('900\u00a0kr');
    expect(spaced(formatMoney(kroner(26_000), 'en'))).toBe('NOK 26,000');
  });

  test('shows øre only when there are any', () => {
    expect(spaced(formatMoney({ amount: 2_600_050, currency: 'NOK' }, 'nb'))).toBe('26 000,50 kr');
    expect(spaced(formatMoney({ amount: 5, currency: 'NOK' }, 'nb'))).toBe('0,05 kr');
  });
});

describe('days and times', () => {
  const day = localDate('2027-05-31');

  test('are written in each language', () => {
    expect(formatDate(day)).toBe('31.05.2027');
    expect(formatShortDate(day, 'nn')).toBe('31.05.2027');
    expect(spaced(formatShortDate(day, 'en'))).toBe('31 May 2027');
    expect(spaced(formatShortDate(localDate('2026-12-16'), 'en'))).toBe('16 Dec 2026');
    expect(spaced(formatLongDate(day, 'nb'))).toBe('31. mai 2027');
    expect(spaced(formatLongDate(day, 'en'))).toBe('31 May 2027');
    expect(spaced(formatWeekdayDate(day, 'nb'))).toBe('mandag 31. mai 2027');
    expect(spaced(formatWeekdayDate(day, 'nn'))).toBe('måndag 31. mai 2027');
    expect(spaced(formatShortWeekdayDate(day, 'nb'))).toBe('ma. 31.05.2027');
    expect(spaced(formatShortWeekdayDate(day, 'nn'))).toBe('må. 31.05.2027');
    expect(spaced(formatShortWeekdayDate(day, 'en'))).toBe('Mon 31 May 2027');
    expect(spaced(formatTime('23:59', 'nb'))).toBe('kl. 23.59');
    expect(formatTime('23:59', 'en')).toBe('23:59');
    expect(formatTimeSpan('09:00', '16:00', 'nn')).toBe('09.00–16.00');
  });

  test('of a moment are those of its zone', () => {
    const moment = new Date('2027-05-31T21:59:00Z');
    expect(spaced(formatInstant(moment, 'Europe/Oslo', 'nb'))).toBe('31. mai 2027 kl. 23.59');
    expect(spaced(formatInstant(moment, 'Europe/Oslo', 'en'))).toBe('31 May 2027 at 23:59');
  });
});

describe('an organisation number', () => {
  test('has a check digit by modulus 11', () => {
    // Brønnøysundregistrene and Statistisk sentralbyrå, as their own sites print them.
    for (const real of ['974760673', '971526920']) expect(isOrganisationNumber(real)).toBe(true);
    for (const wrong of ['974760674', '97476067', '9747606733', '000000000', 'abcdefghi', '']) {
      expect(isOrganisationNumber(wrong)).toBe(false);
    }
  });

  test('with any one digit changed is none', () => {
    fc.assert(
      fc.property(fc.nat({ max: 8 }), fc.nat({ max: 9 }), (at, digit) => {
        const digits = Array.from('974760673');
        fc.pre(digits[at] !== String(digit));
        digits[at] = String(digit);
        expect(isOrganisationNumber(digits.join(''))).toBe(false);
      }),
    );
  });

  test('may be typed in groups, and is printed in groups', () => {
    expect(compactOrganisationNumber('974 760\u00a0673')).toBe('974760673');
    expect(spaced(formatOrganisationNumber('974760673'))).toBe('974 760 673');
  });
});

describe('the name of a programme inside a sentence', () => {
  test('writes its English article small, and leaves all else as it is', () => {
    expect(nameInText('The BET-Recovery Programme', 'en')).toBe('the BET-Recovery Programme');
    expect(nameInText('Therapy in Groups', 'en')).toBe('Therapy in Groups');
    expect(nameInText('BET-Recoveryutdanningen', 'nb')).toBe('BET-Recoveryutdanningen');
  });
});
