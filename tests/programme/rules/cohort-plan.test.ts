import { describe, expect, it } from 'vitest';
import { kroner } from '@/lib/kernel/money';
import { localDate } from '@/lib/kernel/time';
import { checkCohortPlan, isSlug, type CohortPlan } from '@/lib/programme/rules/cohort-plan';
import { cohortMoves, cohortStates, mayMoveCohort } from '@/lib/programme/rules/cohort-states';
import { planOf } from '../plan';

const sound = planOf(2027);

describe('the plan of a cohort', () => {
  it('holds for the first programme', () => {
    expect(checkCohortPlan(sound)).toEqual({ ok: true, value: sound });
  });

  const [first, ...others] = sound.gatherings;
  it.each<[string, Partial<CohortPlan>, keyof CohortPlan]>([
    ['an address with a space', { slug: '2027 2028' }, 'slug'],
    ['a deadline before the opening', { opensOn: localDate('2027-06-01') }, 'applicationDeadline'],
    ['answers due on the deadline', { respondBy: localDate('2027-05-31') }, 'respondBy'],
    ['a decision before the answers', { decisionDate: localDate('2027-07-30') }, 'decisionDate'],
    [
      'admission into the teaching',
      { admissionClosesOn: localDate('2027-09-13') },
      'admissionClosesOn',
    ],
    ['no places', { capacity: 0, minimumParticipants: 0, earlyBirdPlaces: 0 }, 'capacity'],
    ['half a place', { capacity: 29.5 }, 'capacity'],
    ['a minimum above the places', { minimumParticipants: 31 }, 'minimumParticipants'],
    [
      'an early-bird price above the ordinary',
      { earlyBirdPrice: kroner(26_001) },
      'earlyBirdPrice',
    ],
    ['more early-bird places than places', { earlyBirdPlaces: 31 }, 'earlyBirdPlaces'],
    ['no criterion of order', { rankingCriteria: [] }, 'rankingCriteria'],
    ['a criterion twice', { rankingCriteria: ['arrival', 'arrival'] }, 'rankingCriteria'],
    ['gatherings out of order', { gatherings: [...others, first!] }, 'gatherings'],
    [
      'a day that ends before it begins',
      {
        gatherings: [
          {
            number: 1,
            sessions: [{ date: localDate('2027-09-13'), startsAt: '16:00', endsAt: '09:00' }],
          },
        ],
      },
      'gatherings',
    ],
  ])('is refused with %s', (_what, change, field) => {
    expect(checkCohortPlan({ ...sound, ...change })).toEqual({
      ok: false,
      refusal: { kind: 'unsound-plan', field },
    });
  });

  it('can stand without gatherings until they are planned', () => {
    expect(checkCohortPlan({ ...sound, gatherings: [] }).ok).toBe(true);
  });
});

describe('a word in an address', () => {
  it.each([
    ['bet-recovery', true],
    ['2027-2028', true],
    ['', false],
    ['-bet', false],
    ['bet--x', false],
    ['BET', false],
    ['påbygging', false],
    ['a/b', false],
    ['a'.repeat(61), false],
  ])('%s: %s', (text, isOne) => {
    expect(isSlug(text)).toBe(isOne);
  });
});

describe('the states of a cohort', () => {
  it('go forward only: none can be reached again', () => {
    for (const state of cohortStates) {
      const seen = new Set<string>();
      const waiting = [...cohortMoves[state]];
      for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
        expect(at).not.toBe(state);
        if (!seen.has(at)) waiting.push(...cohortMoves[at]);
        seen.add(at);
      }
    }
  });

  it('can be cancelled until the teaching has begun, and not afterwards', () => {
    expect(cohortStates.filter((state) => mayMoveCohort(state, 'cancelled'))).toEqual([
      'planned',
      'open',
      'assessing',
      'admitting',
    ]);
  });
});
