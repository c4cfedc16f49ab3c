import type { SlipWords } from './fragments';

export const nn: SlipWords = {
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
