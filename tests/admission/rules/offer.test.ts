import { describe, expect, it } from 'vitest';
import { checkCapacity, placesLeft } from '@/lib/admission/rules/capacity';
import { checkAnswerable, linkHolds, offerStanding } from '@/lib/admission/rules/offer-standing';
import {
  awaitsAnswer,
  isVisibleToApplicant,
  mayMoveOffer,
  offerMoves,
  statesBefore,
  takesPlace,
  type OfferState,
} from '@/lib/admission/rules/offer-states';
import { statesIn } from '@/lib/kernel/state-machine';
import { localDate } from '@/lib/kernel/time';

const zone = 'Europe/Oslo';
const states = Object.keys(offerMoves) as OfferState[];

describe('an offer', () => {
  it('moves only as declared', () => {
    const moves = states.flatMap((from) =>
      states.filter((to) => mayMoveOffer(from, to)).map((to) => `${from} to ${to}`),
    );
    expect(moves).toEqual([
      'prepared to open',
      'prepared to revoked',
      'open to accepted',
      'open to declined',
      'open to lapsed',
      'open to revoked',
      'lapsed to open',
    ]);
  });

  it('becomes what it becomes only from the states that the machine allows', () => {
    expect(statesBefore('accepted')).toEqual(['open']);
    expect(statesBefore('open')).toEqual(['prepared', 'lapsed']);
    expect(statesBefore('prepared')).toEqual([]);
  });

  it.each([
    ['open', '2027-06-20T12:00:00Z', true],
    ['lapsed', '2027-07-20T21:59:59.999Z', true],
    ['lapsed', '2027-07-20T22:00:00.000Z', false],
  ] as const)('that is %s can be read by its link at %s: %s', (state, now, holds) => {
    const offer = { state, respondBy: localDate('2027-06-20'), zone };
    expect(linkHolds(offer, new Date(now))).toBe(holds);
  });

  it('takes a place while it is open and when it is accepted, and is seen by nobody while prepared', () => {
    expect(statesIn(takesPlace)).toEqual(['open', 'accepted']);
    expect(statesIn(awaitsAnswer)).toEqual(['open']);
    expect(isVisibleToApplicant.prepared).toBe(false);
  });

  it.each([
    ['the last millisecond in summer', '2027-06-20', '2027-06-20T21:59:59.999Z', 'open'],
    ['the first millisecond after it', '2027-06-20', '2027-06-20T22:00:00.000Z', 'lapsed'],
    ['the last millisecond in winter', '2027-12-20', '2027-12-20T22:59:59.999Z', 'open'],
    ['the first after that', '2027-12-20', '2027-12-20T23:00:00.000Z', 'lapsed'],
    ['the end of the day the clocks go back', '2027-10-31', '2027-10-31T22:59:59.999Z', 'open'],
    ['midnight after the clocks went back', '2027-10-31', '2027-10-31T23:00:00.000Z', 'lapsed'],
    ['the end of the day the clocks go forward', '2027-03-28', '2027-03-28T21:59:59.999Z', 'open'],
    ['midnight after they went forward', '2027-03-28', '2027-03-28T22:00:00.000Z', 'lapsed'],
  ])('is read from the clock: %s', (_, respondBy, now, standing) => {
    const offer = { state: 'open' as const, respondBy: localDate(respondBy), zone };
    expect(offerStanding(offer, new Date(now))).toBe(standing);
  });

  it('that has been answered does not lapse', () => {
    const longAfter = new Date('2030-01-01T00:00:00Z');
    for (const state of ['accepted', 'declined', 'revoked'] as const) {
      expect(offerStanding({ state, respondBy: localDate('2027-06-20'), zone }, longAfter)).toBe(
        state,
      );
    }
  });

  it.each([
    ['open', '2027-06-20T12:00:00Z', null],
    ['open', '2027-06-21T12:00:00Z', 'offer-lapsed'],
    ['lapsed', '2027-06-19T12:00:00Z', 'offer-lapsed'],
    ['accepted', '2027-06-20T12:00:00Z', 'offer-already-accepted'],
    ['declined', '2027-06-20T12:00:00Z', 'offer-declined'],
    ['revoked', '2027-06-20T12:00:00Z', 'offer-revoked'],
    ['prepared', '2027-06-20T12:00:00Z', 'offer-revoked'],
  ] as const)('that is %s at %s can be answered, or says why not', (state, now, refusal) => {
    const checked = checkAnswerable(
      { state, respondBy: localDate('2027-06-20'), zone },
      new Date(now),
    );
    expect(checked.ok ? null : checked.refusal.kind).toBe(refusal);
  });
});

describe('capacity', () => {
  it('has room for as many as there are places left, and says how full it is', () => {
    expect(placesLeft({ capacity: 30, placesTaken: 18 })).toBe(12);
    expect(placesLeft({ capacity: 5, placesTaken: 7 })).toBe(0);
    expect(checkCapacity({ capacity: 30, placesTaken: 18 }, 12).ok).toBe(true);
    expect(checkCapacity({ capacity: 30, placesTaken: 18 }, 13)).toEqual({
      ok: false,
      refusal: { kind: 'no-places-left', capacity: 30, placesTaken: 18 },
    });
  });
});
