import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { Instant, LocalDate } from '@/lib/kernel/time';
import type { AboutApplication } from './about-application';
import { action, facts, nameInText, paragraph, type Block } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

/** What the programme's mailbox is told: whose answer, and to what. The answer itself stands in the case. */
export interface InformationAnsweredMailbox extends AboutApplication {
  readonly arrivalNumber: number;
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
  return renderLetter(locale, {
    installation: letter.installation,
    station: 'assessment',
    ...texts[locale](
      letter,
      letter.programme[locale],
      formatInstant(letter.answeredAt, letter.zone, locale),
      formatLongDate(letter.dueOn, locale),
    ),
  });
}

type Text = (
  letter: InformationAnsweredMailbox,
  programme: string,
  answered: string,
  due: string,
) => { subject: string; blocks: Block[] };

const texts: Localized<Text> = {
  nb: (letter, programme, answered, due) => ({
    subject: `Svar på forespørsel, søknad nr. ${letter.arrivalNumber}: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(
        `${letter.name} har svart på det dere spurte om${letter.late ? ', for sent' : ''}.`,
      ),
      facts(
        ['Dere spurte om', letter.question],
        ['Svarfrist', due],
        ['Svaret kom', answered],
        ['Dokumenter', String(letter.documents)],
        ['Referanse', letter.reference],
      ),
      ...(letter.concluded
        ? [
            paragraph(
              'Søknaden var konkludert da svaret kom. Se om konklusjonen må erstattes før rangeringen låses.',
            ),
          ]
        : []),
      action('Åpne søknaden', letter.link),
    ],
  }),
  nn: (letter, programme, answered, due) => ({
    subject: `Svar på førespurnad, søknad nr. ${letter.arrivalNumber}: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(`${letter.name} har svara på det de spurde om${letter.late ? ', for seint' : ''}.`),
      facts(
        ['De spurde om', letter.question],
        ['Svarfrist', due],
        ['Svaret kom', answered],
        ['Dokument', String(letter.documents)],
        ['Referanse', letter.reference],
      ),
      ...(letter.concluded
        ? [
            paragraph(
              'Søknaden var konkludert då svaret kom. Sjå om konklusjonen må erstattast før rangeringa blir låst.',
            ),
          ]
        : []),
      action('Opne søknaden', letter.link),
    ],
  }),
  en: (letter, programme, answered, due) => ({
    subject: `Answer to a request, application no. ${letter.arrivalNumber}: ${programme} ${letter.cohort}`,
    blocks: [
      paragraph(
        `${letter.name}, who applies to ${nameInText(programme, 'en')}, has answered what you asked for${
          letter.late ? ', late' : ''
        }.`,
      ),
      facts(
        ['You asked for', letter.question],
        ['Due', due],
        ['Answered', answered],
        ['Documents', String(letter.documents)],
        ['Reference', letter.reference],
      ),
      ...(letter.concluded
        ? [
            paragraph(
              'The application was concluded when the answer came. See whether the conclusion must be replaced before the ranking is locked.',
            ),
          ]
        : []),
      action('Open the application', letter.link),
    ],
  }),
};
