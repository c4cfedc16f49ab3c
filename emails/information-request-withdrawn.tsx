import type { Locale, Localized } from '@/lib/kernel/locale';
import type { ToApplicant } from './about-application';
import { action, facts, greeting, nameInText, paragraph, type Block } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

export interface InformationRequestWithdrawn extends ToApplicant {
  /** What we had asked for. */
  readonly question: string;
}

/** Tells an applicant that what we asked for is no longer needed. */
export async function informationRequestWithdrawnLetter(
  locale: Locale,
  letter: InformationRequestWithdrawn,
): Promise<RenderedLetter> {
  const programme = letter.programme[locale];
  return renderLetter(locale, {
    installation: letter.installation,
    station: 'assessment',
    ...texts[locale](letter, nameInText(programme, locale)),
    contact: letter.contact,
    sender: programme,
  });
}

type Text = (
  letter: InformationRequestWithdrawn,
  programme: string,
) => { subject: string; blocks: Block[] };

const texts: Localized<Text> = {
  nb: ({ name, cohort, reference, question, link }, programme) => ({
    subject: 'Du trenger ikke svare på det vi ba om',
    blocks: [
      greeting('nb', name),
      paragraph(
        `Vi har bedt deg om noe til søknaden din til ${programme}, kull ${cohort}. Det trenger vi ikke lenger, så du kan se bort fra det.`,
      ),
      facts(['Vi hadde bedt om', question], ['Referanse', reference]),
      paragraph('Søknaden står som før, og plassen i køen er den samme.'),
      action('Se søknaden din', link),
    ],
  }),
  nn: ({ name, cohort, reference, question, link }, programme) => ({
    subject: 'Du treng ikkje svare på det vi bad om',
    blocks: [
      greeting('nn', name),
      paragraph(
        `Vi har bede deg om noko til søknaden din til ${programme}, kull ${cohort}. Det treng vi ikkje lenger, så du kan sjå bort frå det.`,
      ),
      facts(['Vi hadde bede om', question], ['Referanse', reference]),
      paragraph('Søknaden står som før, og plassen i køen er den same.'),
      action('Sjå søknaden din', link),
    ],
  }),
  en: ({ name, cohort, reference, question, link }, programme) => ({
    subject: 'You no longer need to answer our request',
    blocks: [
      greeting('en', name),
      paragraph(
        `We asked you for something for your application to ${programme}, cohort ${cohort}. We no longer need it, so you can ignore the request.`,
      ),
      facts(['We had asked for', question], ['Reference', reference]),
      paragraph('Your application is as it was, and so is your place in the queue.'),
      action('See your application', link),
    ],
  }),
};
