import {
  formatInstant,
  formatLongDate,
  formatNumber,
  formatShortWeekdayDate,
  formatTimeSpan,
} from '@/lib/kernel/dates';
import type { Block, Fact, StructuredText } from '@/lib/kernel/document';
import type { Locale } from '@/lib/kernel/locale';
import { formatMoney, type Money } from '@/lib/kernel/money';
import { formatOrganisationNumber } from '@/lib/kernel/organisation-number';
import type { Instant } from '@/lib/kernel/time';
import { teachingMinutes, type CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { diplomaPercent } from '@/lib/programme/rules/diploma';
import type { Address, Payer } from './payer';
import { slipWords } from './slip-words/slip-words';

/** Names the wording and order of the slip. Any change of either gives the next one. */
export const slipVersion = 'slip-2027-2';

/** The cohort's side of the slip. */
export type SlipCohort = Pick<
  CohortFacts,
  | 'name'
  | 'zone'
  | 'place'
  | 'gatherings'
  | 'ordinaryPrice'
  | 'earlyBirdPrice'
  | 'earlyBirdPlaces'
  | 'minimumParticipants'
  | 'decisionDate'
> & {
  readonly programme: Pick<
    CohortFacts['programme'],
    'name' | 'heldBy' | 'mailbox' | 'contactPhone'
  >;
};

/** The price as its reader saw it, with the early-bird places that were left at that moment. */
export interface ShownPrice {
  readonly price: Money;
  readonly earlyBirdPlacesLeft: number;
}

export interface SlipFacts {
  readonly cohort: SlipCohort;
  readonly reference: string;
  readonly applicantName: string;
  readonly shown: ShownPrice;
}

/** Who signed, how the fee is paid, and when the slip was received. */
export interface SlipSignature {
  readonly signedName: string;
  readonly payer: Payer;
  readonly signedAt: Instant;
}

/**
 * What is shown before anything is chosen: everything that a signature binds to, except the payer.
 * The declaration stands by itself, since it is read last, where the name is written.
 */
export interface SlipTerms extends StructuredText {
  readonly declaration: string;
}

/** Makes the terms of a slip from its facts. */
export function slipTerms(facts: SlipFacts, locale: Locale): SlipTerms {
  const { cohort } = facts;
  const words = slipWords(locale);
  const price = formatMoney(facts.shown.price, locale);
  return {
    locale,
    title: words.title(cohort.programme.name[locale]),
    declaration: words.signature.declaration(cohort.programme.name[locale], price),
    blocks: [
      { kind: 'facts', rows: whatItIs(facts, locale) },
      { kind: 'heading', level: 2, text: words.commitment.heading },
      { kind: 'paragraph', text: words.commitment.lead },
      { kind: 'list', items: words.commitment.items(price) },
      { kind: 'paragraph', text: words.commitment.diploma(diplomaPercent) },
      { kind: 'heading', level: 2, text: words.gatherings.heading },
      gatheringsTable(cohort, locale),
      { kind: 'heading', level: 2, text: words.price.heading },
      ...priceBlocks(facts, locale),
      { kind: 'heading', level: 2, text: words.cancellation.heading },
      ...[
        words.cancellation.byYou(cohort.programme.mailbox, cohort.programme.contactPhone),
        words.cancellation.decision,
        words.cancellation.byUs(
          cohort.minimumParticipants,
          formatLongDate(cohort.decisionDate, locale),
        ),
      ].map(paragraph),
    ],
  };
}

/** The whole slip as it was signed: the terms that were shown, the payer and the signature. */
export function signedSlip(
  facts: SlipFacts,
  signature: SlipSignature,
  locale: Locale,
): StructuredText {
  const { title, blocks, declaration } = slipTerms(facts, locale);
  const words = slipWords(locale);
  const signed: Fact[] = [
    { term: words.signature.facts.name, value: signature.signedName },
    {
      term: words.signature.facts.signedAt,
      value: formatInstant(signature.signedAt, facts.cohort.zone, locale),
    },
    { term: words.signature.facts.version, value: slipVersion },
  ];
  return {
    locale,
    title,
    blocks: [
      ...blocks,
      { kind: 'heading', level: 2, text: words.payer.heading },
      { kind: 'facts', rows: payerFacts(signature.payer, facts.applicantName, locale) },
      { kind: 'heading', level: 2, text: words.signature.heading },
      paragraph(declaration),
      { kind: 'facts', rows: signed },
    ],
  };
}

/** The payer in words, for the slip, the confirmation and the letters. */
export function payerFacts(payer: Payer, applicantName: string, locale: Locale): Fact[] {
  const words = slipWords(locale).payer;
  if (payer.kind === 'applicant') {
    return [
      { term: words.applicant.payer, value: applicantName },
      { term: words.applicant.address, value: addressLine(payer.address) },
    ];
  }
  return [
    { term: words.employer.employer, value: payer.employer },
    {
      term: words.employer.organisationNumber,
      value: formatOrganisationNumber(payer.organisationNumber),
    },
    { term: words.employer.reference, value: payer.reference },
    { term: words.employer.address, value: addressLine(payer.address) },
  ];
}

function whatItIs({ cohort, reference, applicantName }: SlipFacts, locale: Locale): Fact[] {
  const words = slipWords(locale);
  const days = cohort.gatherings.flatMap((gathering) => gathering.sessions).length;
  const hours = formatNumber(teachingMinutes(cohort) / 60, locale);
  return [
    { term: words.facts.programme, value: cohort.programme.name[locale] },
    { term: words.facts.heldBy, value: sentence(cohort.programme.heldBy[locale]) },
    { term: words.facts.cohort, value: cohort.name },
    { term: words.facts.applicant, value: applicantName },
    { term: words.facts.application, value: reference },
    { term: words.facts.place, value: cohort.place.address },
    { term: words.facts.teaching, value: words.teaching(cohort.gatherings.length, days, hours) },
  ];
}

function gatheringsTable(cohort: SlipCohort, locale: Locale): Block {
  const { caption, head, row } = slipWords(locale).gatherings;
  const rows = cohort.gatherings.flatMap((gathering) =>
    gathering.sessions.map((session) => [
      row(gathering.number),
      formatShortWeekdayDate(session.date, locale),
      formatTimeSpan(session.startsAt, session.endsAt, locale),
    ]),
  );
  return { kind: 'table', caption, head, rows };
}

function priceBlocks({ cohort, shown }: SlipFacts, locale: Locale): Block[] {
  const words = slipWords(locale).price;
  const places = cohort.earlyBirdPlaces;
  const earlyBird = formatMoney(cohort.earlyBirdPrice, locale);
  const ordinary = formatMoney(cohort.ordinaryPrice, locale);
  const left =
    shown.earlyBirdPlacesLeft > 0
      ? words.left(shown.earlyBirdPlacesLeft, places)
      : words.noneLeft(places, earlyBird);
  return [
    words.now(formatMoney(shown.price, locale)),
    ...(places > 0 ? [`${words.rule(places, earlyBird, ordinary)} ${left}`] : []),
    words.fixed,
  ].map(paragraph);
}

/** What stands after «Holdes av …» in a sentence, standing by itself. */
function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function addressLine({ street, postcode, city }: Address): string {
  return `${street}, ${postcode} ${city}`;
}
