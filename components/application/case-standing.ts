import type { ApplicantOutcome } from '@/lib/admission/queries/offer-for-applicant';
import type { OfferState } from '@/lib/admission/rules/offer-states';
import type { MyApplicationItem } from '@/lib/application/queries/my-applications';

/** Where somebody's case stands, as a relative would ask. Never more than has been released (rule 8). */
export type CaseStanding =
  | 'draft'
  | 'draft-closed'
  | 'deleted'
  | 'received'
  | 'assessed'
  | 'offer'
  | 'bound'
  | 'declined'
  | 'lapsed'
  | 'revoked'
  | 'waiting-list'
  | 'refusal'
  | 'withdrawn'
  | 'cohort-cancelled';

const ofOffer: Readonly<Record<OfferState, CaseStanding>> = {
  prepared: 'assessed',
  open: 'offer',
  accepted: 'bound',
  declined: 'declined',
  lapsed: 'lapsed',
  revoked: 'revoked',
};

/** Reads the standing from the application and from what has been released of its outcome. */
export function caseStanding(
  {
    state,
    window,
    cohort,
    receivedAt,
  }: Pick<MyApplicationItem, 'state' | 'window' | 'cohort' | 'receivedAt'>,
  outcome: ApplicantOutcome,
): CaseStanding {
  if (state === 'withdrawn') return receivedAt === null ? 'deleted' : 'withdrawn';
  if (cohort.state === 'cancelled') return 'cohort-cancelled';
  if (state === 'draft') return window === 'closed' ? 'draft-closed' : 'draft';
  switch (outcome.kind) {
    case 'offer':
      return ofOffer[outcome.standing];
    case 'waiting-list':
    case 'refusal':
      return outcome.kind;
    case 'none':
      return window === 'open' ? 'received' : 'assessed';
  }
}

/**
 * Where withdrawing is a way out; an offer is declined instead, and what has ended needs no end. A draft is
 * deleted, also one that came too late.
 */
export const canBeWithdrawn: Readonly<Record<CaseStanding, boolean>> = {
  draft: true,
  'draft-closed': true,
  deleted: false,
  received: true,
  assessed: true,
  offer: false,
  bound: false,
  declined: false,
  lapsed: false,
  revoked: false,
  'waiting-list': true,
  refusal: false,
  withdrawn: false,
  'cohort-cancelled': false,
};
