import { formatInstant } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import type { AboutApplication } from './about-application';
import { action, facts, nameInText, paragraph, type Block } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

export interface WithdrawalUndoneMailbox extends AboutApplication {
  readonly arrivalNumber: number;
  readonly withdrawnAt: Instant;
  readonly undoneAt: Instant;
}

/** Tells the programme's mailbox that an application that was withdrawn counts again. */
export async function withdrawalUndoneMailboxLetter(
  locale: Locale,
  letter: WithdrawalUndoneMailbox,
): Promise<RenderedLetter> {
  const moment = (at: Instant) => formatInstant(at, letter.zone, locale);
  return renderLetter(locale, {
    installation: letter.installation,
    ...texts[locale](
      letter,
      letter.programme[locale],
      moment(letter.withdrawnAt),
      moment(letter.undoneAt),
    ),
  });
}

type Text = (
  letter: WithdrawalUndoneMailbox,
  programme: string,
  withdrawn: string,
  undone: string,
) => { subject: string; blocks: Block[] };

const texts: Localized<Text> = {
  nb: (letter, programme, withdrawn, undone) => ({
    subject: `Søknad nr. ${letter.arrivalNumber} gjelder igjen: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(
        `${letter.name} har angret, og søknaden til ${programme}, kull ${letter.cohort}, gjelder igjen. Den har nummeret og tidspunktet den hadde, og det som var bestemt om den.`,
      ),
      facts(
        ['Nummer', String(letter.arrivalNumber)],
        ['Trukket', withdrawn],
        ['Angret', undone],
        ['Referanse', letter.reference],
      ),
      action('Åpne søknaden', letter.link),
    ],
  }),
  nn: (letter, programme, withdrawn, undone) => ({
    subject: `Søknad nr. ${letter.arrivalNumber} gjeld igjen: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(
        `${letter.name} har angra, og søknaden til ${programme}, kull ${letter.cohort}, gjeld igjen. Han har nummeret og tidspunktet han hadde, og det som var avgjort om han.`,
      ),
      facts(
        ['Nummer', String(letter.arrivalNumber)],
        ['Trekt', withdrawn],
        ['Angra', undone],
        ['Referanse', letter.reference],
      ),
      action('Opne søknaden', letter.link),
    ],
  }),
  en: (letter, programme, withdrawn, undone) => ({
    subject: `Application no. ${letter.arrivalNumber} counts again: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(
        `${letter.name} has taken back the withdrawal, and the application to ${nameInText(programme, 'en')}, cohort ${letter.cohort}, counts again. It has the number and the time it had, and what had been decided on it.`,
      ),
      facts(
        ['Number', String(letter.arrivalNumber)],
        ['Withdrawn', withdrawn],
        ['Taken back', undone],
        ['Reference', letter.reference],
      ),
      action('Open the application', letter.link),
    ],
  }),
};
