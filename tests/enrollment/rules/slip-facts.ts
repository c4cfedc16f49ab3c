import type { SlipAnswers, SlipCase } from '@/lib/enrollment/rules/judge-slip';
import type { Payer } from '@/lib/enrollment/rules/payer';
import type { SlipFacts, SlipSignature } from '@/lib/enrollment/rules/slip-text';
import { kroner } from '@/lib/kernel/money';
import { localDate } from '@/lib/kernel/time';
import { cohortDatesOf } from '@/lib/programme/rules/cohort-dates';

const dates = cohortDatesOf(2027);

/** A slip of the cohort of 2027, opened when two early-bird places were left. */
export const facts: SlipFacts = {
  reference: '7K3M-Q9TX-4WBN',
  applicantName: 'Kari Nordmann',
  shown: { price: kroner(20_000), earlyBirdPlacesLeft: 2 },
  cohort: {
    name: '2027–2028',
    zone: 'Europe/Oslo',
    gatherings: dates.gatherings,
    decisionDate: dates.decisionDate,
    minimumParticipants: 16,
    ordinaryPrice: kroner(26_000),
    earlyBirdPrice: kroner(20_000),
    earlyBirdPlaces: 5,
    place: {
      name: { nb: 'Fyrhuset', nn: 'Fyrhuset', en: 'Fyrhuset' },
      address: 'Åsgårdveien 1, 9016 Tromsø',
      directions: { nb: '', nn: '', en: '' },
      lodging: { nb: '', nn: '', en: '' },
    },
    programme: {
      name: {
        nb: 'BET-Recoveryutdanningen',
        nn: 'BET-Recoveryutdanninga',
        en: 'the BET Recovery programme',
      },
      heldBy: {
        nb: 'to helseforetak sammen',
        nn: 'to helseføretak saman',
        en: 'two health trusts together',
      },
      mailbox: 'bet@helseforetak.example',
      contactPhone: '70 00 00 00',
    },
  },
};

/** An employer, with all that its invoice needs. */
export const employerPays: Payer = {
  kind: 'employer',
  employer: 'Demo helseforetak',
  organisationNumber: '974760673',
  reference: 'KARNOR',
  address: { street: 'Postboks 100', postcode: '9038', city: 'Tromsø' },
};

export const signature: SlipSignature = {
  signedName: 'Kari Nordmann',
  signedAt: new Date('2027-06-20T10:12:00Z'),
  payer: employerPays,
};

export const openCase: SlipCase = {
  ...facts,
  lastOrdinal: 3,
  offer: { state: 'open', respondBy: localDate('2027-07-31') },
};

export const answers: SlipAnswers = { shown: facts.shown, shownTermsAre: () => true };
