import { formatInstant } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import type { ToApplicant } from './about-application';
import { action, type Block, facts, greeting, nameInText, paragraph } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

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
  const programme = letter.programme[locale];
  const moment = (at: Instant) => formatInstant(at, letter.zone, locale);
  return renderLetter(locale, {
    installation: letter.installation,
    ...texts[locale](
      letter,
      nameInText(programme, locale),
      moment(letter.receivedAt),
      moment(letter.undoneAt),
    ),
    contact: letter.contact,
    sender: programme,
  });
}

type Text = (
  letter: WithdrawalUndone,
  programme: string,
  received: string,
  undone: string,
) => { subject: string; blocks: Block[] };

const texts: Localized<Text> = {
  nb: ({ name, cohort, reference, link }, programme, received, undone) => ({
    subject: `Søknaden din til ${programme} gjelder igjen`,
    blocks: [
      greeting('nb', name),
      paragraph(
        `Du angret, og søknaden din til ${programme}, kull ${cohort}, gjelder igjen. Den har den samme plassen i køen som før du trakk den.`,
      ),
      facts(['Mottatt', received], ['Angret', undone], ['Referanse', reference]),
      action('Følg søknaden', link),
    ],
  }),
  nn: ({ name, cohort, reference, link }, programme, received, undone) => ({
    subject: `Søknaden din til ${programme} gjeld igjen`,
    blocks: [
      greeting('nn', name),
      paragraph(
        `Du angra, og søknaden din til ${programme}, kull ${cohort}, gjeld igjen. Han har den same plassen i køen som før du trekte han.`,
      ),
      facts(['Motteken', received], ['Angra', undone], ['Referanse', reference]),
      action('Følg søknaden', link),
    ],
  }),
  en: ({ name, cohort, reference, link }, programme, received, undone) => ({
    subject: `Your application to ${programme} stands again`,
    blocks: [
      greeting('en', name),
      paragraph(
        `You undid the withdrawal, and your application to ${programme}, cohort ${cohort}, stands again. It has the same place in the queue as before you withdrew it.`,
      ),
      facts(['Received', received], ['Undone', undone], ['Reference', reference]),
      action('Follow the application', link),
    ],
  }),
};
