import { describe, expect, it } from 'vitest';
import { applicationStates, type ApplicationState } from '@/lib/application/rules/states';
import { checkConclusion, outcomes, type ConclusionInput } from '@/lib/assessment/rules/conclusion';
import { localDate } from '@/lib/kernel/time';
import { cohortStates } from '@/lib/programme/rules/cohort-states';

function check(given: Partial<ConclusionInput> = {}) {
  const result = checkConclusion({
    applicationState: 'submitted',
    cohortState: 'open',
    revision: 1,
    readRevision: 1,
    standing: null,
    awaitedUntil: null,
    answered: 0,
    readAnswered: 0,
    readConclusion: null,
    isOwn: false,
    outcome: 'qualified',
    reason: 'Sykepleier med erfaring fra døgnpost.',
    ...given,
  });
  return result.ok ? 'concluded' : result.refusal.kind;
}

describe('a conclusion', () => {
  it.each(applicationStates)('on an application that is %s', (applicationState) => {
    const expected: Record<ApplicationState, string> = {
      draft: 'not-concludable',
      submitted: 'concluded',
      qualified: 'concluded',
      'not-qualified': 'concluded',
      withdrawn: 'not-concludable',
    };
    for (const outcome of outcomes) {
      expect(check({ applicationState, outcome })).toBe(expected[applicationState]);
    }
  });

  it('can be made from the opening until the ranking is locked', () => {
    const open = cohortStates.filter((cohortState) => check({ cohortState }) === 'concluded');
    expect(open).toEqual(['open', 'assessing']);
    expect(check({ cohortState: 'admitting' })).toBe('conclusions-closed');
  });

  it('waits for what the applicant has been asked for, until its day is over', () => {
    expect(check({ awaitedUntil: localDate('2027-06-03') })).toBe('request-awaited');
  });

  it('is not made on answers that the officer has not read', () => {
    expect(check({ answered: 1, readAnswered: 0 })).toBe('request-just-answered');
    expect(check({ answered: 1, readAnswered: 1 })).toBe('concluded');
    expect(check({ answered: 1, readAnswered: null })).toBe('concluded');
  });

  it('needs a reason of ten characters that are not spaces around it', () => {
    expect(check({ reason: 'For kort.' })).toBe('reason-too-short');
    expect(check({ reason: '   For kort.    ' })).toBe('reason-too-short');
    expect(check({ reason: 'Lang nok!!' })).toBe('concluded');
  });

  it('does not stand on answers that the officer has not read', () => {
    expect(check({ revision: 2, readRevision: 1 })).toBe('application-changed');
    expect(check({ revision: 2, readRevision: null })).toBe('concluded');
  });

  it('replaces only the one that the officer saw', () => {
    const standing = { id: 'a', outcome: 'not-qualified', by: 'Oda' } as const;
    expect(check({ standing, readConclusion: null })).toBe('conclusion-changed');
    expect(check({ standing, readConclusion: 'b' })).toBe('conclusion-changed');
    expect(check({ standing, readConclusion: 'a' })).toBe('concluded');
    expect(check({ standing, readConclusion: undefined })).toBe('concluded');
  });

  it('is nobody’s about themselves', () => {
    expect(check({ isOwn: true })).toBe('own-application');
  });
});
