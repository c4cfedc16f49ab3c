import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  earlyBirdPlacesLeft,
  fixPrice,
  nextPrice,
  priceOfOrdinal,
  type PriceTerms,
} from '@/lib/enrollment/rules/price';
import { kroner } from '@/lib/kernel/money';

const terms: PriceTerms = {
  ordinary: kroner(26_000),
  earlyBird: kroner(20_000),
  earlyBirdPlaces: 5,
};

const anyTerms = fc.record({
  ordinary: fc.integer({ min: 2, max: 100_000 }).map(kroner),
  earlyBird: fc.constant(kroner(1)),
  earlyBirdPlaces: fc.integer({ min: 0, max: 40 }),
});

describe('the price of an enrollment', () => {
  it.each([
    [1, 20_000, true],
    [4, 20_000, true],
    [5, 20_000, true],
    [6, 26_000, false],
    [30, 26_000, false],
  ])('of ordinal %i is %i kr', (ordinal, price, earlyBird) => {
    expect(priceOfOrdinal(terms, ordinal)).toEqual({ ordinal, price: kroner(price), earlyBird });
  });

  it.each([0, -1, 1.5, Number.NaN])('does not exist for the ordinal %d', (ordinal) => {
    expect(() => priceOfOrdinal(terms, ordinal)).toThrow(RangeError);
  });

  it.each([
    [0, 5],
    [3, 2],
    [4, 1],
    [5, 0],
    [29, 0],
  ])('leaves, after ordinal %i, %i places at the early-bird price', (last, left) => {
    expect(earlyBirdPlacesLeft(terms, last)).toBe(left);
  });

  it('is the ordinary one for everybody when no place is sold early', () => {
    expect(nextPrice({ ...terms, earlyBirdPlaces: 0 }, 0).price).toEqual(kroner(26_000));
  });
});

describe('a slip that comes in', () => {
  it('is fixed at the price shown while it holds', () => {
    expect(fixPrice(terms, 4, kroner(20_000))).toEqual({
      ok: true,
      value: { ordinal: 5, price: kroner(20_000), earlyBird: true },
    });
  });

  it('binds nobody to a price that they did not see', () => {
    expect(fixPrice(terms, 5, kroner(20_000))).toEqual({
      ok: false,
      refusal: { kind: 'price-changed', shown: kroner(20_000), now: kroner(26_000) },
    });
  });

  it('binds nobody to a lower price that they did not see either', () => {
    const result = fixPrice(terms, 0, kroner(26_000));
    expect(result.ok).toBe(false);
  });

  it('in any order of showing and signing: dense ordinals, never more than the early-bird places cheap, each at the price it saw', () => {
    fc.assert(
      fc.property(
        anyTerms,
        fc.array(fc.nat({ max: 60 }), { maxLength: 60 }),
        (cohort, lastSeen) => {
          let last = 0;
          const bound: { ordinal: number; price: number; shown: number }[] = [];
          for (const seen of lastSeen) {
            const shown = nextPrice(cohort, Math.min(seen, last)).price;
            const result = fixPrice(cohort, last, shown);
            if (!result.ok) {
              expect(result.refusal.now).toEqual(nextPrice(cohort, last).price);
              continue;
            }
            last = result.value.ordinal;
            bound.push({ ordinal: last, price: result.value.price.amount, shown: shown.amount });
          }
          expect(bound.map(({ ordinal }) => ordinal)).toEqual(bound.map((_, index) => index + 1));
          expect(bound.every(({ price, shown }) => price === shown)).toBe(true);
          const cheap = bound.filter(({ price }) => price === cohort.earlyBird.amount);
          expect(cheap.length).toBeLessThanOrEqual(cohort.earlyBirdPlaces);
          expect(cheap.every(({ ordinal }) => ordinal <= cohort.earlyBirdPlaces)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
