import { describe, expect, it } from 'vitest';
import { checkExtension } from '@/lib/application/rules/extension';
import { checkRegistration } from '@/lib/application/rules/registration';
import { localDate } from '@/lib/kernel/time';

const cohort = {
  state: 'assessing',
  opensOn: localDate('2027-01-10'),
  applicationDeadline: localDate('2027-05-31'),
  respondBy: localDate('2027-07-31'),
  zone: 'Europe/Oslo',
  extendedUntil: null,
} as const;

describe('an extension', () => {
  const june = '2027-06-03T10:00:00Z';

  it.each([
    ['before the deadline has passed', 'open', '2027-05-30T10:00:00Z', '2027-06-07', null],
    ['after it', 'assessing', june, '2027-06-07', null],
    ['to the end of the same day', 'assessing', '2027-06-07T21:59:59.999Z', '2027-06-07', null],
    ['to the day before answers are due', 'open', june, '2027-07-30', null],
    [
      'to the deadline itself',
      'open',
      '2027-05-30T10:00:00Z',
      '2027-05-31',
      'extension-within-deadline',
    ],
    [
      'to a day that is over',
      'assessing',
      '2027-06-07T22:00:00.000Z',
      '2027-06-07',
      'extension-in-past',
    ],
    ['to the day when answers are due', 'assessing', june, '2027-07-31', 'extension-too-long'],
    ['in a cohort still planned', 'planned', june, '2027-06-07', 'extension-not-now'],
    ['after the ranking is locked', 'admitting', june, '2027-06-07', 'extension-not-now'],
    ['in a cancelled cohort', 'cancelled', june, '2027-06-07', 'extension-not-now'],
  ] as const)('given %s (%s)', (_when, state, now, until, refusal) => {
    const checked = checkExtension({ ...cohort, state }, localDate(until), new Date(now));
    expect(checked.ok ? null : checked.refusal.kind).toBe(refusal);
  });
});

describe('registering what came by e-mail or post', () => {
  const now = new Date('2027-06-10T10:00:00Z');

  it.each([
    ['in the window', 'assessing', null, '2027-05-12T07:30:00Z', null],
    ['in the first moment of the window', 'open', null, '2027-01-09T23:00:00.000Z', null],
    ['the moment before', 'open', null, '2027-01-09T22:59:59.999Z', 'received-before-opening'],
    ['in the last moment of the deadline', 'assessing', null, '2027-05-31T21:59:59.999Z', null],
    ['after it', 'assessing', null, '2027-05-31T22:00:00.000Z', 'received-after-deadline'],
    ['after it, within an extension', 'assessing', '2027-06-07', '2027-06-07T21:59:59.999Z', null],
    [
      'after the extension',
      'assessing',
      '2027-06-07',
      '2027-06-07T22:00:00.000Z',
      'received-after-deadline',
    ],
    ['just now', 'assessing', '2027-06-30', '2027-06-10T10:00:00.000Z', null],
    [
      'in a moment from now',
      'assessing',
      '2027-06-30',
      '2027-06-10T10:00:00.001Z',
      'received-in-future',
    ],
    [
      'in time, but the ranking is locked',
      'admitting',
      null,
      '2027-05-12T07:30:00Z',
      'registration-closed',
    ],
  ] as const)('%s (%s, extension %s)', (_when, state, extension, receivedAt, refusal) => {
    const extendedUntil = extension === null ? null : localDate(extension);
    const facts = { ...cohort, state, extendedUntil };
    const checked = checkRegistration(facts, new Date(receivedAt), now);
    expect(checked.ok ? null : checked.refusal.kind).toBe(refusal);
  });
});
