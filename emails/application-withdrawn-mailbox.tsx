import { formatInstant } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import type { AboutApplication } from './about-application';
import { action, facts, nameInText, paragraph, type Block } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

/** What the programme's mailbox is told: whose application, and how far it had come. No reason: it stands in the case. */
export interface ApplicationWithdrawnMailbox extends AboutApplication {
  readonly arrivalNumber: number;
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
  return renderLetter(locale, {
    installation: letter.installation,
    ...texts[locale](letter, letter.programme[locale], withdrawn, undo),
  });
}

type Text = (
  letter: ApplicationWithdrawnMailbox,
  programme: string,
  withdrawn: string,
  undo: string,
) => { subject: string; blocks: Block[] };

const texts: Localized<Text> = {
  nb: (letter, programme, withdrawn, undo) => ({
    subject: `Søknad nr. ${letter.arrivalNumber} er trukket: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(
        `${letter.name} har trukket søknaden til ${programme}, kull ${letter.cohort}. ${
          letter.afterRelease
            ? 'Svarene er sendt. Sto søkeren på ventelisten, rykker de som står bak, fram.'
            : 'Søkeren får ikke noe svar når svarene sendes.'
        }`,
      ),
      facts(
        ['Nummer', String(letter.arrivalNumber)],
        ['Trukket', withdrawn],
        ['Søkeren kan angre til', undo],
        ['Referanse', letter.reference],
      ),
      action('Åpne søknaden', letter.link),
    ],
  }),
  nn: (letter, programme, withdrawn, undo) => ({
    subject: `Søknad nr. ${letter.arrivalNumber} er trekt: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(
        `${letter.name} har trekt søknaden til ${programme}, kull ${letter.cohort}. ${
          letter.afterRelease
            ? 'Svara er sende. Stod søkjaren på ventelista, rykkjer dei som står bak, fram.'
            : 'Søkjaren får ikkje noko svar når svara blir sende.'
        }`,
      ),
      facts(
        ['Nummer', String(letter.arrivalNumber)],
        ['Trekt', withdrawn],
        ['Søkjaren kan angre til', undo],
        ['Referanse', letter.reference],
      ),
      action('Opne søknaden', letter.link),
    ],
  }),
  en: (letter, programme, withdrawn, undo) => ({
    subject: `Application no. ${letter.arrivalNumber} is withdrawn: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(
        `${letter.name} has withdrawn the application to ${nameInText(programme, 'en')}, cohort ${letter.cohort}. ${
          letter.afterRelease
            ? 'The answers have been sent. If the applicant was on the waiting list, those behind move up.'
            : 'The applicant will get no answer when the answers are sent.'
        }`,
      ),
      facts(
        ['Number', String(letter.arrivalNumber)],
        ['Withdrawn', withdrawn],
        ['The applicant can undo until', undo],
        ['Reference', letter.reference],
      ),
      action('Open the application', letter.link),
    ],
  }),
};
