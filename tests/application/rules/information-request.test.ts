import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkAnswering,
  checkAsking,
  checkDueDay,
  dueDays,
  isAfterDue,
  requestMoves,
  type RequestState,
  readRequestNumber,
} from '@/lib/application/rules/information-request';
import { applicationStates, type ApplicationState } from '@/lib/application/rules/states';
import { canMove } from '@/lib/kernel/state-machine';
import { addDays, endOfLocalDate, localDate, localDateOf } from '@/lib/kernel/time';
import { cohortStates } from '@/lib/programme/rules/cohort-states';

const requestStates = Object.keys(requestMoves) as RequestState[];
const cohort = { respondBy: localDate('2027-07-31'), zone: 'Europe/Oslo' };
const kindOf = (result: { ok: true } | { ok: false; refusal: { kind: string } }) =>
  result.ok ? 'yes' : result.refusal.kind;

describe('a request for more', () => {
  it('moves once, from open', () => {
    for (const from of requestStates) {
      for (const to of requestStates) {
        expect(canMove(requestMoves, from, to)).toBe(from === 'open' && to !== 'open');
      }
    }
  });

  it.each(applicationStates)('is made of an application that is %s', (application) => {
    const expected: Record<ApplicationState, string> = {
      draft: 'already-concluded',
      submitted: 'yes',
      qualified: 'already-concluded',
      'not-qualified': 'already-concluded',
      withdrawn: 'application-withdrawn',
    };
    const asked = { application, cohort: 'assessing', isOwn: false } as const;
    expect(kindOf(checkAsking(asked))).toBe(expected[application]);
    expect(kindOf(checkAsking({ ...asked, isOwn: true }))).toBe('own-application');
  });

  it('is made, and answered, while the cohort is open or assessed, and not after the lock', () => {
    for (const state of cohortStates) {
      const expected = state === 'open' || state === 'assessing' ? 'yes' : 'requests-closed';
      const facts = { application: 'submitted', cohort: state } as const;
      expect(kindOf(checkAsking({ ...facts, isOwn: false })), state).toBe(expected);
      expect(kindOf(checkAnswering({ ...facts, request: 'open' })), state).toBe(expected);
    }
  });

  it('is answered alike whether an officer has concluded or not: a refusal would tell', () => {
    for (const request of requestStates) {
      for (const state of cohortStates) {
        const [open, ...concluded] = (['submitted', 'qualified', 'not-qualified'] as const).map(
          (application) => checkAnswering({ application, request, cohort: state }),
        );
        for (const result of concluded) expect(result).toEqual(open);
      }
    }
  });

  it('can be due from tomorrow to the day before answers to offers are, on whichever day it is asked', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2027-01-01T00:00:00Z'),
          max: new Date('2027-07-28T00:00:00Z'),
          noInvalidDate: true,
        }),
        fc.integer({ min: -400, max: 400 }),
        (now, days) => {
          const { earliest, latest } = dueDays(cohort, now);
          const day = addDays(localDateOf(now, cohort.zone), days);
          const kind = kindOf(checkDueDay(cohort, day, now));
          expect(kind).toBe(
            day < earliest ? 'due-too-early' : day > latest ? 'due-too-late' : 'yes',
          );
          expect(kind === 'yes').toBe(days >= 1 && day < cohort.respondBy);
        },
      ),
    );
  });

  it.each(['2027-06-20', '2027-03-28', '2027-10-31'])(
    'is late from the first moment after the whole of %s, on either side of daylight saving',
    (day) => {
      const end = endOfLocalDate(localDate(day), cohort.zone);
      const last = new Date(end.getTime() - 1);
      expect(isAfterDue(last, localDate(day), cohort.zone)).toBe(false);
      expect(isAfterDue(end, localDate(day), cohort.zone)).toBe(true);
    },
  );
});

it.each([
  ['1', 1],
  ['12', 12],
  ['01', 0],
  ['1e0', 0],
  ['+1', 0],
  ['1.0', 0],
  [' 1', 0],
  ['0x1', 0],
  ['99999999999', 0],
  ['', 0],
  [undefined, 0],
])('the address’s %j is request %i', (written, number) => {
  expect(readRequestNumber(written)).toBe(number);
});
