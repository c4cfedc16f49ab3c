import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { Instant, LocalDate } from '@/lib/kernel/time';
import { mailboxNotice, type MailboxNotice, type NoticeText } from './mailbox-notice';
import type { RenderedLetter } from './rendered-letter';

/** Whose answer, and to what. The answer itself stands in the case. */
export interface InformationAnsweredMailbox extends MailboxNotice {
  readonly question: string;
  readonly documents: number;
  readonly dueOn: LocalDate;
  readonly answeredAt: Instant;
  readonly late: boolean;
  /** The application had been concluded when the answer came. */
  readonly concluded: boolean;
}

/** Tells the programme's mailbox that an applicant has answered what was asked for. */
export async function informationAnsweredMailboxLetter(
  locale: Locale,
  letter: InformationAnsweredMailbox,
): Promise<RenderedLetter> {
  const answered = formatInstant(letter.answeredAt, letter.zone, locale);
  const due = formatLongDate(letter.dueOn, locale);
  return mailboxNotice(locale, letter, texts[locale](letter, answered, due), 'assessment');
}

type Text = (letter: InformationAnsweredMailbox, answered: string, due: string) => NoticeText;

const texts: Localized<Text> = {
  nb: ({ arrivalNumber, name, late, question, documents, concluded }, answered, due) => ({
    headline: `Svar på forespørsel, søknad nr. ${arrivalNumber}`,
    says: `${name} har svart på det dere ba om${late ? ', etter fristen' : ''}.`,
    facts: [
      ['Dere ba om', question],
      ['Svarfrist', due],
      ['Svaret kom', answered],
      ['Dokumenter', String(documents)],
    ],
    ...(concluded && {
      toDo: 'Søknaden hadde en konklusjon da svaret kom. Se om den må erstattes før rangeringen låses.',
    }),
  }),
  nn: ({ arrivalNumber, name, late, question, documents, concluded }, answered, due) => ({
    headline: `Svar på førespurnad, søknad nr. ${arrivalNumber}`,
    says: `${name} har svara på det de bad om${late ? ', etter fristen' : ''}.`,
    facts: [
      ['De bad om', question],
      ['Svarfrist', due],
      ['Svaret kom', answered],
      ['Dokument', String(documents)],
    ],
    ...(concluded && {
      toDo: 'Søknaden hadde ein konklusjon då svaret kom. Sjå om han må erstattast før rangeringa blir låst.',
    }),
  }),
  en: ({ arrivalNumber, name, late, question, documents, concluded }, answered, due) => ({
    headline: `Answer to a request, application no. ${arrivalNumber}`,
    says: `${name} has answered what you asked for${late ? ', after it was due' : ''}.`,
    facts: [
      ['You asked for', question],
      ['Due', due],
      ['Answered', answered],
      ['Documents', String(documents)],
    ],
    ...(concluded && {
      toDo: 'The application already had a conclusion when the answer came. See whether it must be replaced before the ranking is locked.',
    }),
  }),
};
