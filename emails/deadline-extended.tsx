import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { LocalDate } from '@/lib/kernel/time';
import { nameInText } from '@/lib/kernel/name-in-text';
import { action, facts, paragraph } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutApplication, type OwnWords } from './to-applicant';

export interface DeadlineExtended {
  readonly installation: string;
  /** Null when we know nothing of the person but the address. */
  readonly name: string | null;
  /** The address to sign in with. */
  readonly email: string;
  readonly programme: Localized;
  readonly cohort: string;
  /** The last day, whole. */
  readonly until: LocalDate;
  /** My application, or the start page for somebody who has none. */
  readonly link: string;
  readonly contact: { readonly mailbox: string; readonly phone: string };
}

/** Tells an applicant that they have until a later day than the others. */
export async function deadlineExtendedLetter(
  locale: Locale,
  letter: DeadlineExtended,
): Promise<RenderedLetter> {
  const programme = nameInText(letter.programme[locale], locale);
  const until = formatLongDate(letter.until, locale);
  return letterAboutApplication(locale, letter, {
    station: 'application',
    ...texts[locale](letter, programme, until),
  });
}

type Text = (letter: DeadlineExtended, programme: string, until: string) => OwnWords;

const texts: Localized<Text> = {
  nb: ({ email, cohort, link }, programme, until) => ({
    subject: `Du har fått utsatt søknadsfrist til ${programme}`,
    blocks: [
      paragraph(`Du kan søke på ${programme}, kull ${cohort}, til og med ${until}.`),
      facts(['Fristen din', until], ['Logg inn med', email]),
      paragraph(
        'Har du allerede begynt på søknaden, ligger den der du slapp. Har du sendt den, kan du endre den fram til den nye fristen så lenge vi ikke har vurdert den.',
      ),
      paragraph(
        'Det er bare fristen som er flyttet. Plassen i køen avhenger fortsatt av når vi får søknaden.',
      ),
      action('Gå til søknaden', link),
    ],
  }),
  nn: ({ email, cohort, link }, programme, until) => ({
    subject: `Du har fått utsett søknadsfrist til ${programme}`,
    blocks: [
      paragraph(`Du kan søkje på ${programme}, kull ${cohort}, til og med ${until}.`),
      facts(['Fristen din', until], ['Logg inn med', email]),
      paragraph(
        'Har du allereie byrja på søknaden, ligg han der du slapp. Har du sendt han, kan du endre han fram til den nye fristen så lenge vi ikkje har vurdert han.',
      ),
      paragraph(
        'Det er berre fristen som er flytta. Plassen i køen avheng framleis av når vi får søknaden.',
      ),
      action('Gå til søknaden', link),
    ],
  }),
  en: ({ email, cohort, link }, programme, until) => ({
    subject: `You have been given a later deadline for ${programme}`,
    blocks: [
      paragraph(`You can apply to ${programme}, cohort ${cohort}, until the end of ${until}.`),
      facts(['Your deadline', until], ['Sign in with', email]),
      paragraph(
        'If you have begun an application, it is where you left it. If you have sent it, you can change it until the new deadline, as long as we have not assessed it.',
      ),
      paragraph(
        'Only the deadline has moved. Your place in the queue still depends on when we receive the application.',
      ),
      action('Go to the application', link),
    ],
  }),
};
