import { describe, expect, it } from 'vitest';
import { canMove } from '@/lib/kernel/state-machine';
import {
  applicationMoves,
  applicationStates,
  editableByApplicant,
  live,
  withdrawable,
} from '@/lib/application/rules/states';

describe('the states of an application', () => {
  it('can be withdrawn from exactly the states that the machine lets be withdrawn', () => {
    for (const state of applicationStates) {
      expect(withdrawable[state]).toBe(canMove(applicationMoves, state, 'withdrawn'));
    }
  });

  it('leads out of a withdrawal only to where a withdrawal can come from, and a withdrawn one is not live', () => {
    expect(applicationMoves.withdrawn).toEqual(
      applicationStates.filter((state) => withdrawable[state]),
    );
    expect(applicationStates.filter((state) => !live[state])).toEqual(['withdrawn']);
  });

  it('is concluded only after it has been submitted', () => {
    expect(canMove(applicationMoves, 'draft', 'qualified')).toBe(false);
    expect(canMove(applicationMoves, 'draft', 'not-qualified')).toBe(false);
    expect(canMove(applicationMoves, 'submitted', 'draft')).toBe(false);
  });

  it('is the applicant’s to change until it is concluded', () => {
    expect(applicationStates.filter((state) => editableByApplicant[state])).toEqual([
      'draft',
      'submitted',
    ]);
  });
});
