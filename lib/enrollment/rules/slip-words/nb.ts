import type { SlipWords } from './fragments';

export const nb: SlipWords = {
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
