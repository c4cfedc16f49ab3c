import type { Locale } from '@/lib/kernel/locale';
import type { ToApplicant } from './about-application';
import { greeting, type LetterContent } from './letter-content';
import { renderLetter, type RenderedLetter } from './rendered-letter';

/** What letters to an applicant about the place say of it: offered, taken, or not. */
export interface AboutPlace {
  readonly installation: string;
  readonly applicantName: string;
  /** The programme's name in the letter's language. */
  readonly programme: string;
  /** "2027–2028". */
  readonly cohort: string;
  readonly reference: string;
  readonly contact: ToApplicant['contact'];
}

/** What is a letter's own: its subject, where its reader stands, and what follows the greeting. */
export type OwnWords = Pick<LetterContent, 'subject' | 'station' | 'blocks'>;

/** A letter about the place. */
export function letterAboutPlace(
  locale: Locale,
  about: AboutPlace,
  own: OwnWords,
): Promise<RenderedLetter> {
  return letterToApplicant(locale, about, own, about.applicantName, about.programme);
}

/** A letter about an application. */
export function letterAboutApplication(
  locale: Locale,
  about: Pick<ToApplicant, 'installation' | 'programme' | 'contact'> & {
    /** Empty or null when we know nothing but the address. */
    readonly name: string | null;
  },
  own: OwnWords,
): Promise<RenderedLetter> {
  return letterToApplicant(locale, about, own, about.name, about.programme[locale]);
}

/** Greets the applicant, is from the programme, and says whom to ask. */
function letterToApplicant(
  locale: Locale,
  { installation, contact }: Pick<ToApplicant, 'installation' | 'contact'>,
  own: OwnWords,
  name: string | null,
  programme: string,
): Promise<RenderedLetter> {
  return renderLetter(locale, {
    ...own,
    installation,
    blocks: [greeting(locale, name === '' ? null : name), ...own.blocks],
    contact,
    sender: programme,
  });
}
