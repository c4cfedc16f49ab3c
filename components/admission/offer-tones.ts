import type { Tone } from '@/components/ui/tag';
import type { OfferState } from '@/lib/admission/rules/offer-states';

/** Tones only support the words of an offer's standing. */
export const offerTone: Record<OfferState, Tone> = {
  prepared: 'neutral',
  open: 'info',
  accepted: 'success',
  declined: 'neutral',
  lapsed: 'warning',
  revoked: 'danger',
};
