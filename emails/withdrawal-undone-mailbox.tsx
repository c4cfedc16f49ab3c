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

export interface WithdrawalUndoneMailbox extends MailboxNotice {
  readonly withdrawnAt: Instant;
  readonly undoneAt: Instant;
}

/** Tells the programme's mailbox that an application that was withdrawn counts again. */
export async function withdrawalUndoneMailboxLetter(
  locale: Locale,
  letter: WithdrawalUndoneMailbox,
): Promise<RenderedLetter> {
  const moment = (at: Instant) => formatInstant(at, letter.zone, locale);
  const what = programmeAndCohort(locale, letter);
  const [withdrawn, undone] = [moment(letter.withdrawnAt), moment(letter.undoneAt)];
  return mailboxNotice(locale, letter, texts[locale](letter, what, withdrawn, undone));
}

type Text = (
  letter: WithdrawalUndoneMailbox,
  what: string,
  withdrawn: string,
  undone: string,
) => NoticeText;

const texts: Localized<Text> = {
  nb: ({ arrivalNumber, name }, what, withdrawn, undone) => ({
    headline: `Søknad nr. ${arrivalNumber} gjelder igjen`,
    says: `${name} har angret, og søknaden til ${what}, gjelder igjen. Den har nummeret og tidspunktet den hadde, og det som var bestemt om den.`,
    facts: [
      ['Trukket', withdrawn],
      ['Angret', undone],
    ],
  }),
  nn: ({ arrivalNumber, name }, what, withdrawn, undone) => ({
    headline: `Søknad nr. ${arrivalNumber} gjeld igjen`,
    says: `${name} har angra, og søknaden til ${what}, gjeld igjen. Han har nummeret og tidspunktet han hadde, og det som var avgjort om han.`,
    facts: [
      ['Trekt', withdrawn],
      ['Angra', undone],
    ],
  }),
  en: ({ arrivalNumber, name }, what, withdrawn, undone) => ({
    headline: `Application no. ${arrivalNumber} counts again`,
    says: `${name} has taken back the withdrawal, and the application to ${what}, counts again. It has the number and the time it had, and what had been decided on it.`,
    facts: [
      ['Withdrawn', withdrawn],
      ['Taken back', undone],
    ],
  }),
};
