import type { AboutApplication, ToApplicant } from '@/emails/about-application';
import type { RenderedLetter } from '@/emails/rendered-letter';
import type { DatedLetter } from '@/lib/correspondence/queue-letter';
import type { Person } from '@/lib/kernel/actor';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { publicOrigin } from '@/lib/platform/env';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readApplicant, type StoredApplication } from './store';

/** What letters read of an account. */
export type Account = Pick<Person, 'email' | 'locale'>;

/** What letters read of an application. */
export type Written = Pick<StoredApplication, 'id' | 'reference' | 'applicantId' | 'answers'>;

/** Words a letter, in a language, from what every letter about an application says of it. */
type Write<About> = (locale: Locale, about: About) => Promise<RenderedLetter>;

/** The two who get letters about an application. Neither asks the database any more. */
export interface LettersAbout {
  /** To the account's address, in the language that the applicant prefers; leads to My application. */
  readonly toApplicant: (
    kind: string,
    at: Instant,
    write: Write<ToApplicant>,
  ) => Promise<DatedLetter>;
  /** To the programme's mailbox, in its language; leads to the staff's page. */
  readonly toMailbox: (
    kind: string,
    at: Instant,
    write: Write<AboutApplication>,
  ) => Promise<DatedLetter>;
}

/**
 * Letters about one application, to its applicant and to the programme's mailbox.
 * @param known the applicant's account, from whoever has it at hand
 */
export async function lettersAbout(
  tx: Tx,
  application: Written,
  cohort: CohortFacts,
  known?: Account,
): Promise<LettersAbout> {
  const { id: applicationId, reference, applicantId } = application;
  const { aboutYou } = application.answers;
  const account = known ?? (await readApplicant(tx.prisma, applicantId));
  const preferred = aboutYou?.preferredLanguage ?? account.locale;
  const own = isLocale(preferred) ? preferred : defaultLocale;
  const { env } = tx.platform;
  const origin = publicOrigin(env);
  const concerning = { cohortId: cohort.id, applicationId };
  const about = {
    installation: env.INSTALLATION_NAME,
    name: aboutYou?.name ?? '',
    programme: cohort.programme.name,
    cohort: cohort.name,
    reference,
    zone: cohort.zone,
  };
  return {
    toApplicant: async (kind, at, write) => ({
      ...concerning,
      ...{ kind, at, to: account.email, locale: own, userId: applicantId },
      rendered: await write(own, {
        ...about,
        link: `${origin}/${own}/applications/${reference}`,
        contact: contactOf(cohort),
      }),
    }),
    toMailbox: async (kind, at, write) => ({
      ...concerning,
      ...{ kind, at, to: cohort.programme.mailbox, locale: defaultLocale },
      rendered: await write(defaultLocale, {
        ...about,
        link: `${origin}/${defaultLocale}/staff/applications/${reference}`,
      }),
    }),
  };
}

/** Whom the reader of a letter can ask. */
export function contactOf({ programme }: CohortFacts): ToApplicant['contact'] {
  return { mailbox: programme.mailbox, phone: programme.contactPhone };
}
