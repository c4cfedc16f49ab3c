import { formatInstant } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import { nameInText } from '@/lib/kernel/name-in-text';
import type { ToApplicant } from './about-application';
import { action, facts, paragraph } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutApplication, type OwnWords } from './to-applicant';

export interface WithdrawalUndone extends ToApplicant {
  /** When the application came in: its place in the queue, which is as before. */
  readonly receivedAt: Instant;
  readonly undoneAt: Instant;
}

/** Confirms to the applicant that the application counts again as it was. */
export async function withdrawalUndoneLetter(
  locale: Locale,
  letter: WithdrawalUndone,
): Promise<RenderedLetter> {
  const programme = nameInText(letter.programme[locale], locale);
  const moment = (at: Instant) => formatInstant(at, letter.zone, locale);
  return letterAboutApplication(
    locale,
    letter,
    texts[locale](letter, programme, moment(letter.receivedAt), moment(letter.undoneAt)),
  );
}

type Text = (
  letter: WithdrawalUndone,
  programme: string,
  received: string,
  undone: string,
) => OwnWords;

const texts: Localized<Text> = {
  nb: ({ cohort, reference, link }, programme, received, undone) => ({
    subject: `Søknaden din til ${programme} gjelder igjen`,
    blocks: [
      paragraph(
        `Du angret, og søknaden din til ${programme}, kull ${cohort}, gjelder igjen. Den har den samme plassen i køen som før du trakk den.`,
      ),
      facts(['Mottatt', received], ['Angret', undone], ['Referanse', reference]),
      action('Følg søknaden', link),
    ],
  }),
  nn: ({ cohort, reference, link }, programme, received, undone) => ({
    subject: `Søknaden din til ${programme} gjeld igjen`,
    blocks: [
      paragraph(
        `Du angra, og søknaden din til ${programme}, kull ${cohort}, gjeld igjen. Han har den same plassen i køen som før du trekte han.`,
      ),
      facts(['Motteken', received], ['Angra', undone], ['Referanse', reference]),
      action('Følg søknaden', link),
    ],
  }),
  en: ({ cohort, reference, link }, programme, received, undone) => ({
    subject: `Your application to ${programme} has been restored`,
    blocks: [
      paragraph(
        `You undid the withdrawal, and your application to ${programme}, cohort ${cohort}, has been restored. It has the same place in the queue as before you withdrew it.`,
      ),
      facts(['Received', received], ['Undone', undone], ['Reference', reference]),
      action('Follow the application', link),
    ],
  }),
};
