import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { Instant, LocalDate } from '@/lib/kernel/time';
import { nameInText } from '@/lib/kernel/name-in-text';
import type { ToApplicant } from './about-application';
import { action, facts, heading, numbered, paragraph } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutApplication, type OwnWords } from './to-applicant';

export interface ApplicationReceived extends ToApplicant {
  readonly receivedAt: Instant;
  /** The last day on which it can be changed; null when that is over. */
  readonly changesUntil: LocalDate | null;
  /** How it came when staff have written it in; null when it was sent through the form. */
  readonly registeredWay: 'email' | 'post' | null;
}

/** The receipt for an application: that it has come, when, and what happens next. */
export async function applicationReceivedLetter(
  locale: Locale,
  letter: ApplicationReceived,
): Promise<RenderedLetter> {
  const programme = nameInText(letter.programme[locale], locale);
  const received = formatInstant(letter.receivedAt, letter.zone, locale);
  const until = letter.changesUntil === null ? null : formatLongDate(letter.changesUntil, locale);
  const own = texts[locale](letter, programme, received, until);
  return letterAboutApplication(locale, letter, { station: 'application', ...own });
}

type Text = (
  letter: ApplicationReceived,
  programme: string,
  received: string,
  until: string | null,
) => OwnWords;

const texts: Localized<Text> = {
  nb: ({ cohort, reference, link, registeredWay }, programme, received, until) => ({
    subject: `Vi har fått søknaden din til ${programme}`,
    blocks: [
      paragraph(`Søknaden din til ${programme}, kull ${cohort}, er kommet fram.`),
      ...(registeredWay === null
        ? []
        : [
            paragraph(
              `Den kom ${registeredWay === 'post' ? 'i posten' : 'på e-post'}, og vi har skrevet den inn for deg. Logg inn med denne e-postadressen og se at alt ble riktig.`,
            ),
          ]),
      facts(['Mottatt', received], ['Referanse', reference]),
      heading('Dette skjer nå'),
      numbered([
        until === null
          ? 'Søknadsfristen er ute. Er noe blitt feil, så skriv til oss.'
          : `Du kan endre søknaden og vedleggene til og med ${until}. Plassen i køen beholder du.`,
        'Etter fristen leser og vurderer vi alle søknadene.',
        'Alle får svar samtidig, på e-post til denne adressen.',
      ]),
      action('Se søknaden din', link),
      paragraph('Der kan du også lagre kvitteringen som PDF, med alt du sendte.'),
      paragraph('Vil du ikke søke likevel? Da kan du trekke søknaden på den samme siden.'),
    ],
  }),
  nn: ({ cohort, reference, link, registeredWay }, programme, received, until) => ({
    subject: `Vi har fått søknaden din til ${programme}`,
    blocks: [
      paragraph(`Søknaden din til ${programme}, kull ${cohort}, er komen fram.`),
      ...(registeredWay === null
        ? []
        : [
            paragraph(
              `Han kom ${registeredWay === 'post' ? 'i posten' : 'på e-post'}, og vi har skrive han inn for deg. Logg inn med denne e-postadressa og sjå at alt vart rett.`,
            ),
          ]),
      facts(['Motteken', received], ['Referanse', reference]),
      heading('Dette skjer no'),
      numbered([
        until === null
          ? 'Søknadsfristen er ute. Har noko vorte feil, så skriv til oss.'
          : `Du kan endre søknaden og vedlegga til og med ${until}. Plassen i køen beheld du.`,
        'Etter fristen les og vurderer vi alle søknadene.',
        'Alle får svar samstundes, på e-post til denne adressa.',
      ]),
      action('Sjå søknaden din', link),
      paragraph('Der kan du òg lagre kvitteringa som PDF, med alt du sende.'),
      paragraph('Vil du ikkje søkje likevel? Då kan du trekkje søknaden på den same sida.'),
    ],
  }),
  en: ({ cohort, reference, link, registeredWay }, programme, received, until) => ({
    subject: `We have received your application to ${programme}`,
    blocks: [
      paragraph(`Your application to ${programme}, cohort ${cohort}, has arrived.`),
      ...(registeredWay === null
        ? []
        : [
            paragraph(
              `It came by ${registeredWay === 'post' ? 'post' : 'e-mail'}, and we have entered it for you. Sign in with this e-mail address and see that everything is right.`,
            ),
          ]),
      facts(['Received', received], ['Reference', reference]),
      heading('What happens now'),
      numbered([
        until === null
          ? 'The application deadline has passed. If anything is wrong, please write to us.'
          : `You can change the application and its documents until the end of ${until}. You keep your place in the queue.`,
        'After the deadline we read and assess all applications.',
        'Everyone gets an answer at the same time, by e-mail to this address.',
      ]),
      action('See your application', link),
      paragraph('There you can also save the receipt as a PDF, with everything you sent.'),
      paragraph('Changed your mind? You can withdraw the application on the same page.'),
    ],
  }),
};
