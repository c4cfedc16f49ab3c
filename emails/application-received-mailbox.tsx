import { formatInstant } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import type { AboutApplication } from './about-application';
import { action, facts, nameInText, paragraph, type Block } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

/** What the programme's mailbox is told: enough to find the case, nothing that a mailbox should not hold. */
export interface ApplicationReceivedMailbox extends AboutApplication {
  readonly arrivalNumber: number;
  readonly receivedAt: Instant;
  readonly workplace: string;
  readonly documents: number;
  /** Who wrote it in, and how it had come; null when the applicant sent it through the form. */
  readonly registered: { readonly by: string; readonly way: 'email' | 'post' } | null;
}

/** Tells the programme's mailbox that an application has come in. */
export async function applicationReceivedMailboxLetter(
  locale: Locale,
  letter: ApplicationReceivedMailbox,
): Promise<RenderedLetter> {
  const received = formatInstant(letter.receivedAt, letter.zone, locale);
  return renderLetter(locale, {
    installation: letter.installation,
    station: 'application',
    ...texts[locale](letter, letter.programme[locale], received),
  });
}

type Text = (
  letter: ApplicationReceivedMailbox,
  programme: string,
  received: string,
) => { subject: string; blocks: Block[] };

const texts: Localized<Text> = {
  nb: (letter, programme, received) => ({
    subject: `Ny søknad nr. ${letter.arrivalNumber}: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(`${letter.name} har søkt ${programme}, kull ${letter.cohort}.`),
      facts(
        ['Nummer', String(letter.arrivalNumber)],
        ['Mottatt', received],
        ['Arbeidssted', letter.workplace],
        ['Vedlegg', String(letter.documents)],
        ['Referanse', letter.reference],
        ...registeredFact(letter, 'Registrert av', 'kom på e-post', 'kom i posten'),
      ),
      action('Åpne søknaden', letter.link),
    ],
  }),
  nn: (letter, programme, received) => ({
    subject: `Ny søknad nr. ${letter.arrivalNumber}: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(`${letter.name} har søkt ${programme}, kull ${letter.cohort}.`),
      facts(
        ['Nummer', String(letter.arrivalNumber)],
        ['Motteken', received],
        ['Arbeidsstad', letter.workplace],
        ['Vedlegg', String(letter.documents)],
        ['Referanse', letter.reference],
        ...registeredFact(letter, 'Registrert av', 'kom på e-post', 'kom i posten'),
      ),
      action('Opne søknaden', letter.link),
    ],
  }),
  en: (letter, programme, received) => ({
    subject: `New application no. ${letter.arrivalNumber}: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(
        `${letter.name} has applied to ${nameInText(programme, 'en')}, cohort ${letter.cohort}.`,
      ),
      facts(
        ['Number', String(letter.arrivalNumber)],
        ['Received', received],
        ['Workplace', letter.workplace],
        ['Documents', String(letter.documents)],
        ['Reference', letter.reference],
        ...registeredFact(letter, 'Entered by', 'came by e-mail', 'came by post'),
      ),
      action('Open the application', letter.link),
    ],
  }),
};

function registeredFact(
  { registered }: ApplicationReceivedMailbox,
  term: string,
  byEmail: string,
  byPost: string,
): [string, string][] {
  if (registered === null) return [];
  return [[term, `${registered.by}, ${registered.way === 'email' ? byEmail : byPost}`]];
}
