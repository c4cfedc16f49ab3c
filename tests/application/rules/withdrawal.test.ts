import { describe, expect, it } from 'vitest';
import { applicationStates } from '@/lib/application/rules/states';
import {
  checkUndo,
  eraseDeletedBefore,
  mayWithdraw,
  undoUntil,
  type Withdrawal,
} from '@/lib/application/rules/withdrawal';
import { cohortStates } from '@/lib/programme/rules/cohort-states';

const hour = 3_600_000;
// Two days with the change to summer time between them: 48 hours are 48 hours.
const withdrawnAt = new Date('2027-03-27T11:05:00.000Z');
const later = (milliseconds: number) => new Date(withdrawnAt.getTime() + milliseconds);

describe('how long a withdrawal can be undone', () => {
  it.each([
    ['submitted', 48 * hour],
    ['qualified', 48 * hour],
    ['not-qualified', 48 * hour],
    ['draft', 30 * 24 * hour],
  ] as const)('from %s: its last moment is in, the next is out', (withdrawnFrom, time) => {
    const withdrawal: Withdrawal = { withdrawnAt, withdrawnFrom, erasedAt: null };
    const until = undoUntil(withdrawnAt, withdrawnFrom);
    expect(until).toEqual(later(time));
    expect(checkUndo(withdrawal, 'open', withdrawnAt).ok).toBe(true);
    expect(checkUndo(withdrawal, 'open', later(time)).ok).toBe(true);
    expect(checkUndo(withdrawal, 'open', later(time + 1))).toEqual({
      ok: false,
      refusal: { kind: 'undo-too-late', until },
    });
  });

  it('is as long as a deleted draft is kept, to the millisecond', () => {
    const until = undoUntil(withdrawnAt, 'draft');
    expect(withdrawnAt < eraseDeletedBefore(until)).toBe(false);
    expect(withdrawnAt < eraseDeletedBefore(new Date(until.getTime() + 1))).toBe(true);
  });

  it('ends when what was written has been erased', () => {
    const erased: Withdrawal = { withdrawnAt, withdrawnFrom: 'draft', erasedAt: later(1) };
    expect(checkUndo(erased, 'open', later(2))).toMatchObject({
      refusal: { kind: 'draft-erased' },
    });
  });
});

describe('what can be withdrawn can be given back, and nothing else', () => {
  it('in every state of the cohort', () => {
    for (const cohort of cohortStates) {
      for (const withdrawnFrom of applicationStates) {
        const undone = checkUndo({ withdrawnAt, withdrawnFrom, erasedAt: null }, cohort, later(1));
        expect([cohort, withdrawnFrom, undone.ok]).toEqual([
          cohort,
          withdrawnFrom,
          mayWithdraw(withdrawnFrom, cohort),
        ]);
      }
    }
  });

  it('a draft at any time: it is its writer’s own', () => {
    expect(cohortStates.filter((cohort) => !mayWithdraw('draft', cohort))).toEqual([]);
    expect(cohortStates.filter((cohort) => mayWithdraw('submitted', cohort))).toEqual([
      'planned',
      'open',
      'assessing',
      'admitting',
    ]);
  });
});
