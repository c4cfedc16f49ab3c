import { formatInstant, formatWeekdayDate } from '@/lib/kernel/dates';
import type { Fact } from '@/lib/kernel/document';
import type { Locale, Localized } from '@/lib/kernel/locale';
import { formatMoney, type Money } from '@/lib/kernel/money';
import type { Instant, LocalDate } from '@/lib/kernel/time';
import { action, facts, heading, list, paragraph } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutPlace, type AboutPlace } from './to-applicant';

export interface EnrolledLetterProps extends AboutPlace {
  /** The place in the order in which slips were received. */
  readonly ordinal: string;
  readonly price: Money;
  readonly earlyBird: boolean;
  readonly payer: readonly Fact[];
  readonly signedAt: Instant;
  readonly zone: string;
  /** Null until the gatherings are planned. */
  readonly firstDay: LocalDate | null;
  readonly place: string;
  /** The page that shows the enrollment, absolute. */
  readonly page: string;
}

interface Words {
  subject(programme: string, cohort: string): string;
  bound(signedAt: string, price: string): string;
  earlyBird: string;
  readonly facts: Readonly<
    Record<'programme' | 'cohort' | 'reference' | 'ordinal' | 'price', string>
  >;
  readonly payer: string;
  readonly next: string;
  first(day: string, place: string): string;
  readonly steps: readonly string[];
  readonly attached: string;
  readonly cannot: string;
  readonly see: string;
}

const words: Localized<Words> = {
  nb: {
    subject: (programme, cohort) => `Du er påmeldt ${programme} ${cohort}`,
    bound: (signedAt, price) =>
      `Vi fikk skjemaet ditt ${signedAt}. Påmeldingen er bindende, og prisen er ${price}.`,
    earlyBird: 'Du er blant de første som meldte seg på, og får den reduserte prisen.',
    facts: {
      programme: 'Utdanning',
      cohort: 'Kull',
      reference: 'Søknad',
      ordinal: 'Påmelding nummer',
      price: 'Pris',
    },
    payer: 'Hvem som betaler',
    next: 'Dette skjer nå',
    first: (day, place) => `Vi møtes første gang ${day}. Sted: ${place}.`,
    steps: [
      'Avtal fri til alle dagene med lederen din, og bestill reise og overnatting.',
      'Legg samlingene i kalenderen: de ligger ved som kalenderfil.',
    ],
    attached: 'Skjemaet du signerte, ligger ved som PDF.',
    cannot: 'Kan du ikke delta likevel? Si fra til oss så snart du vet det.',
    see: 'Se påmeldingen',
  },
  nn: {
    subject: (programme, cohort) => `Du er påmeld ${programme} ${cohort}`,
    bound: (signedAt, price) =>
      `Vi fekk skjemaet ditt ${signedAt}. Påmeldinga er bindande, og prisen er ${price}.`,
    earlyBird: 'Du er blant dei første som melde seg på, og får den reduserte prisen.',
    facts: {
      programme: 'Utdanning',
      cohort: 'Kull',
      reference: 'Søknad',
      ordinal: 'Påmelding nummer',
      price: 'Pris',
    },
    payer: 'Kven som betaler',
    next: 'Dette skjer no',
    first: (day, place) => `Vi møtest første gong ${day}. Stad: ${place}.`,
    steps: [
      'Avtal fri til alle dagane med leiaren din, og bestill reise og overnatting.',
      'Legg samlingane i kalenderen: dei ligg ved som kalenderfil.',
    ],
    attached: 'Skjemaet du signerte, ligg ved som PDF.',
    cannot: 'Kan du ikkje vere med likevel? Sei frå til oss så snart du veit det.',
    see: 'Sjå påmeldinga',
  },
  en: {
    subject: (programme, cohort) => `You are enrolled: ${programme} ${cohort}`,
    bound: (signedAt, price) =>
      `We received your slip on ${signedAt}. Your enrollment is binding, and the price is ${price}.`,
    earlyBird: 'You are among the first to sign, so you pay the early-bird price.',
    facts: {
      programme: 'Programme',
      cohort: 'Cohort',
      reference: 'Application',
      ordinal: 'Enrollment number',
      price: 'Price',
    },
    payer: 'Who pays',
    next: 'What happens now',
    first: (day, place) => `We meet for the first time on ${day}. Place: ${place}.`,
    steps: [
      'Arrange leave for all the days with your manager, and book travel and accommodation.',
      'Put the gatherings in your calendar: they are attached as a calendar file.',
    ],
    attached: 'The slip that you signed is attached as a PDF.',
    cannot: 'Can you not take part after all? Tell us as soon as you know.',
    see: 'See your enrollment',
  },
};

/** To the one who signed: what is bound, at what price, who pays, and what comes next. */
export function enrolledLetter(
  locale: Locale,
  props: EnrolledLetterProps,
): Promise<RenderedLetter> {
  const t = words[locale];
  const price = formatMoney(props.price, locale);
  return letterAboutPlace(locale, props, {
    subject: t.subject(props.programme, props.cohort),
    station: 'enrollment',
    blocks: [
      paragraph(t.bound(formatInstant(props.signedAt, props.zone, locale), price)),
      ...(props.earlyBird ? [paragraph(t.earlyBird)] : []),
      facts(
        [t.facts.programme, props.programme],
        [t.facts.cohort, props.cohort],
        [t.facts.reference, props.reference],
        [t.facts.ordinal, props.ordinal],
        [t.facts.price, price],
      ),
      heading(t.payer),
      facts(...props.payer.map(({ term, value }) => [term, value] as const)),
      heading(t.next),
      ...(props.firstDay === null
        ? []
        : [paragraph(t.first(formatWeekdayDate(props.firstDay, locale), props.place))]),
      list(t.steps),
      paragraph(t.attached),
      action(t.see, props.page),
      paragraph(t.cannot),
    ],
  });
}
