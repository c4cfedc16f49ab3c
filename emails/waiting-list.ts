import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { LocalDate } from '@/lib/kernel/time';
import { nameInText } from '@/lib/kernel/name-in-text';
import { facts, heading, numbered, paragraph } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutPlace, type AboutPlace } from './to-applicant';

/** What the order rests on, by the names of the cohort's criteria. */
export type OrderCriterion = 'priority-workplace' | 'assessment-score' | 'arrival';

export interface WaitingListLetterProps extends AboutPlace {
  /** The place in the line, from 1. */
  readonly number: number;
  /** How many wait in all. */
  readonly total: number;
  readonly capacity: number;
  /** Weightiest first. */
  readonly criteria: readonly OrderCriterion[];
  /** How many an officer has moved in the order, past what the criteria give. */
  readonly moves: number;
  /** The last day on which a freed place is given to somebody else. */
  readonly admissionClosesOn: LocalDate;
}

interface Words {
  readonly subject: (programme: string) => string;
  readonly what: (programme: string, cohort: string, capacity: number) => string;
  readonly number: (number: number, total: number) => string;
  readonly meaning: string;
  readonly freed: (date: string) => string;
  readonly nothing: string;
  readonly closes: (date: string) => string;
  readonly why: string;
  readonly order: string;
  readonly criteria: Readonly<Record<OrderCriterion, string>>;
  readonly moved: (count: number) => string;
  readonly leave: (mailbox: string) => string;
  readonly reference: string;
  readonly place: string;
  readonly of: (number: number, total: number) => string;
}

const words: Localized<Words> = {
  nb: {
    subject: (programme) => `Du står på venteliste til ${programme}`,
    what: (programme, cohort, capacity) =>
      `Du har ikke fått plass på ${programme}, kull ${cohort}, nå. Du er kvalifisert, men de ${capacity} plassene gikk til søkere som står foran deg i rekkefølgen.`,
    number: (number, total) => `Du er nummer ${number} av ${total} på ventelisten.`,
    meaning: 'Hva det betyr',
    freed: (date) =>
      `Blir en plass ledig før opptaket stenger ${date}, går den til den som står først. Er det deg, skriver vi til deg med en gang og sier når du må svare.`,
    nothing: 'Du trenger ikke gjøre noe for å bli stående på listen.',
    closes: (date) =>
      `Har du ikke hørt noe innen ${date}, ble det ingen plass til deg denne gangen. Du kan søke på nytt.`,
    why: 'Slik er rekkefølgen bestemt',
    order: 'Alle kvalifiserte søkere står i én rekke, etter dette:',
    criteria: {
      'priority-workplace':
        'Først de som kommer fra arbeidssteder som allerede arbeider med recovery forankret i KYR, og der vi har kunnet bekrefte det.',
      'assessment-score': 'Så etter vurderingen av kvalifikasjoner og motivasjon.',
      arrival: 'Ellers i den rekkefølgen søknadene kom inn.',
    },
    moved: (count) =>
      `Vi har i tillegg flyttet ${count === 1 ? 'én søker' : `${count} søkere`} i rekkefølgen av en egen grunn. Spør oss hvis du vil vite hva det betyr for deg.`,
    leave: (mailbox) => `Vil du ikke stå på ventelisten lenger? Skriv til ${mailbox}.`,
    reference: 'Referanse',
    place: 'Plass på ventelisten',
    of: (number, total) => `${number} av ${total}`,
  },
  nn: {
    subject: (programme) => `Du står på venteliste til ${programme}`,
    what: (programme, cohort, capacity) =>
      `Du har ikkje fått plass på ${programme}, kull ${cohort}, no. Du er kvalifisert, men dei ${capacity} plassane gjekk til søkjarar som står framfor deg i rekkjefølgja.`,
    number: (number, total) => `Du er nummer ${number} av ${total} på ventelista.`,
    meaning: 'Kva det tyder',
    freed: (date) =>
      `Blir ein plass ledig før opptaket stengjer ${date}, går han til den som står først. Er det deg, skriv vi til deg med ein gong og seier når du må svare.`,
    nothing: 'Du treng ikkje gjere noko for å bli ståande på lista.',
    closes: (date) =>
      `Har du ikkje høyrt noko innan ${date}, vart det ingen plass til deg denne gongen. Du kan søkje på nytt.`,
    why: 'Slik er rekkjefølgja avgjord',
    order: 'Alle kvalifiserte søkjarar står i éi rekkje, etter dette:',
    criteria: {
      'priority-workplace':
        'Først dei som kjem frå arbeidsstader som allereie arbeider med recovery forankra i KYR, og der vi har kunna stadfeste det.',
      'assessment-score': 'Så etter vurderinga av kvalifikasjonar og motivasjon.',
      arrival: 'Elles i den rekkjefølgja søknadene kom inn.',
    },
    moved: (count) =>
      `Vi har i tillegg flytta ${count === 1 ? 'éin søkjar' : `${count} søkjarar`} i rekkjefølgja av ein eigen grunn. Spør oss om du vil vite kva det har å seie for deg.`,
    leave: (mailbox) => `Vil du ikkje stå på ventelista lenger? Skriv til ${mailbox}.`,
    reference: 'Referanse',
    place: 'Plass på ventelista',
    of: (number, total) => `${number} av ${total}`,
  },
  en: {
    subject: (programme) => `You are on the waiting list for ${programme}`,
    what: (programme, cohort, capacity) =>
      `You have not been offered a place on ${programme}, cohort ${cohort}, for now. You are qualified, but the ${capacity} places went to applicants who are ahead of you in the order.`,
    number: (number, total) => `You are number ${number} of ${total} on the waiting list.`,
    meaning: 'What it means',
    freed: (date) =>
      `If a place becomes free before admission closes on ${date}, it goes to the first in line. If that is you, we will write to you at once and say when you must answer.`,
    nothing: 'You need not do anything to stay on the list.',
    closes: (date) =>
      `If you have heard nothing by the end of ${date}, there was no place for you this time. You are welcome to apply again.`,
    why: 'How the order is decided',
    order: 'All qualified applicants are in one queue, ordered like this:',
    criteria: {
      'priority-workplace':
        'First those from workplaces that already work with recovery grounded in KYR, where we have been able to confirm it.',
      'assessment-score': 'Then by the assessment of qualifications and motivation.',
      arrival: 'Otherwise in the order in which the applications came in.',
    },
    moved: (count) =>
      `In addition, we have moved ${count === 1 ? 'one applicant' : `${count} applicants`} in the order, for a separate reason. Ask us if you want to know what that means for you.`,
    leave: (mailbox) => `Do you no longer want to be on the list? Write to ${mailbox}.`,
    reference: 'Reference',
    place: 'Place on the waiting list',
    of: (number, total) => `${number} of ${total}`,
  },
};

/** Tells a qualified applicant that the places went to others, and what can still happen. */
export function waitingListLetter(
  locale: Locale,
  props: WaitingListLetterProps,
): Promise<RenderedLetter> {
  const say = words[locale];
  const programme = nameInText(props.programme, locale);
  const closes = formatLongDate(props.admissionClosesOn, locale);
  return letterAboutPlace(locale, props, {
    subject: say.subject(programme),
    station: 'answer',
    blocks: [
      paragraph(say.what(programme, props.cohort, props.capacity)),
      paragraph(say.number(props.number, props.total)),
      heading(say.meaning),
      paragraph(say.freed(closes)),
      paragraph(say.nothing),
      paragraph(say.closes(closes)),
      heading(say.why),
      paragraph(say.order),
      numbered(props.criteria.map((criterion) => say.criteria[criterion])),
      ...(props.moves > 0 ? [paragraph(say.moved(props.moves))] : []),
      paragraph(say.leave(props.contact.mailbox)),
      facts([say.reference, props.reference], [say.place, say.of(props.number, props.total)]),
    ],
  });
}
