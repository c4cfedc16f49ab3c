import { describe, expect, it } from 'vitest';
import { judgeSlip } from '@/lib/enrollment/rules/judge-slip';
import { termsRecord } from '@/lib/enrollment/rules/slip-record';
import { slipTerms } from '@/lib/enrollment/rules/slip-text';
import { kroner } from '@/lib/kernel/money';
import { answers, facts, openCase } from './slip-facts';

const lastMoment = new Date('2027-07-31T21:59:59.999Z');
const tooLate = new Date('2027-07-31T22:00:00.000Z');

describe('a slip', () => {
  it('binds up to the last millisecond of the last day of answer, in Oslo', () => {
    expect(judgeSlip(openCase, answers, lastMoment, 'nb')).toEqual({
      ok: true,
      value: { ordinal: 4, price: kroner(20_000), earlyBird: true },
    });
  });

  it('does not bind in the first millisecond after it', () => {
    expect(judgeSlip(openCase, answers, tooLate, 'nb')).toEqual({
      ok: false,
      refusal: { kind: 'offer-lapsed', respondBy: '2027-07-31' },
    });
  });

  it.each([
    ['accepted', 'offer-already-accepted'],
    ['declined', 'offer-declined'],
    ['lapsed', 'offer-lapsed'],
    ['revoked', 'offer-revoked'],
    ['prepared', 'offer-revoked'],
  ] as const)('does not bind when the offer is %s: %s', (state, kind) => {
    const closed = { ...openCase, offer: { ...openCase.offer, state } };
    expect(judgeSlip(closed, answers, lastMoment, 'nb')).toMatchObject({ refusal: { kind } });
  });

  it('comes back with the new price when the early-bird places have gone meanwhile', () => {
    expect(judgeSlip({ ...openCase, lastOrdinal: 5 }, answers, lastMoment, 'nb')).toEqual({
      ok: false,
      refusal: { kind: 'price-changed', shown: kroner(20_000), now: kroner(26_000) },
    });
  });

  it('binds to the terms as they were shown, though others have signed since', () => {
    const shownTerms = termsRecord(slipTerms(facts, 'nb'));
    const asShown = {
      shown: facts.shown,
      shownTermsAre: (terms: Parameters<typeof termsRecord>[0]) =>
        termsRecord(terms) === shownTerms,
    };
    const result = judgeSlip({ ...openCase, lastOrdinal: 4 }, asShown, lastMoment, 'nb');
    expect(result).toMatchObject({ ok: true, value: { ordinal: 5 } });
  });

  it('comes back when the text is another than the one that was shown', () => {
    const other = { ...answers, shownTermsAre: () => false };
    expect(judgeSlip(openCase, other, lastMoment, 'nb')).toMatchObject({
      refusal: { kind: 'slip-changed' },
    });
  });

  it.each([1, 6, 10_000])(
    'comes back when it claims that %i early-bird places were left, which no page can have shown',
    (earlyBirdPlacesLeft) => {
      const claimed = { ...answers, shown: { ...facts.shown, earlyBirdPlacesLeft } };
      expect(judgeSlip(openCase, claimed, lastMoment, 'nb')).toMatchObject({
        refusal: { kind: 'slip-changed' },
      });
    },
  );
});
