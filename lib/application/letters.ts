import { applicationReceivedLetter } from '@/emails/application-received';
import { applicationReceivedMailboxLetter } from '@/emails/application-received-mailbox';
import { applicationWithdrawnLetter } from '@/emails/application-withdrawn';
import { applicationWithdrawnMailboxLetter } from '@/emails/application-withdrawn-mailbox';
import { deadlineExtendedLetter } from '@/emails/deadline-extended';
import { withdrawalUndoneLetter } from '@/emails/withdrawal-undone';
import { withdrawalUndoneMailboxLetter } from '@/emails/withdrawal-undone-mailbox';
import { queueLetter, queueLetters, type DatedLetter } from '@/lib/correspondence/queue-letter';
import type { Person } from '@/lib/kernel/actor';
import { type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { publicOrigin } from '@/lib/platform/env';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { contactOf, lettersAbout, type Account, type Written } from './letters-about';
import type { RegisteredWay } from './rules/registration';
import { checkWindow, ownDeadline } from './rules/window';
import { undoUntil } from './rules/withdrawal';
import type { StoredApplication } from './store';

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
  { documents, account, registered }: Came,
): Promise<{ readonly lettersFor: (arrival: Arrival) => Promise<DatedLetter[]> }> {
  const { toApplicant, toMailbox } = await lettersAbout(tx, application, cohort, account);
  const { workplace } = application.answers;
  return {
    async lettersFor(arrival) {
      const at = registered?.at ?? arrival.receivedAt;
      return [
        await toApplicant('application-received', at, (locale, about) =>
          applicationReceivedLetter(locale, {
            ...about,
            receivedAt: arrival.receivedAt,
            changesUntil: checkWindow(cohort, at).ok ? ownDeadline(cohort) : null,
            registeredWay: registered?.way ?? null,
          }),
        ),
        await toMailbox('application-received-mailbox', at, (locale, about) =>
          applicationReceivedMailboxLetter(locale, {
            ...about,
            ...arrival,
            workplace: workplace === null ? '' : `${workplace.unit}, ${workplace.employer}`,
            documents,
            registered: registered ?? null,
          }),
        ),
      ];
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
  const { toApplicant, toMailbox } = await lettersAbout(tx, application, cohort);
  const withdrawal = { withdrawnAt, undoUntil: undoUntil(withdrawnAt, application.state) };
  const released = await tx.prisma.release.findUnique({
    where: { cohortId: cohort.id },
    select: { id: true },
  });
  await queueLetters(tx, [
    await toApplicant('application-withdrawn', withdrawnAt, (locale, about) =>
      applicationWithdrawnLetter(locale, {
        ...about,
        ...withdrawal,
        canApplyUntil: checkWindow(cohort, withdrawnAt).ok ? ownDeadline(cohort) : null,
      }),
    ),
    await toMailbox('application-withdrawn-mailbox', withdrawnAt, (locale, about) =>
      applicationWithdrawnMailboxLetter(locale, {
        ...about,
        ...withdrawal,
        arrivalNumber: application.arrivalNumber,
        afterRelease: released !== null,
      }),
    ),
  ]);
}

/** Confirms to the applicant that the application counts again, and tells the programme's mailbox of it. */
export async function queueUndoLetters(
  tx: Tx,
  application: Written & { readonly receivedAt: Instant; readonly arrivalNumber: number },
  cohort: CohortFacts,
  { withdrawnAt, undoneAt }: { readonly withdrawnAt: Instant; readonly undoneAt: Instant },
): Promise<void> {
  const { toApplicant, toMailbox } = await lettersAbout(tx, application, cohort);
  const { receivedAt, arrivalNumber } = application;
  await queueLetters(tx, [
    await toApplicant('withdrawal-undone', undoneAt, (locale, about) =>
      withdrawalUndoneLetter(locale, { ...about, receivedAt, undoneAt }),
    ),
    await toMailbox('withdrawal-undone-mailbox', undoneAt, (locale, about) =>
      withdrawalUndoneMailboxLetter(locale, { ...about, arrivalNumber, withdrawnAt, undoneAt }),
    ),
  ]);
}
