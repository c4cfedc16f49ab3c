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

/** Whose application, and how far it had come. No reason: it stands in the case. */
export interface ApplicationWithdrawnMailbox extends MailboxNotice {
  readonly withdrawnAt: Instant;
  /** Until then the applicant can take it back. */
  readonly undoUntil: Instant;
  /** The answers had been released: the applicant may have left a waiting list. */
  readonly afterRelease: boolean;
}

/** Tells the programme's mailbox that an application that had arrived is withdrawn. */
export async function applicationWithdrawnMailboxLetter(
  locale: Locale,
  letter: ApplicationWithdrawnMailbox,
): Promise<RenderedLetter> {
  const withdrawn = formatInstant(letter.withdrawnAt, letter.zone, locale);
  const undo = formatInstant(letter.undoUntil, letter.zone, locale);
  const what = programmeAndCohort(locale, letter);
  return mailboxNotice(locale, letter, texts[locale](letter, what, withdrawn, undo));
}

type Text = (
  letter: ApplicationWithdrawnMailbox,
  what: string,
  withdrawn: string,
  undo: string,
) => NoticeText;

const texts: Localized<Text> = {
  nb: ({ arrivalNumber, name, afterRelease }, what, withdrawn, undo) => ({
    headline: `Søknad nr. ${arrivalNumber} er trukket`,
    says: `${name} har trukket søknaden til ${what}. ${
      afterRelease
        ? 'Svarene er sendt. Sto søkeren på ventelisten, rykker de som står bak, fram.'
        : 'Søkeren får ikke noe svar når svarene sendes.'
    }`,
    facts: [
      ['Trukket', withdrawn],
      ['Søkeren kan angre til', undo],
    ],
  }),
  nn: ({ arrivalNumber, name, afterRelease }, what, withdrawn, undo) => ({
    headline: `Søknad nr. ${arrivalNumber} er trekt`,
    says: `${name} har trekt søknaden til ${what}. ${
      afterRelease
        ? 'Svara er sende. Stod søkjaren på ventelista, rykkjer dei som står bak, fram.'
        : 'Søkjaren får ikkje noko svar når svara blir sende.'
    }`,
    facts: [
      ['Trekt', withdrawn],
      ['Søkjaren kan angre til', undo],
    ],
  }),
  en: ({ arrivalNumber, name, afterRelease }, what, withdrawn, undo) => ({
    headline: `Application no. ${arrivalNumber} has been withdrawn`,
    says: `${name} has withdrawn the application to ${what}. ${
      afterRelease
        ? 'The answers have been sent. If the applicant was on the waiting list, those behind them move up.'
        : 'The applicant will get no answer when the answers are sent.'
    }`,
    facts: [
      ['Withdrawn', withdrawn],
      ['The applicant can undo until', undo],
    ],
  }),
};
