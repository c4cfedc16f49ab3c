import type { Money } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';

/** What a cohort charges: the first `earlyBirdPlaces` enrollments pay less (rule 12). */
export interface PriceTerms {
  readonly ordinary: Money;
  readonly earlyBird: Money;
  readonly earlyBirdPlaces: number;
}

/** The price shown no longer holds: nothing is bound, and the slip is shown again with `now`. */
export interface PriceChanged {
  readonly kind: 'price-changed';
  readonly shown: Money;
  readonly now: Money;
}

export interface FixedPrice {
  /** The place in the order in which slips were received, from 1; never reused. */
  readonly ordinal: number;
  readonly price: Money;
  readonly earlyBird: boolean;
}

/** What the enrollment with this ordinal pays. @throws RangeError for an ordinal below 1. */
export function priceOfOrdinal(terms: PriceTerms, ordinal: number): FixedPrice {
  if (!Number.isSafeInteger(ordinal) || ordinal < 1) {
    throw new RangeError(`Ordinals begin at 1, not ${ordinal}`);
  }
  const earlyBird = ordinal <= terms.earlyBirdPlaces;
  return { ordinal, price: earlyBird ? terms.earlyBird : terms.ordinary, earlyBird };
}

/** What the next slip to be received will pay, given the last ordinal that was handed out. */
export function nextPrice(terms: PriceTerms, lastOrdinal: number): FixedPrice {
  return priceOfOrdinal(terms, lastOrdinal + 1);
}

/**
 * Early-bird places not yet taken. Ordinals are never reused, so a cancelled enrollment gives its
 * place at that price to nobody.
 */
export function earlyBirdPlacesLeft(terms: PriceTerms, lastOrdinal: number): number {
  return Math.max(0, terms.earlyBirdPlaces - lastOrdinal);
}

/** Fixes the price of the slip that is received now, if it is the price that its signer saw. */
export function fixPrice(
  terms: PriceTerms,
  lastOrdinal: number,
  shown: Money,
): Result<FixedPrice, PriceChanged> {
  const next = nextPrice(terms, lastOrdinal);
  if (next.price.amount === shown.amount) return ok(next);
  return refuse({ kind: 'price-changed', shown, now: next.price });
}
