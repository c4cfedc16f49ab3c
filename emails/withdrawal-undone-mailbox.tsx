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
    says: `${name} har angret, og søknaden til ${what}, gjelder igjen. Den beholder nummeret og tidspunktet sitt, og det som var avgjort om den.`,
    facts: [
      ['Trukket', withdrawn],
      ['Angret', undone],
    ],
  }),
  nn: ({ arrivalNumber, name }, what, withdrawn, undone) => ({
    headline: `Søknad nr. ${arrivalNumber} gjeld igjen`,
    says: `${name} har angra, og søknaden til ${what}, gjeld igjen. Han beheld nummeret og tidspunktet sitt, og det som var avgjort om han.`,
    facts: [
      ['Trekt', withdrawn],
      ['Angra', undone],
    ],
  }),
  en: ({ arrivalNumber, name }, what, withdrawn, undone) => ({
    headline: `Application no. ${arrivalNumber} has been restored`,
    says: `${name} has undone the withdrawal, and the application to ${what}, has been restored. It keeps its number, its time and what had been decided about it.`,
    facts: [
      ['Withdrawn', withdrawn],
      ['Undone', undone],
    ],
  }),
};
