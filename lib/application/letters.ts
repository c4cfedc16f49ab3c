import { applicationReceivedLetter } from '@/emails/application-received';
import { applicationReceivedMailboxLetter } from '@/emails/application-received-mailbox';
import { applicationWithdrawnLetter } from '@/emails/application-withdrawn';
import { applicationWithdrawnMailboxLetter } from '@/emails/application-withdrawn-mailbox';
import { deadlineExtendedLetter } from '@/emails/deadline-extended';
import { withdrawalUndoneLetter } from '@/emails/withdrawal-undone';
import { withdrawalUndoneMailboxLetter } from '@/emails/withdrawal-undone-mailbox';
import { queueLetter, type DatedLetter } from '@/lib/correspondence/queue-letter';
import type { Person } from '@/lib/kernel/actor';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';
import { type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { publicOrigin } from '@/lib/platform/env';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import type { RegisteredWay } from './rules/registration';
import { checkWindow, ownDeadline } from './rules/window';
import { undoUntil } from './rules/withdrawal';
import { readApplicant, type StoredApplication } from './store';

/** The language of the programme's own mailbox. */
export const mailboxLocale: Locale = defaultLocale;

interface Addressee {
  readonly to: string;
  readonly locale: Locale;
  readonly name: string;
}

/** What letters read of an account. */
type Account = Pick<Person, 'email' | 'locale'>;

/** What letters read of an application. */
type Written = Pick<StoredApplication, 'id' | 'reference' | 'applicantId' | 'answers'>;

/** Whom a letter about an application goes to: the account's address, in the language the applicant prefers. */
export async function applicantOf(
  tx: Tx,
  application: Written,
  known?: Account,
): Promise<Addressee> {
  const { aboutYou } = application.answers;
  const account = known ?? (await readApplicant(tx.prisma, application.applicantId));
  const preferred = aboutYou?.preferredLanguage ?? account.locale;
  return {
    to: account.email,
    locale: isLocale(preferred) ? preferred : defaultLocale,
    name: aboutYou?.name ?? '',
  };
}

/** Whom the reader of a letter can ask. */
export function contactOf({ programme }: CohortFacts): { mailbox: string; phone: string } {
  return { mailbox: programme.mailbox, phone: programme.contactPhone };
}

interface Arrival {
  readonly receivedAt: Instant;
  readonly arrivalNumber: number;
}

/** The cohort's facts as they hold for the applicant. */
type OwnCohort = CohortFacts & { readonly extendedUntil: LocalDate | null };

/** What the receipts say of how it came. */
interface Came {
  readonly documents: number;
  /** The applicant's account, from whoever has it at hand. */
  readonly account?: Account;
  /** When staff wrote it in, by whom, and how it had come to them; left out when the applicant sent it here. */
  readonly registered?: {
    readonly at: Instant;
    readonly by: string;
    readonly way: RegisteredWay;
  };
}

/**
 * The receipt to the applicant and the notice to the programme's mailbox. Everything is read before
 * the cohort is locked; `lettersFor` words them once there is an arrival, without asking the database.
 */
export async function prepareReceipts(
  tx: Tx,
  application: Written,
  cohort: OwnCohort,
  came: Came,
): Promise<{ readonly lettersFor: (arrival: Arrival) => Promise<DatedLetter[]> }> {
  const { to, locale, name } = await applicantOf(tx, application, came.account);
  const { workplace } = application.answers;
  const origin = publicOrigin(tx.platform.env);
  const common = {
    installation: tx.platform.env.INSTALLATION_NAME,
    programme: cohort.programme.name,
    cohort: cohort.name,
    reference: application.reference,
    zone: cohort.zone,
    name,
  };
  const about = { cohortId: cohort.id, applicationId: application.id };
  const { documents, registered } = came;
  return {
    async lettersFor(arrival) {
      const at = registered?.at ?? arrival.receivedAt;
      const toApplicant: DatedLetter = {
        ...about,
        at,
        kind: 'application-received',
        to,
        locale,
        userId: application.applicantId,
        rendered: await applicationReceivedLetter(locale, {
          ...common,
          receivedAt: arrival.receivedAt,
          changesUntil: checkWindow(cohort, at).ok ? ownDeadline(cohort) : null,
          registeredWay: registered?.way ?? null,
          link: `${origin}/${locale}/applications/${application.reference}`,
          contact: contactOf(cohort),
        }),
      };
      const toMailbox: DatedLetter = {
        ...about,
        at,
        kind: 'application-received-mailbox',
        to: cohort.programme.mailbox,
        locale: mailboxLocale,
        rendered: await applicationReceivedMailboxLetter(mailboxLocale, {
          ...common,
          ...arrival,
          workplace: workplace === null ? '' : `${workplace.unit}, ${workplace.employer}`,
          documents,
          registered: registered ?? null,
          link: `${origin}/${mailboxLocale}/staff/applications/${application.reference}`,
        }),
      };
      return [toApplicant, toMailbox];
    },
  };
}

/** Tells somebody that they have a deadline of their own. */
export async function queueExtensionLetter(
  tx: Tx,
  { userId, email, name, locale }: Pick<Person, 'userId' | 'email' | 'name' | 'locale'>,
  cohort: CohortFacts,
  extension: { readonly until: LocalDate; readonly reference: string | null },
): Promise<void> {
  const origin = publicOrigin(tx.platform.env);
  const { reference, until } = extension;
  const start = `apply/${cohort.programme.slug}/${cohort.slug}`;
  await queueLetter(tx, {
    kind: 'deadline-extended',
    to: email,
    locale,
    userId,
    cohortId: cohort.id,
    rendered: await deadlineExtendedLetter(locale, {
      installation: tx.platform.env.INSTALLATION_NAME,
      name,
      email,
      programme: cohort.programme.name,
      cohort: cohort.name,
      until,
      link: `${origin}/${locale}/${reference === null ? start : `applications/${reference}`}`,
      contact: contactOf(cohort),
    }),
  });
}

/** Confirms a withdrawal to the applicant, and tells the programme's mailbox of it. */
export async function queueWithdrawalLetters(
  tx: Tx,
  application: Written & Pick<StoredApplication, 'state'> & { readonly arrivalNumber: number },
  cohort: OwnCohort,
  withdrawnAt: Instant,
): Promise<void> {
  const { to, locale, name } = await applicantOf(tx, application);
  const { reference, arrivalNumber, state } = application;
  const origin = publicOrigin(tx.platform.env);
  const common = {
    installation: tx.platform.env.INSTALLATION_NAME,
    name,
    programme: cohort.programme.name,
    cohort: cohort.name,
    reference,
    withdrawnAt,
    undoUntil: undoUntil(withdrawnAt, state),
    zone: cohort.zone,
  };
  const released = await tx.prisma.release.findUnique({
    where: { cohortId: cohort.id },
    select: { id: true },
  });
  await queueLetter(tx, {
    kind: 'application-withdrawn',
    to,
    locale,
    userId: application.applicantId,
    cohortId: cohort.id,
    applicationId: application.id,
    rendered: await applicationWithdrawnLetter(locale, {
      ...common,
      canApplyUntil: checkWindow(cohort, withdrawnAt).ok ? ownDeadline(cohort) : null,
      link: `${origin}/${locale}/applications/${reference}`,
      contact: contactOf(cohort),
    }),
  });
  await queueLetter(tx, {
    kind: 'application-withdrawn-mailbox',
    to: cohort.programme.mailbox,
    locale: mailboxLocale,
    cohortId: cohort.id,
    applicationId: application.id,
    rendered: await applicationWithdrawnMailboxLetter(mailboxLocale, {
      ...common,
      arrivalNumber,
      afterRelease: released !== null,
      link: `${origin}/${mailboxLocale}/staff/applications/${reference}`,
    }),
  });
}

/** Confirms to the applicant that the application counts again, and tells the programme's mailbox of it. */
export async function queueUndoLetters(
  tx: Tx,
  application: Written & { readonly receivedAt: Instant; readonly arrivalNumber: number },
  cohort: CohortFacts,
  undo: { readonly withdrawnAt: Instant; readonly undoneAt: Instant },
): Promise<void> {
  const { to, locale, name } = await applicantOf(tx, application);
  const { reference, receivedAt, arrivalNumber } = application;
  const origin = publicOrigin(tx.platform.env);
  const about = { cohortId: cohort.id, applicationId: application.id };
  const common = {
    installation: tx.platform.env.INSTALLATION_NAME,
    name,
    programme: cohort.programme.name,
    cohort: cohort.name,
    reference,
    zone: cohort.zone,
  };
  await queueLetter(tx, {
    ...about,
    kind: 'withdrawal-undone',
    to,
    locale,
    userId: application.applicantId,
    rendered: await withdrawalUndoneLetter(locale, {
      ...common,
      receivedAt,
      undoneAt: undo.undoneAt,
      link: `${origin}/${locale}/applications/${reference}`,
      contact: contactOf(cohort),
    }),
  });
  await queueLetter(tx, {
    ...about,
    kind: 'withdrawal-undone-mailbox',
    to: cohort.programme.mailbox,
    locale: mailboxLocale,
    rendered: await withdrawalUndoneMailboxLetter(mailboxLocale, {
      ...common,
      ...undo,
      arrivalNumber,
      link: `${origin}/${mailboxLocale}/staff/applications/${reference}`,
    }),
  });
}
