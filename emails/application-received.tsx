import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { Instant, LocalDate } from '@/lib/kernel/time';
import { action, facts, heading, numbered, paragraph, type Block } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

export interface ApplicationReceived {
  readonly installation: string;
  readonly name: string;
  readonly programme: Localized;
  /** "2027–2028". */
  readonly cohort: string;
  readonly reference: string;
  readonly receivedAt: Instant;
  readonly applicationDeadline: LocalDate;
  readonly zone: string;
  /** The address of My application. */
  readonly link: string;
  readonly contact: { readonly mailbox: string; readonly phone: string };
}

/** The receipt for an application: that it has come, when, and what happens next. */
export async function applicationReceivedLetter(
  locale: Locale,
  letter: ApplicationReceived,
): Promise<RenderedLetter> {
  const programme = letter.programme[locale];
  const received = formatInstant(letter.receivedAt, letter.zone, locale);
  const deadline = formatLongDate(letter.applicationDeadline, locale);
  const { subject, blocks } = texts[locale](letter, programme, received, deadline);
  return renderLetter(locale, {
    installation: letter.installation,
    subject,
    station: 'application',
    blocks,
    contact: letter.contact,
    sender: programme,
  });
}

type Text = (
  letter: ApplicationReceived,
  programme: string,
  received: string,
  deadline: string,
) => { subject: string; blocks: Block[] };

const texts: Localized<Text> = {
  nb: ({ name, cohort, reference, link }, programme, received, deadline) => ({
    subject: `Vi har fått søknaden din til ${programme}`,
    blocks: [
      paragraph(`Hei ${name}`),
      paragraph(`Søknaden din til ${programme}, kull ${cohort}, er kommet fram.`),
      facts(['Mottatt', received], ['Referanse', reference]),
      heading('Dette skjer nå'),
      numbered([
        `Du kan endre søknaden og vedleggene til og med ${deadline}. Plassen i rekkefølgen beholder du.`,
        'Etter fristen leser og vurderer vi alle søknadene.',
        'Alle får svar samtidig, på e-post til denne adressen.',
      ]),
      action('Se søknaden din', link),
      paragraph('Vil du ikke søke likevel? Trekk søknaden fra samme side.'),
    ],
  }),
  nn: ({ name, cohort, reference, link }, programme, received, deadline) => ({
    subject: `Vi har fått søknaden din til ${programme}`,
    blocks: [
      paragraph(`Hei ${name}`),
      paragraph(`Søknaden din til ${programme}, kull ${cohort}, er komen fram.`),
      facts(['Motteken', received], ['Referanse', reference]),
      heading('Dette skjer no'),
      numbered([
        `Du kan endre søknaden og vedlegga til og med ${deadline}. Plassen i rekkjefølgja beheld du.`,
        'Etter fristen les og vurderer vi alle søknadene.',
        'Alle får svar samstundes, på e-post til denne adressa.',
      ]),
      action('Sjå søknaden din', link),
      paragraph('Vil du ikkje søkje likevel? Trekk søknaden frå same side.'),
    ],
  }),
  en: ({ name, cohort, reference, link }, programme, received, deadline) => ({
    subject: `We have received your application to ${programme}`,
    blocks: [
      paragraph(`Hello ${name}`),
      paragraph(`Your application to ${programme}, cohort ${cohort}, has arrived.`),
      facts(['Received', received], ['Reference', reference]),
      heading('What happens now'),
      numbered([
        `You can change the application and its documents until the end of ${deadline}. You keep your place in the order.`,
        'After the deadline we read and assess all applications.',
        'Everyone gets an answer at the same time, by e-mail to this address.',
      ]),
      action('See your application', link),
      paragraph('Changed your mind? You can withdraw the application on the same page.'),
    ],
  }),
};
