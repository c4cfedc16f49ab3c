import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestMoves, type RequestState } from '@/lib/application/rules/information-request';
import {
  dueDaysToRemind,
  isToBeReminded,
  type RequestToRemindOf,
} from '@/lib/application/rules/request-reminder';
import { applicationStates } from '@/lib/application/rules/states';
import { addDays, daysBetween, localDate, localDateOf, startOfLocalDate } from '@/lib/kernel/time';
import { cohortStates } from '@/lib/programme/rules/cohort-states';

const zone = 'Europe/Oslo';
const cohort = { state: 'assessing', zone } as const;
const request: RequestToRemindOf = {
  state: 'open',
  requestedAt: new Date('2027-06-10T08:00:00Z'),
  dueOn: localDate('2027-06-20'),
  remindedAt: null,
};
const facts = {
  application: 'submitted',
  request,
  cohort,
  now: new Date('2027-06-18T10:00:00Z'),
} as const;

describe('a reminder of a request', () => {
  it.each([
    ['in summer', '2027-06-20', '2027-06-17T22:00:00Z', '2027-06-20T22:00:00Z'],
    ['in winter', '2027-01-20', '2027-01-17T23:00:00Z', '2027-01-20T23:00:00Z'],
    [
      'when the clock goes forward on its day',
      '2027-03-30',
      '2027-03-27T23:00:00Z',
      '2027-03-30T22:00:00Z',
    ],
    [
      'when the clock goes forward the day before the due day',
      '2027-03-29',
      '2027-03-26T23:00:00Z',
      '2027-03-29T22:00:00Z',
    ],
    [
      'when the clock goes forward on the due day',
      '2027-03-28',
      '2027-03-25T23:00:00Z',
      '2027-03-28T22:00:00Z',
    ],
    [
      'when the clock goes back on its day',
      '2027-11-02',
      '2027-10-30T22:00:00Z',
      '2027-11-02T23:00:00Z',
    ],
    [
      'when the clock goes back on the due day',
      '2027-10-31',
      '2027-10-28T22:00:00Z',
      '2027-10-31T23:00:00Z',
    ],
    ['over the turn of the year', '2027-01-01', '2026-12-29T23:00:00Z', '2027-01-01T23:00:00Z'],
  ])('goes out two whole days before the due day, %s', (_when, dueOn, first, end) => {
    const at = (now: number) =>
      isToBeReminded({
        ...facts,
        request: {
          ...request,
          dueOn: localDate(dueOn),
          requestedAt: new Date('2026-11-01T08:00:00Z'),
        },
        now: new Date(now),
      });
    const [from, until] = [Date.parse(first), Date.parse(end)];
    expect([from - 1, from, until - 1, until].map(at)).toEqual([false, true, true, false]);
  });

  it.each([
    ['2027-06-16T21:59:59.999Z', '2027-06-20', true],
    ['2027-06-16T22:00:00.000Z', '2027-06-20', true],
    ['2027-06-16T22:00:00.001Z', '2027-06-20', false],
    ['2027-06-17T21:59:00.000Z', '2027-06-20', false],
    // The night in which the clock goes forward is an hour shorter, and a whole day all the same.
    ['2027-03-26T23:00:00.000Z', '2027-03-30', true],
    ['2027-03-26T23:00:00.001Z', '2027-03-30', false],
    ['2027-10-29T22:00:00.000Z', '2027-11-02', true],
    ['2027-10-29T22:00:00.001Z', '2027-11-02', false],
  ])('of what was asked at %s, due on %s: %s', (requestedAt, due, expected) => {
    const dueOn = localDate(due);
    const now = startOfLocalDate(addDays(dueOn, -1), zone);
    const asked = { ...request, dueOn, requestedAt: new Date(requestedAt) };
    expect(isToBeReminded({ ...facts, request: asked, now })).toBe(expected);
  });

  it('goes out once', () => {
    expect(isToBeReminded(facts)).toBe(true);
    const remindedAt = new Date('2027-06-18T09:00:00Z');
    expect(isToBeReminded({ ...facts, request: { ...request, remindedAt } })).toBe(false);
  });

  it('goes out while the request is open, and its application awaits a conclusion in a cohort that is read', () => {
    for (const state of Object.keys(requestMoves) as RequestState[]) {
      for (const application of applicationStates) {
        for (const cohortState of cohortStates) {
          const expected =
            state === 'open' &&
            application === 'submitted' &&
            (cohortState === 'open' || cohortState === 'assessing');
          expect(
            isToBeReminded({
              ...facts,
              application,
              request: { ...request, state },
              cohort: { zone, state: cohortState },
            }),
          ).toBe(expected);
        }
      }
    }
  });

  const moments = fc.date({
    min: new Date('2027-01-01T00:00:00Z'),
    max: new Date('2028-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const anyZone = fc.constantFrom(
    ...[zone, 'UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns', 'Asia/Kolkata'],
  );

  it('comes a day or more after the asking, on the due day or one of the two before it, in every zone', () => {
    fc.assert(
      fc.property(
        moments,
        moments,
        fc.integer({ min: -1, max: 6 }),
        anyZone,
        (at, now, days, in_) => {
          const dueOn = addDays(localDateOf(now, in_), days);
          const asked = { ...request, dueOn, requestedAt: at };
          if (!isToBeReminded({ ...facts, request: asked, cohort: { ...cohort, zone: in_ }, now }))
            return;
          expect(daysBetween(localDateOf(at, in_), localDateOf(now, in_))).toBeGreaterThanOrEqual(
            1,
          );
          expect([0, 1, 2]).toContain(days);
          const { earliest, latest } = dueDaysToRemind(now);
          expect(earliest <= dueOn && dueOn <= latest).toBe(true);
        },
      ),
    );
  });
});
