import { describe, expect, it } from 'vitest';
import { caseWay } from '@/components/application/case-way';
import { aboutState, type Case } from '@/components/application/case-words';
import type { ApplicantOutcome } from '@/lib/admission/queries/offer-for-applicant';
import { localDate } from '@/lib/kernel/time';

const cohort = {
  state: 'admitting',
  zone: 'Europe/Oslo',
  applicationDeadline: localDate('2027-05-31'),
  respondBy: localDate('2027-07-31'),
  admissionClosesOn: localDate('2027-08-15'),
  gatherings: [{ sessions: [{ date: localDate('2027-09-14') }] }],
};

function told(outcome: object, state = 'qualified', now = '2027-07-01T10:00:00Z'): Case {
  return {
    application: {
      reference: 'BET-7K3M-Q9TX',
      state,
      window: 'closed',
      deadline: cohort.applicationDeadline,
      cohort,
      receivedAt: new Date('2027-05-01T10:00:00Z'),
      withdrawnAt: state === 'withdrawn' ? new Date('2027-07-01T09:00:00Z') : null,
    },
    outcome: outcome as ApplicantOutcome,
    now: new Date(now),
  } as unknown as Case;
}

const waiting = (total: number) => ({ kind: 'waiting-list', number: 1, total });
const plain = (words: readonly string[]) => words.join(' ').replaceAll('\u00a0', ' ');

describe('somebody on the waiting list', () => {
  it('stands at the answer, since there is nothing to sign', () => {
    const states = caseWay('nb', told(waiting(3))).map(({ key, state }) => [key, state]);
    expect(states.slice(1, 4)).toEqual([
      ['assessment', 'done'],
      ['answer', 'current'],
      ['enrollment', 'coming'],
    ]);
  });

  it('is told how many wait, also when there is nobody else', () => {
    expect(aboutState('en', told(waiting(3)))[0]).toMatch(/^There are 3 on the waiting list\./);
    expect(aboutState('en', told(waiting(1)))[0]).toMatch(/^You are the only one/);
    expect(aboutState('nn', told(waiting(1)))[0]).toMatch(/^Du er den einaste på ventelista\./);
  });

  it('has left it after a withdrawal', () => {
    expect(plain(aboutState('nb', told(waiting(3), 'withdrawn')))).toContain(
      '1. juli 2027, og står ikke lenger på ventelisten.',
    );
  });
});

it('the first gathering is something that was when it is over', () => {
  const bound = { kind: 'offer', standing: 'accepted' };
  const before = told(bound, 'qualified', '2027-09-14T10:00:00Z');
  expect(plain(aboutState('nb', before))).toContain('Første samling er 14. september 2027.');
  const after = told(bound, 'qualified', '2027-09-15T10:00:00Z');
  expect(plain(aboutState('nb', after))).toContain('Første samling var 14. september 2027.');
});
