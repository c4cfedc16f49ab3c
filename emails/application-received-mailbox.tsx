import { formatInstant } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import {
  mailboxNotice,
  programmeAndCohort,
  type MailboxNotice,
  type NoticeText,
} from './mailbox-notice';
import type { RenderedLetter } from './rendered-letter';

export interface ApplicationReceivedMailbox extends MailboxNotice {
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
  const what = programmeAndCohort(locale, letter);
  return mailboxNotice(locale, letter, texts[locale](letter, what, received), 'application');
}

type Text = (letter: ApplicationReceivedMailbox, what: string, received: string) => NoticeText;

const texts: Localized<Text> = {
  nb: (letter, what, received) => ({
    headline: `Ny søknad nr. ${letter.arrivalNumber}`,
    says: `${letter.name} har søkt ${what}.`,
    facts: [
      ['Mottatt', received],
      ...registeredFact(letter, 'Registrert av', 'kom på e-post', 'kom i posten'),
      ['Arbeidssted', letter.workplace],
      ['Vedlegg', String(letter.documents)],
    ],
  }),
  nn: (letter, what, received) => ({
    headline: `Ny søknad nr. ${letter.arrivalNumber}`,
    says: `${letter.name} har søkt ${what}.`,
    facts: [
      ['Motteken', received],
      ...registeredFact(letter, 'Registrert av', 'kom på e-post', 'kom i posten'),
      ['Arbeidsstad', letter.workplace],
      ['Vedlegg', String(letter.documents)],
    ],
  }),
  en: (letter, what, received) => ({
    headline: `New application no. ${letter.arrivalNumber}`,
    says: `${letter.name} has applied to ${what}.`,
    facts: [
      ['Received', received],
      ...registeredFact(letter, 'Entered by', 'came by e-mail', 'came by post'),
      ['Workplace', letter.workplace],
      ['Documents', String(letter.documents)],
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
