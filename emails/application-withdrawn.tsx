import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import type { Instant, LocalDate } from '@/lib/kernel/time';
import { nameInText } from '@/lib/kernel/name-in-text';
import type { ToApplicant } from './about-application';
import { action, facts, paragraph } from './letter-content';
import type { RenderedLetter } from './rendered-letter';
import { letterAboutApplication, type OwnWords } from './to-applicant';

export interface ApplicationWithdrawn extends ToApplicant {
  readonly withdrawnAt: Instant;
  /** Until this moment the withdrawal can be undone, on the page of the application. */
  readonly undoUntil: Instant;
  /** The last day to apply anew; null when it has passed. */
  readonly canApplyUntil: LocalDate | null;
}

/** Confirms to the applicant that the application is withdrawn, and what that means. */
export async function applicationWithdrawnLetter(
  locale: Locale,
  letter: ApplicationWithdrawn,
): Promise<RenderedLetter> {
  const programme = nameInText(letter.programme[locale], locale);
  const withdrawn = formatInstant(letter.withdrawnAt, letter.zone, locale);
  const undo = formatInstant(letter.undoUntil, letter.zone, locale);
  const until = letter.canApplyUntil === null ? null : formatLongDate(letter.canApplyUntil, locale);
  return letterAboutApplication(
    locale,
    letter,
    texts[locale](letter, programme, withdrawn, undo, until),
  );
}

type Text = (
  letter: ApplicationWithdrawn,
  programme: string,
  withdrawn: string,
  undo: string,
  until: string | null,
) => OwnWords;

const texts: Localized<Text> = {
  nb: ({ cohort, reference, link }, programme, withdrawn, undo, until) => ({
    subject: `Du har trukket søknaden til ${programme}`,
    blocks: [
      paragraph(
        `Søknaden din til ${programme}, kull ${cohort}, er trukket. Vi vurderer den ikke, og du hører ikke mer fra oss om den.`,
      ),
      facts(['Trukket', withdrawn], ['Referanse', reference]),
      paragraph(
        `Ombestemmer du deg, kan du angre til ${undo}. Da gjelder søknaden igjen slik den var, med plassen den hadde i køen.`,
      ),
      action('Åpne søknaden og angre', link),
      paragraph(
        until === null
          ? 'Senere kan du ikke søke på dette kullet, fordi søknadsfristen er ute.'
          : `Senere kan du søke på nytt til og med ${until}. Da får søknaden ny plass i køen.`,
      ),
    ],
  }),
  nn: ({ cohort, reference, link }, programme, withdrawn, undo, until) => ({
    subject: `Du har trekt søknaden til ${programme}`,
    blocks: [
      paragraph(
        `Søknaden din til ${programme}, kull ${cohort}, er trekt. Vi vurderer han ikkje, og du høyrer ikkje meir frå oss om han.`,
      ),
      facts(['Trekt', withdrawn], ['Referanse', reference]),
      paragraph(
        `Ombestemmer du deg, kan du angre til ${undo}. Då gjeld søknaden igjen slik han var, med plassen han hadde i køen.`,
      ),
      action('Opne søknaden og angre', link),
      paragraph(
        until === null
          ? 'Seinare kan du ikkje søkje på dette kullet, fordi søknadsfristen er ute.'
          : `Seinare kan du søkje på nytt til og med ${until}. Då får søknaden ny plass i køen.`,
      ),
    ],
  }),
  en: ({ cohort, reference, link }, programme, withdrawn, undo, until) => ({
    subject: `You have withdrawn your application to ${programme}`,
    blocks: [
      paragraph(
        `Your application to ${programme}, cohort ${cohort}, has been withdrawn. We will not assess it, and you will hear no more about it.`,
      ),
      facts(['Withdrawn', withdrawn], ['Reference', reference]),
      paragraph(
        `If you change your mind, you can undo this until ${undo}. The application is then restored as it was, with the place it had in the queue.`,
      ),
      action('Open the application and undo', link),
      paragraph(
        until === null
          ? 'After that you cannot apply to this cohort, because the deadline has passed.'
          : `After that you can apply again until the end of ${until}. The application then gets a new place in the queue.`,
      ),
    ],
  }),
};
