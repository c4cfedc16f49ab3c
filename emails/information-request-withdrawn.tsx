import type { Locale, Localized } from '@/lib/kernel/locale';
import { nameInText } from '@/lib/kernel/name-in-text';
import type { ToApplicant } from './about-application';
import { action, facts, paragraph } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutApplication, type OwnWords } from './to-applicant';

export interface InformationRequestWithdrawn extends ToApplicant {
  /** What we had asked for. */
  readonly question: string;
}

/** Tells an applicant that what we asked for is no longer needed. */
export async function informationRequestWithdrawnLetter(
  locale: Locale,
  letter: InformationRequestWithdrawn,
): Promise<RenderedLetter> {
  const programme = nameInText(letter.programme[locale], locale);
  return letterAboutApplication(locale, letter, {
    station: 'assessment',
    ...texts[locale](letter, programme),
  });
}

type Text = (letter: InformationRequestWithdrawn, programme: string) => OwnWords;

const texts: Localized<Text> = {
  nb: ({ cohort, reference, question, link }, programme) => ({
    subject: 'Du trenger ikke svare på det vi ba om',
    blocks: [
      paragraph(
        `Vi har bedt deg om noe til søknaden din til ${programme}, kull ${cohort}. Det trenger vi ikke lenger, så du kan se bort fra det.`,
      ),
      facts(['Vi hadde bedt om', question], ['Referanse', reference]),
      paragraph('Søknaden står som før, og plassen i køen er den samme.'),
      action('Se søknaden din', link),
    ],
  }),
  nn: ({ cohort, reference, question, link }, programme) => ({
    subject: 'Du treng ikkje svare på det vi bad om',
    blocks: [
      paragraph(
        `Vi har bede deg om noko til søknaden din til ${programme}, kull ${cohort}. Det treng vi ikkje lenger, så du kan sjå bort frå det.`,
      ),
      facts(['Vi hadde bede om', question], ['Referanse', reference]),
      paragraph('Søknaden står som før, og plassen i køen er den same.'),
      action('Sjå søknaden din', link),
    ],
  }),
  en: ({ cohort, reference, question, link }, programme) => ({
    subject: 'You no longer need to answer our request',
    blocks: [
      paragraph(
        `We asked you for something for your application to ${programme}, cohort ${cohort}. We no longer need it, so you can ignore the request.`,
      ),
      facts(['We had asked for', question], ['Reference', reference]),
      paragraph('Your application is as it was, and so is your place in the queue.'),
      action('See your application', link),
    ],
  }),
};
