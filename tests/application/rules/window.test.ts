import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok, refuse } from '@/lib/kernel/result';
import { localDate, localDateOf } from '@/lib/kernel/time';
import { cohortStates } from '@/lib/programme/rules/cohort-states';
import { checkWindow, ownDeadline, type WindowFacts } from '@/lib/application/rules/window';

const zone = 'Europe/Oslo';

function window(opensOn: string, applicationDeadline: string, extendedUntil?: string): WindowFacts {
  return {
    state: 'open',
    opensOn: localDate(opensOn),
    applicationDeadline: localDate(applicationDeadline),
    zone,
    extendedUntil: extendedUntil === undefined ? null : localDate(extendedUntil),
  };
}

describe('the application window', () => {
  const summer = window('2027-01-10', '2027-05-31');
  const notOpen = refuse({ kind: 'not-open-yet', opensOn: localDate('2027-01-10') });
  const passed = refuse({ kind: 'deadline-passed', deadline: localDate('2027-05-31') });

  it.each([
    ['the last millisecond before it opens (winter time)', '2027-01-09T22:59:59.999Z', notOpen],
    ['the first millisecond of its first day', '2027-01-09T23:00:00.000Z', ok(undefined)],
    [
      'the last millisecond of the deadline (summer time)',
      '2027-05-31T21:59:59.999Z',
      ok(undefined),
    ],
    ['midnight after the deadline', '2027-05-31T22:00:00.000Z', passed],
  ])('at %s', (_when, instant, expected) => {
    expect(checkWindow(summer, new Date(instant))).toEqual(expected);
  });

  it.each([
    // The deadline is the day on which the clocks change: it has 23 hours, or 25.
    ['2027-03-28', '2027-03-28T21:59:59.999Z', '2027-03-28T22:00:00.000Z'],
    ['2027-10-31', '2027-10-31T22:59:59.999Z', '2027-10-31T23:00:00.000Z'],
    // The day before a change.
    ['2027-03-27', '2027-03-27T22:59:59.999Z', '2027-03-27T23:00:00.000Z'],
    ['2027-10-30', '2027-10-30T21:59:59.999Z', '2027-10-30T22:00:00.000Z'],
  ])('takes the whole of %s, when the clocks change', (deadline, last, after) => {
    const changing = window('2027-01-01', deadline);
    expect(checkWindow(changing, new Date(last))).toEqual(ok(undefined));
    expect(checkWindow(changing, new Date(after))).toEqual(
      refuse({ kind: 'deadline-passed', deadline: localDate(deadline) }),
    );
  });

  it('is closed inside the dates when the cohort is not open', () => {
    const during = new Date('2027-04-01T10:00:00Z');
    for (const state of cohortStates) {
      const refusal =
        state === 'planned'
          ? { kind: 'not-open-yet', opensOn: localDate('2027-01-10') }
          : { kind: 'cohort-closed', state };
      expect(checkWindow({ ...summer, state }, during)).toEqual(
        state === 'open' ? ok(undefined) : refuse(refusal),
      );
    }
  });

  it('is open exactly when the local day lies between its two days', () => {
    const dayOfYear = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2028-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dayOfYear, dayOfYear, dayOfYear, (a, b, now) => {
        const [opensOn, deadline] = [localDateOf(a, zone), localDateOf(b, zone)].sort();
        if (opensOn === undefined || deadline === undefined) return;
        const today = localDateOf(now, zone);
        expect(checkWindow(window(opensOn, deadline), now).ok).toBe(
          opensOn <= today && today <= deadline,
        );
      }),
    );
  });
});

describe('the application window of somebody with an extension', () => {
  const extended = window('2027-01-10', '2027-05-31', '2027-06-07');
  const passed = refuse({ kind: 'deadline-passed', deadline: localDate('2027-06-07') });
  const notOpen = refuse({ kind: 'not-open-yet', opensOn: localDate('2027-01-10') });
  const closed = (state: 'admitting' | 'cancelled') => refuse({ kind: 'cohort-closed', state });
  const dayAfter = '2027-06-01T10:00:00Z';

  it.each([
    ['the moment after the common deadline', 'open', '2027-05-31T22:00:00.000Z', ok(undefined)],
    ['the day after, the others under assessment', 'assessing', dayAfter, ok(undefined)],
    ['its last millisecond', 'assessing', '2027-06-07T21:59:59.999Z', ok(undefined)],
    ['the midnight after it', 'assessing', '2027-06-07T22:00:00.000Z', passed],
    ['the moment before the cohort opens', 'open', '2027-01-09T22:59:59.999Z', notOpen],
    ['a time when the ranking is locked', 'admitting', dayAfter, closed('admitting')],
    ['a time when the cohort is cancelled', 'cancelled', dayAfter, closed('cancelled')],
  ] as const)('at %s (%s)', (_when, state, now, expected) => {
    expect(checkWindow({ ...extended, state }, new Date(now))).toEqual(expected);
  });

  it.each([
    ['2027-03-28', '2027-03-28T21:59:59.999Z', '2027-03-28T22:00:00.000Z'],
    ['2027-10-31', '2027-10-31T22:59:59.999Z', '2027-10-31T23:00:00.000Z'],
  ])('takes the whole of %s, when the clocks change', (until, last, after) => {
    const changing = window('2027-01-01', '2027-02-01', until);
    expect(checkWindow(changing, new Date(last)).ok).toBe(true);
    expect(checkWindow(changing, new Date(after)).ok).toBe(false);
  });

  it('is never shorter than that of everybody else', () => {
    const overtaken = window('2027-01-10', '2027-05-31', '2027-05-20');
    expect(ownDeadline(overtaken)).toBe('2027-05-31');
    expect(checkWindow(overtaken, new Date('2027-05-31T21:59:59.999Z')).ok).toBe(true);
  });
});
