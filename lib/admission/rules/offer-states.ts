import { canMove, type Group, type Moves } from '@/lib/kernel/state-machine';

/** An offer of a place, as its row says. What it is by the clock is `offerStanding`'s to tell. */
export type OfferState = 'prepared' | 'open' | 'accepted' | 'declined' | 'lapsed' | 'revoked';

/** The declared machine. Only a lapse can be reversed, by an officer, while there is a place (rule 10). */
export const offerMoves: Moves<OfferState> = {
  prepared: ['open', 'revoked'],
  open: ['accepted', 'declined', 'lapsed', 'revoked'],
  accepted: [],
  declined: [],
  lapsed: ['open'],
  revoked: [],
};

/** Takes one of the cohort's places (rule 9). The triggers of the offer table count by the same group. */
export const takesPlace: Group<OfferState> = {
  prepared: false,
  open: true,
  accepted: true,
  declined: false,
  lapsed: false,
  revoked: false,
};

/** The applicant knows of it. */
export const isVisibleToApplicant: Group<OfferState> = {
  prepared: false,
  open: true,
  accepted: true,
  declined: true,
  lapsed: true,
  revoked: true,
};

/** Waits for the applicant's answer. */
export const awaitsAnswer: Group<OfferState> = {
  prepared: false,
  open: true,
  accepted: false,
  declined: false,
  lapsed: false,
  revoked: false,
};

/** Whether an offer may go from one state to another. */
export function mayMoveOffer(from: OfferState, to: OfferState): boolean {
  return canMove(offerMoves, from, to);
}

/** The states from which an offer may become this: what a write must find in the row. */
export function statesBefore(to: OfferState): OfferState[] {
  return (Object.keys(offerMoves) as OfferState[]).filter((from) => mayMoveOffer(from, to));
}
