import { formatInstant } from '@/lib/kernel/dates';
import type { Fact } from '@/lib/kernel/document';
import type { Locale, Localized } from '@/lib/kernel/locale';
import { formatMoney, type Money } from '@/lib/kernel/money';
import type { Instant } from '@/lib/kernel/time';
import { action, facts, heading, paragraph } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

export interface EnrolledMailboxLetterProps {
  readonly installation: string;
  readonly programme: string;
  readonly cohort: string;
  readonly applicantName: string;
  readonly reference: string;
  readonly ordinal: string;
  /** Places in the cohort in all. */
  readonly capacity: number;
  readonly price: Money;
  readonly earlyBird: boolean;
  readonly payer: readonly Fact[];
  readonly signedAt: Instant;
  readonly zone: string;
  /** The staff's page of enrollments, absolute. */
  readonly page: string;
}

interface Words {
  subject(ordinal: string, name: string, programme: string, cohort: string): string;
  signed(name: string, signedAt: string): string;
  readonly facts: Readonly<
    Record<'applicant' | 'reference' | 'ordinal' | 'price' | 'earlyBird' | 'ordinary', string>
  >;
  of(ordinal: string, capacity: number): string;
  readonly payer: string;
  readonly see: string;
}

const words: Localized<Words> = {
  nb: {
    subject: (ordinal, name, programme, cohort) =>
      `Bindende påmelding nr. ${ordinal}: ${name}, ${programme} ${cohort}`,
    signed: (name, signedAt) => `${name} signerte påmeldingen ${signedAt}. Skjemaet ligger ved.`,
    facts: {
      applicant: 'Deltaker',
      reference: 'Søknad',
      ordinal: 'Påmelding',
      price: 'Pris',
      earlyBird: 'redusert pris',
      ordinary: 'ordinær pris',
    },
    of: (ordinal, capacity) => `${ordinal} av ${capacity}`,
    payer: 'Hvem som betaler',
    see: 'Se påmeldingene',
  },
  nn: {
    subject: (ordinal, name, programme, cohort) =>
      `Bindande påmelding nr. ${ordinal}: ${name}, ${programme} ${cohort}`,
    signed: (name, signedAt) => `${name} signerte påmeldinga ${signedAt}. Skjemaet ligg ved.`,
    facts: {
      applicant: 'Deltakar',
      reference: 'Søknad',
      ordinal: 'Påmelding',
      price: 'Pris',
      earlyBird: 'redusert pris',
      ordinary: 'ordinær pris',
    },
    of: (ordinal, capacity) => `${ordinal} av ${capacity}`,
    payer: 'Kven som betaler',
    see: 'Sjå påmeldingane',
  },
  en: {
    subject: (ordinal, name, programme, cohort) =>
      `Binding enrollment no. ${ordinal}: ${name}, ${programme} ${cohort}`,
    signed: (name, signedAt) =>
      `${name} signed the enrollment on ${signedAt}. The slip is attached.`,
    facts: {
      applicant: 'Participant',
      reference: 'Application',
      ordinal: 'Enrollment',
      price: 'Price',
      earlyBird: 'early-bird price',
      ordinary: 'ordinary price',
    },
    of: (ordinal, capacity) => `${ordinal} of ${capacity}`,
    payer: 'Who pays',
    see: 'See the enrollments',
  },
};

/** To the programme's mailbox: who has enrolled, at what price, and who is to be invoiced. */
export function enrolledMailboxLetter(
  locale: Locale,
  props: EnrolledMailboxLetterProps,
): Promise<RenderedLetter> {
  const t = words[locale];
  const kind = props.earlyBird ? t.facts.earlyBird : t.facts.ordinary;
  return renderLetter(locale, {
    installation: props.installation,
    subject: t.subject(props.ordinal, props.applicantName, props.programme, props.cohort),
    blocks: [
      paragraph(t.signed(props.applicantName, formatInstant(props.signedAt, props.zone, locale))),
      facts(
        [t.facts.applicant, props.applicantName],
        [t.facts.reference, props.reference],
        [t.facts.ordinal, t.of(props.ordinal, props.capacity)],
        [t.facts.price, `${formatMoney(props.price, locale)}, ${kind}`],
      ),
      heading(t.payer),
      facts(...props.payer.map(({ term, value }) => [term, value] as const)),
      action(t.see, props.page),
    ],
  });
}
