import type { Locale } from '@/lib/kernel/locale';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant, LocalDate } from '@/lib/kernel/time';
import { checkAnswerable, type AnswerRefusal } from '@/lib/admission/rules/offer-standing';
import type { OfferState } from '@/lib/admission/rules/offer-states';
import { fixPrice, type FixedPrice, type PriceChanged, type PriceTerms } from './price';
import { slipTerms, type ShownPrice, type SlipCohort, type SlipTerms } from './slip-text';

/** The text that was shown is not the text that applies any more: it is shown anew. */
export interface SlipChanged {
  readonly kind: 'slip-changed';
}

export type SlipRefusal = AnswerRefusal | PriceChanged | SlipChanged;

export interface SlipCase {
  readonly offer: { readonly state: OfferState; readonly respondBy: LocalDate };
  readonly cohort: SlipCohort;
  readonly lastOrdinal: number;
  readonly reference: string;
  readonly applicantName: string;
}

export interface SlipAnswers {
  readonly shown: ShownPrice;
  /** Whether the terms, made anew from today's facts, are those that were shown. */
  readonly shownTermsAre: (terms: SlipTerms) => boolean;
}

/**
 * Whether a slip that came in at `receivedAt` binds, and at what price: the offer is open by the
 * clock, the price shown is the price now, and the text shown is the text now (rules 10 to 12). The
 * early-bird places left are told as they were shown: that others sign meanwhile changes no term.
 */
export function judgeSlip(
  slipCase: SlipCase,
  answers: SlipAnswers,
  receivedAt: Instant,
  locale: Locale,
): Result<FixedPrice, SlipRefusal> {
  const { offer, cohort, lastOrdinal } = slipCase;
  const answerable = checkAnswerable({ ...offer, zone: cohort.zone }, receivedAt);
  if (!answerable.ok) return answerable;
  const fixed = fixPrice(priceTermsOf(cohort), lastOrdinal, answers.shown.price);
  if (!fixed.ok) return fixed;
  if (!couldHaveBeenShown(answers.shown, cohort, lastOrdinal)) {
    return refuse({ kind: 'slip-changed' });
  }
  const terms = slipTerms({ ...slipCase, shown: answers.shown }, locale);
  return answers.shownTermsAre(terms) ? ok(fixed.value) : refuse({ kind: 'slip-changed' });
}

/** Places left only ever go down, so no page can have shown fewer than there are, or more than all. */
function couldHaveBeenShown(shown: ShownPrice, cohort: SlipCohort, lastOrdinal: number): boolean {
  const left = Math.max(0, cohort.earlyBirdPlaces - lastOrdinal);
  return shown.earlyBirdPlacesLeft >= left && shown.earlyBirdPlacesLeft <= cohort.earlyBirdPlaces;
}

/** The cohort's two prices. */
export function priceTermsOf(cohort: SlipCohort): PriceTerms {
  return {
    ordinary: cohort.ordinaryPrice,
    earlyBird: cohort.earlyBirdPrice,
    earlyBirdPlaces: cohort.earlyBirdPlaces,
  };
}
