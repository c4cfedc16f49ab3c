import { ok, refuse, type Result } from '@/lib/kernel/result';
import { addDays, isOnOrBefore, type Instant, type LocalDate } from '@/lib/kernel/time';
import { awaitsAnswer, type OfferState } from './offer-states';

/** What the answer to an offer is read from. `respondBy` is a whole local day in `zone`. */
export interface OfferTerms {
  readonly state: OfferState;
  readonly respondBy: LocalDate;
  readonly zone: string;
}

export type AnswerRefusal =
  | { readonly kind: 'offer-lapsed'; readonly respondBy: LocalDate }
  | { readonly kind: 'offer-already-accepted' }
  | { readonly kind: 'offer-declined' }
  | { readonly kind: 'offer-revoked' };

/** Rule 10: an open offer whose last day of answer is over has lapsed, whether or not its row says so. */
export function offerStanding(offer: OfferTerms, now: Instant): OfferState {
  if (offer.state !== 'open') return offer.state;
  return isOnOrBefore(now, offer.respondBy, offer.zone) ? 'open' : 'lapsed';
}

/** Whether an offer can be answered now, by a slip or by a no. One that is not released is nobody's to answer. */
export function checkAnswerable(offer: OfferTerms, now: Instant): Result<void, AnswerRefusal> {
  const standing = offerStanding(offer, now);
  if (awaitsAnswer[standing]) return ok(undefined);
  switch (standing) {
    case 'accepted':
      return refuse({ kind: 'offer-already-accepted' });
    case 'declined':
      return refuse({ kind: 'offer-declined' });
    case 'lapsed':
      return refuse({ kind: 'offer-lapsed', respondBy: offer.respondBy });
    default:
      return refuse({ kind: 'offer-revoked' });
  }
}

/** Days after the last day of answer for which a letter's link still opens what became of the offer. */
const linkDays = 30;

/** Whether the link in an offer's letter still opens it. */
export function linkHolds(offer: OfferTerms, now: Instant): boolean {
  return isOnOrBefore(now, addDays(offer.respondBy, linkDays), offer.zone);
}
