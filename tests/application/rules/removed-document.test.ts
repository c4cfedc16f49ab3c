import { describe, expect, it } from 'vitest';
import { afterRemoval } from '@/lib/application/rules/removed-document';
import type { ApplicationState } from '@/lib/application/rules/states';
import type { RequestState } from '@/lib/application/rules/information-request';
import { localDate } from '@/lib/kernel/time';
import type { CohortState } from '@/lib/programme/rules/cohort-states';

const removedAt = new Date('2027-06-02T10:00:00Z');
const before = new Date('2027-05-20T10:00:00Z');

const after = (given: {
  state?: ApplicationState;
  cohort?: CohortState;
  now?: Date;
  requestId?: string;
  request?: { state: RequestState; requestedAt?: Date };
}) =>
  afterRemoval({
    state: given.state ?? 'submitted',
    cohort: {
      state: given.cohort ?? 'assessing',
      opensOn: localDate('2026-06-01'),
      applicationDeadline: localDate('2027-05-31'),
      zone: 'Europe/Oslo',
      extendedUntil: null,
    },
    document: { requestId: given.requestId ?? null, removedAt },
    requests:
      given.request === undefined
        ? []
        : [
            {
              id: 'asked',
              number: 2,
              dueOn: localDate('2027-06-20'),
              requestedAt: removedAt,
              ...given.request,
            },
          ],
    now: given.now ?? removedAt,
  });

describe('a document that was removed for what was in it', () => {
  it('is uploaded anew among the documents until the deadline, by whoever has a draft or has sent', () => {
    for (const state of ['draft', 'submitted'] as const) {
      expect(after({ state, cohort: 'open', now: before })).toEqual({
        kind: 'upload',
        until: '2027-05-31',
      });
    }
  });

  it('is written to us about after the deadline, concluded or not', () => {
    for (const state of ['submitted', 'qualified', 'not-qualified'] as const) {
      expect(after({ state })).toEqual({ kind: 'write' });
    }
    expect(after({ state: 'qualified', cohort: 'open', now: before })).toEqual({ kind: 'write' });
  });

  it('is uploaded anew for the request that it answered, while that is open', () => {
    expect(after({ requestId: 'asked', request: { state: 'open' } })).toEqual({
      kind: 'answer',
      number: 2,
      dueOn: '2027-06-20',
    });
    for (const state of ['answered', 'withdrawn'] as const) {
      expect(after({ requestId: 'asked', request: { state } })).toEqual({ kind: 'write' });
    }
  });

  it('is not spoken of any more once staff have asked for something since', () => {
    const requestedAt = new Date('2027-06-03T10:00:00Z');
    const now = new Date('2027-06-04T10:00:00Z');
    expect(after({ now, request: { state: 'open', requestedAt } })).toEqual({ kind: 'nothing' });
    expect(after({ now, request: { state: 'withdrawn', requestedAt } })).toEqual({ kind: 'write' });
  });

  it('needs nothing where nothing waits for it', () => {
    expect(after({ state: 'draft' })).toEqual({ kind: 'nothing' });
    expect(after({ state: 'withdrawn' })).toEqual({ kind: 'nothing' });
    expect(after({ state: 'withdrawn', cohort: 'open', now: before })).toEqual({ kind: 'nothing' });
    expect(after({ cohort: 'admitting' })).toEqual({ kind: 'nothing' });
  });
});
