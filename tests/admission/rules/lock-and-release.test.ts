import { describe, expect, it } from 'vitest';
import { checkLock, wayToAdmitting, type LockInput } from '@/lib/admission/rules/lock';
import { checkRelease, type ReleaseConditions } from '@/lib/admission/rules/release';
import { localDate } from '@/lib/kernel/time';
import { cohortStates, mayMoveCohort, type CohortState } from '@/lib/programme/rules/cohort-states';

const zone = 'Europe/Oslo';

describe('locking a ranking', () => {
  const input: LockInput = {
    cohortState: 'open',
    applicationDeadline: localDate('2027-05-31'),
    zone,
    extendedUntil: null,
    unconcluded: [],
  };

  it.each([
    ['the last millisecond of the deadline', '2027-05-31T21:59:59.999Z', {}, 'deadline-not-passed'],
    ['the first after it', '2027-05-31T22:00:00.000Z', {}, null],
    [
      'while somebody has an extension',
      '2027-06-05T21:59:59.999Z',
      { extendedUntil: localDate('2027-06-05') },
      'extension-running',
    ],
    [
      'after the last extension',
      '2027-06-05T22:00:00.000Z',
      { extendedUntil: localDate('2027-06-05') },
      null,
    ],
    ['with one unconcluded', '2027-06-05T00:00:00Z', { unconcluded: ['A'] }, 'not-all-concluded'],
    [
      'of a cancelled cohort',
      '2027-06-05T00:00:00Z',
      { cohortState: 'cancelled' },
      'cohort-not-assessed',
    ],
    [
      'of one that is admitting',
      '2027-06-05T00:00:00Z',
      { cohortState: 'admitting' },
      'cohort-not-assessed',
    ],
  ] as const)('at %s', (_, now, given, kind) => {
    const checked = checkLock({ ...input, ...given }, new Date(now));
    expect(checked.ok ? null : checked.refusal.kind).toBe(kind);
  });

  it.each(['open', 'assessing'] as const)(
    'takes a cohort that is %s into admission by declared moves',
    (from) => {
      const way: CohortState[] = [from, ...wayToAdmitting(from)];
      expect(way.at(-1)).toBe('admitting');
      way.slice(1).forEach((to, at) => {
        expect(mayMoveCohort(way[at] ?? from, to)).toBe(true);
      });
    },
  );
});

describe('releasing an admission', () => {
  const conditions: ReleaseConditions = {
    cohortState: 'admitting',
    locked: true,
    respondBy: localDate('2027-07-31'),
    zone,
  };
  const check = (given: Partial<ReleaseConditions>, now = '2027-06-10T08:00:00Z') => {
    const checked = checkRelease({ ...conditions, ...given }, new Date(now));
    return checked.ok ? null : checked.refusal.kind;
  };

  it('needs a locked ranking and a last day of answer that is not over', () => {
    expect(check({})).toBeNull();
    expect(check({ locked: false })).toBe('ranking-not-locked');
    expect(check({}, '2027-07-31T21:59:59.999Z')).toBeNull();
    expect(check({}, '2027-07-31T22:00:00.000Z')).toBe('respond-by-passed');
  });

  it('is for a cohort that is admitting and no other', () => {
    const can = cohortStates.filter((cohortState) => check({ cohortState }) === null);
    expect(can).toEqual(['admitting']);
  });
});
