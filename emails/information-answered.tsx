import { formatInstant } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import { nameInText } from '@/lib/kernel/name-in-text';
import type { ToApplicant } from './about-application';
import { action, facts, paragraph } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutApplication, type OwnWords } from './to-applicant';

export interface InformationAnswered extends ToApplicant {
  readonly question: string;
  /** What the applicant wrote; null when a document says it all. */
  readonly answer: string | null;
  readonly documents: number;
  readonly answeredAt: Instant;
  /** It came after the day that was asked for. */
  readonly late: boolean;
}

/** The receipt for an answer to what we asked for. */
export async function informationAnsweredLetter(
  locale: Locale,
  letter: InformationAnswered,
): Promise<RenderedLetter> {
  const programme = nameInText(letter.programme[locale], locale);
  const answered = formatInstant(letter.answeredAt, letter.zone, locale);
  return letterAboutApplication(locale, letter, {
    station: 'assessment',
    ...texts[locale](letter, programme, answered),
  });
}

type Text = (letter: InformationAnswered, programme: string, answered: string) => OwnWords;

function answerFact(label: string, { answer }: InformationAnswered) {
  return answer === null ? [] : [[label, answer] as const];
}

const texts: Localized<Text> = {
  nb: (letter, programme, answered) => ({
    subject: 'Vi har fått svaret ditt',
    blocks: [
      paragraph(
        `Takk. Svaret ditt ligger nå ved søknaden til ${programme}, kull ${letter.cohort}. Du trenger ikke gjøre noe mer.`,
      ),
      facts(
        ['Vi ba om', letter.question],
        ...answerFact('Du svarte', letter),
        ['Svaret kom', answered],
        ...(letter.documents === 0 ? [] : [['Dokumenter', String(letter.documents)] as const]),
        ['Referanse', letter.reference],
      ),
      ...(letter.late
        ? [
            paragraph(
              'Svaret kom etter fristen. Vi har tatt imot det, men kan ha vurdert søknaden uten.',
            ),
          ]
        : []),
      action('Se søknaden din', letter.link),
    ],
  }),
  nn: (letter, programme, answered) => ({
    subject: 'Vi har fått svaret ditt',
    blocks: [
      paragraph(
        `Takk. Svaret ditt ligg no ved søknaden til ${programme}, kull ${letter.cohort}. Du treng ikkje gjere noko meir.`,
      ),
      facts(
        ['Vi bad om', letter.question],
        ...answerFact('Du svara', letter),
        ['Svaret kom', answered],
        ...(letter.documents === 0 ? [] : [['Dokument', String(letter.documents)] as const]),
        ['Referanse', letter.reference],
      ),
      ...(letter.late
        ? [
            paragraph(
              'Svaret kom etter fristen. Vi har teke imot det, men kan ha vurdert søknaden utan.',
            ),
          ]
        : []),
      action('Sjå søknaden din', letter.link),
    ],
  }),
  en: (letter, programme, answered) => ({
    subject: 'We have received your answer',
    blocks: [
      paragraph(
        `Thank you. Your answer is now with your application to ${programme}, cohort ${letter.cohort}. There is nothing more for you to do.`,
      ),
      facts(
        ['We asked for', letter.question],
        ...answerFact('You answered', letter),
        ['Your answer came', answered],
        ...(letter.documents === 0 ? [] : [['Documents', String(letter.documents)] as const]),
        ['Reference', letter.reference],
      ),
      ...(letter.late
        ? [
            paragraph(
              'It came after the last day to answer. We have accepted it, but may already have assessed the application without it.',
            ),
          ]
        : []),
      action('See your application', letter.link),
    ],
  }),
};
