import type { Localized } from '@/lib/kernel/locale';

/** What demo applicants write, a few ways of each in the language they chose. */
type Ways = Localized<readonly [string, ...string[]]>;

export const motivations: Ways = {
  nb: [
    'Dette er en demosøknad. Jeg har jobbet lenge i døgnavdeling og har sett hvordan vi tar over mer enn vi burde. Jeg vil lære en måte å være til stede på som gir pasienten styringen tilbake.',
    'Dette er en demosøknad. Hos oss ender for mange forløp med tvang. Jeg tror vi kan møte uro tidligere og roligere, og vil øve på det sammen med andre.',
    'Dette er en demosøknad. Jeg har lest om KYR og prøvd det litt på egen hånd. Nå vil jeg lære det ordentlig, med veiledning og video.',
    'Dette er en demosøknad. Jeg følger mennesker som går mellom kommune og sykehus. Jeg ønsker et felles språk for hva vi gjør, og hvorfor.',
  ],
  nn: [
    'Dette er ein demosøknad. Eg har arbeidd lenge i døgneining og har sett korleis vi tek over meir enn vi bør. Eg vil lære ein måte å vere til stades på som gjev pasienten styringa attende.',
    'Dette er ein demosøknad. Eg følgjer menneske som går mellom kommune og sjukehus, og ønskjer eit felles språk for kva vi gjer, og kvifor.',
  ],
  en: [
    'This is a demo application. I came to Norway five years ago and work nights on a ward. I want to learn to help in a way that leaves people in charge of themselves.',
  ],
};

export const usesOfLearning: Ways = {
  nb: [
    'Vi er tre som har vært på introduksjonskurs. Jeg tar med øvelsene inn i fagmøtet hver onsdag, og leder gir oss tid.',
    'Jeg skal veilede nyansatte i hvordan vi møter uro, og prøve det ut sammen med dem mellom samlingene.',
    'Lederen min ønsker at vi skriver om rutinene for innkomst. Det jeg lærer, går rett inn der.',
  ],
  nn: [
    'Eg tek øvingane med inn i fagmøtet kvar veke, og leiaren gjev oss tid.',
    'Eg skal rettleie nytilsette i korleis vi møter uro, og prøve det ut saman med dei.',
  ],
  en: ['I will bring the exercises into our weekly meeting. My manager has set the time aside.'],
};

export const waysOfKyr: Ways = {
  nb: [
    'KYR er grunnlaget for hvordan vi organiserer vakter og samtaler. Vi har veiledning annenhver uke.',
    'Vi bruker KYR i de lengste forløpene, og har en plan for å bruke det for alle.',
  ],
  nn: [
    'KYR er grunnlaget for korleis vi organiserer vakter og samtalar. Vi har rettleiing annankvar veke.',
  ],
  en: ['KYR is how we organise shifts and conversations. We have supervision every other week.'],
};

export const experiences: Ways = {
  nb: [
    'Åtte år i psykisk helsevern, de siste tre som miljøansvarlig.',
    'Fire år i døgnpost og to i ambulant team.',
    'Seks år i kommunen, med ansvar for oppfølging etter utskriving.',
  ],
  nn: ['Fem år i psykisk helsevern, dei siste to som miljøansvarleg.'],
  en: ['Five years in mental health care, the last two as shift leader.'],
};

/** Why an officer concluded as they did. For staff, and for the applicant who asks: in bokmål, as staff write. */
export const qualifiedReasons = [
  'Relevant utdanning og bred erfaring. Motivasjonen er tydelig, og leder støtter søknaden.',
  'Oppfyller kravene i søkergruppen. Beskriver godt hvordan arbeidsstedet vil bruke det som læres.',
  'Solid erfaring fra målgruppen, og en konkret plan for å prøve ut metoden mellom samlingene.',
] as const;

export const notQualifiedReason =
  'Søknaden viser ikke hvordan utdanningen kan brukes i arbeid med mennesker: stillingen er ren administrasjon.';

export const anchoringEvidence =
  'Samtale med enhetsleder, og enhetens fagplan, som bygger på KYR. (Demo)';
