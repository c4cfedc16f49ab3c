import type { Locale, Localized } from '@/lib/kernel/locale';

/** The fragments of the slip. All figures and dates come formatted in the slip's own language. */
export interface SlipWords {
  readonly title: (programme: string) => string;
  readonly facts: Readonly<
    Record<
      'programme' | 'heldBy' | 'cohort' | 'applicant' | 'application' | 'place' | 'teaching',
      string
    >
  >;
  readonly teaching: (gatherings: number, days: number, hours: string) => string;
  readonly commitment: {
    readonly heading: string;
    readonly lead: string;
    readonly items: (price: string) => readonly string[];
    readonly diploma: (percent: number) => string;
  };
  readonly gatherings: {
    readonly heading: string;
    readonly caption: string;
    readonly head: readonly [string, string, string];
    readonly row: (number: number) => string;
  };
  readonly price: {
    readonly heading: string;
    readonly now: (price: string) => string;
    readonly rule: (places: number, earlyBird: string, ordinary: string) => string;
    readonly left: (left: number, places: number) => string;
    readonly noneLeft: (places: number, earlyBird: string) => string;
    readonly fixed: string;
  };
  readonly cancellation: {
    readonly heading: string;
    readonly byYou: (mailbox: string, phone: string) => string;
    readonly decision: string;
    readonly byUs: (minimum: number, date: string) => string;
  };
  readonly payer: {
    readonly heading: string;
    readonly employer: Readonly<
      Record<'employer' | 'organisationNumber' | 'reference' | 'address', string>
    >;
    readonly applicant: Readonly<Record<'payer' | 'address', string>>;
  };
  readonly signature: {
    readonly heading: string;
    readonly declaration: (programme: string, price: string) => string;
    readonly facts: Readonly<Record<'name' | 'signedAt' | 'version', string>>;
  };
}

const nb: SlipWords = {
  title: (programme) => `Bindende påmelding til ${programme}`,
  facts: {
    programme: 'Utdanning',
    heldBy: 'Arrangør',
    cohort: 'Kull',
    applicant: 'Søker',
    application: 'Søknad',
    place: 'Sted',
    teaching: 'Undervisning',
  },
  teaching: (gatherings, days, hours) => `${gatherings} samlinger, ${days} dager, ${hours} timer`,
  commitment: {
    heading: 'Dette forplikter du deg til',
    lead: 'Påmeldingen er bindende fra du signerer. Du forplikter deg til at',
    items: (price) => [
      'du deltar på hele utdanningen, alle dagene i tabellen under',
      `deltakeravgiften på ${price} blir betalt, av arbeidsgiveren din eller av deg`,
    ],
    diploma: (percent) =>
      `For å få diplom må du ha vært til stede minst ${percent} % av undervisningstiden.`,
  },
  gatherings: {
    heading: 'Samlingene',
    caption: 'Alle undervisningsdager',
    head: ['Samling', 'Dag', 'Tid'],
    row: (number) => `Samling ${number}`,
  },
  price: {
    heading: 'Prisen',
    now: (price) => `Prisen som gjelder nå, er ${price}.`,
    rule: (places, earlyBird, ordinary) =>
      `De ${places} første som melder seg bindende på, betaler ${earlyBird}. Deretter er prisen ${ordinary}.`,
    left: (left, places) =>
      `Da du fikk se dette skjemaet, var ${left} av ${places} plasser til redusert pris igjen.`,
    noneLeft: (places, earlyBird) => `Alle de ${places} plassene til ${earlyBird} er tatt.`,
    fixed:
      'Prisen din blir bestemt når vi mottar skjemaet, og endrer seg ikke etterpå. Er den blitt en annen enn den du ser her, blir du ikke bundet: du får skjemaet tilbake med den nye prisen.',
  },
  cancellation: {
    heading: 'Hvis du ikke kan delta likevel',
    byYou: (mailbox, phone) =>
      `Skriv til ${mailbox} eller ring ${phone} så snart du vet det, og fortell hvorfor.`,
    decision:
      'Avgiften må som hovedregel betales selv om du trekker deg. Vi vurderer hver sak, og svaret sier om avgiften fortsatt må betales, og hvorfor.',
    byUs: (minimum, date) =>
      `Utdanningen starter bare hvis minst ${minimum} er påmeldt. Det avgjør vi senest ${date}. Avlyser vi, betaler ingen.`,
  },
  payer: {
    heading: 'Hvem som betaler',
    employer: {
      employer: 'Arbeidsgiver',
      organisationNumber: 'Organisasjonsnummer',
      reference: 'Referanse på fakturaen',
      address: 'Fakturaadresse',
    },
    applicant: { payer: 'Betaler', address: 'Fakturaadresse' },
  },
  signature: {
    heading: 'Signatur',
    declaration: (programme, price) =>
      `Jeg har lest teksten over og melder meg bindende på ${programme} til ${price}.`,
    facts: { name: 'Signert av', signedAt: 'Signert', version: 'Skjemaets versjon' },
  },
};

const nn: SlipWords = {
  title: (programme) => `Bindande påmelding til ${programme}`,
  facts: {
    programme: 'Utdanning',
    heldBy: 'Arrangør',
    cohort: 'Kull',
    applicant: 'Søkjar',
    application: 'Søknad',
    place: 'Stad',
    teaching: 'Undervisning',
  },
  teaching: (gatherings, days, hours) => `${gatherings} samlingar, ${days} dagar, ${hours} timar`,
  commitment: {
    heading: 'Dette bind du deg til',
    lead: 'Påmeldinga er bindande frå du signerer. Du bind deg til at',
    items: (price) => [
      'du er med på heile utdanninga, alle dagane i tabellen under',
      `deltakaravgifta på ${price} blir betalt, av arbeidsgivaren din eller av deg`,
    ],
    diploma: (percent) =>
      `For å få diplom må du ha vore til stades minst ${percent} % av undervisningstida.`,
  },
  gatherings: {
    heading: 'Samlingane',
    caption: 'Alle undervisningsdagar',
    head: ['Samling', 'Dag', 'Tid'],
    row: (number) => `Samling ${number}`,
  },
  price: {
    heading: 'Prisen',
    now: (price) => `Prisen som gjeld no, er ${price}.`,
    rule: (places, earlyBird, ordinary) =>
      `Dei ${places} første som melder seg bindande på, betaler ${earlyBird}. Deretter er prisen ${ordinary}.`,
    left: (left, places) =>
      `Då du fekk sjå dette skjemaet, var ${left} av ${places} plassar til redusert pris att.`,
    noneLeft: (places, earlyBird) => `Alle dei ${places} plassane til ${earlyBird} er tekne.`,
    fixed:
      'Prisen din blir fastsett når vi får skjemaet, og endrar seg ikkje etterpå. Har han vorte ein annan enn den du ser her, blir du ikkje bunden: du får skjemaet tilbake med den nye prisen.',
  },
  cancellation: {
    heading: 'Om du ikkje kan vere med likevel',
    byYou: (mailbox, phone) =>
      `Skriv til ${mailbox} eller ring ${phone} så snart du veit det, og fortel kvifor.`,
    decision:
      'Avgifta må som hovudregel betalast sjølv om du trekkjer deg. Vi vurderer kvar sak, og svaret seier om avgifta framleis må betalast, og kvifor.',
    byUs: (minimum, date) =>
      `Utdanninga startar berre om minst ${minimum} er påmelde. Det avgjer vi seinast ${date}. Avlyser vi, betaler ingen.`,
  },
  payer: {
    heading: 'Kven som betaler',
    employer: {
      employer: 'Arbeidsgivar',
      organisationNumber: 'Organisasjonsnummer',
      reference: 'Referanse på fakturaen',
      address: 'Fakturaadresse',
    },
    applicant: { payer: 'Betalar', address: 'Fakturaadresse' },
  },
  signature: {
    heading: 'Signatur',
    declaration: (programme, price) =>
      `Eg har lese teksten over og melder meg bindande på ${programme} til ${price}.`,
    facts: { name: 'Signert av', signedAt: 'Signert', version: 'Versjon av skjemaet' },
  },
};

const en: SlipWords = {
  title: (programme) => `Binding enrollment: ${programme}`,
  facts: {
    programme: 'Programme',
    heldBy: 'Held by',
    cohort: 'Cohort',
    applicant: 'Applicant',
    application: 'Application',
    place: 'Place',
    teaching: 'Teaching',
  },
  teaching: (gatherings, days, hours) => `${gatherings} gatherings, ${days} days, ${hours} hours`,
  commitment: {
    heading: 'What you commit to',
    lead: 'Your enrollment is binding from the moment you sign. You commit that',
    items: (price) => [
      'you take part in the whole programme, every day in the table below',
      `the fee of ${price} is paid, by your employer or by you`,
    ],
    diploma: (percent) =>
      `To receive the diploma you must have been present for at least ${percent}% of the teaching time.`,
  },
  gatherings: {
    heading: 'The gatherings',
    caption: 'All days of teaching',
    head: ['Gathering', 'Day', 'Time'],
    row: (number) => `Gathering ${number}`,
  },
  price: {
    heading: 'The price',
    now: (price) => `The price that applies now is ${price}.`,
    rule: (places, earlyBird, ordinary) =>
      `The first ${places} to enroll pay ${earlyBird}. After that the price is ${ordinary}.`,
    left: (left, places) =>
      `When you were shown this slip, ${left} of ${places} places at the early-bird price ${left === 1 ? 'was' : 'were'} left.`,
    noneLeft: (places, earlyBird) => `All ${places} places at ${earlyBird} are taken.`,
    fixed:
      'Your price is fixed when we receive the slip, and does not change afterwards. If it is no longer the one you see here, you are not bound: the slip comes back to you with the new price.',
  },
  cancellation: {
    heading: 'If you cannot take part after all',
    byYou: (mailbox, phone) =>
      `Write to ${mailbox} or call ${phone} as soon as you know, and tell us why.`,
    decision:
      'As a rule the fee must be paid even if you withdraw. We consider each case, and our answer says whether the fee is still due, and why.',
    byUs: (minimum, date) =>
      `The programme starts only if at least ${minimum} have enrolled. We decide by ${date}. If we cancel it, nobody pays.`,
  },
  payer: {
    heading: 'Who pays',
    employer: {
      employer: 'Employer',
      organisationNumber: 'Organisation number',
      reference: 'Reference on the invoice',
      address: 'Invoice address',
    },
    applicant: { payer: 'Payer', address: 'Invoice address' },
  },
  signature: {
    heading: 'Signature',
    declaration: (programme, price) =>
      `I have read the text above and sign a binding enrollment at ${price} in this programme: ${programme}.`,
    facts: { name: 'Signed by', signedAt: 'Signed', version: 'Version of the slip' },
  },
};

const words: Localized<SlipWords> = { nb, nn, en };

/** The slip's words in one language. A change here is a new `slipVersion`. */
export function slipWords(locale: Locale): SlipWords {
  return words[locale];
}
