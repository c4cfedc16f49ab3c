import { applicationReceivedLetter } from '@/emails/application-received';
import { applicationReceivedMailboxLetter } from '@/emails/application-received-mailbox';
import { applicationWithdrawnLetter } from '@/emails/application-withdrawn';
import { queueLetter } from '@/lib/correspondence/queue-letter';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';
import { isOnOrBefore, type Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { publicOrigin } from '@/lib/platform/env';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { takesApplications } from '@/lib/programme/rules/cohort-states';
import { readApplicant, type StoredApplication } from './store';

/** The language of the programme's own mailbox. */
const mailboxLocale: Locale = defaultLocale;

interface Addressee {
  readonly to: string;
  readonly locale: Locale;
  readonly name: string;
}

/** Whom a letter about an application goes to: the account's address, in the language the applicant prefers. */
async function applicantOf(tx: Tx, application: StoredApplication): Promise<Addressee> {
  const { aboutYou } = application.answers;
  const account = await readApplicant(tx.prisma, application.applicantId);
  const preferred = aboutYou?.preferredLanguage ?? account.locale;
  return {
    to: account.email,
    locale: isLocale(preferred) ? preferred : defaultLocale,
    name: aboutYou?.name ?? '',
  };
}

function contactOf({ programme }: CohortFacts): { mailbox: string; phone: string } {
  return { mailbox: programme.mailbox, phone: programme.contactPhone };
}

interface Arrival {
  readonly receivedAt: Instant;
  readonly arrivalNumber: number;
}

/**
 * The receipt to the applicant and the notice to the programme's mailbox. Everything is read before
 * the cohort is locked; `queue` writes them, in the deciding transaction, once there is an arrival.
 */
export async function prepareReceipts(
  tx: Tx,
  application: StoredApplication,
  cohort: CohortFacts,
  documents: number,
): Promise<{ readonly queue: (arrival: Arrival) => Promise<void> }> {
  const { to, locale, name } = await applicantOf(tx, application);
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
  return {
    async queue(arrival) {
      await queueLetter(tx, {
        ...about,
        at: arrival.receivedAt,
        kind: 'application-received',
        to,
        locale,
        userId: application.applicantId,
        rendered: await applicationReceivedLetter(locale, {
          ...common,
          receivedAt: arrival.receivedAt,
          applicationDeadline: cohort.applicationDeadline,
          link: `${origin}/${locale}/applications/${application.reference}`,
          contact: contactOf(cohort),
        }),
      });
      await queueLetter(tx, {
        ...about,
        at: arrival.receivedAt,
        kind: 'application-received-mailbox',
        to: cohort.programme.mailbox,
        locale: mailboxLocale,
        rendered: await applicationReceivedMailboxLetter(mailboxLocale, {
          ...common,
          ...arrival,
          workplace: workplace === null ? '' : `${workplace.unit}, ${workplace.employer}`,
          documents,
          link: `${origin}/${mailboxLocale}/staff/applications/${application.reference}`,
        }),
      });
    },
  };
}

/** Confirms a withdrawal to the applicant. */
export async function queueWithdrawalLetter(
  tx: Tx,
  application: StoredApplication,
  cohort: CohortFacts,
  withdrawnAt: Instant,
): Promise<void> {
  const { to, locale, name } = await applicantOf(tx, application);
  const mayApplyAgain =
    takesApplications[cohort.state] &&
    isOnOrBefore(withdrawnAt, cohort.applicationDeadline, cohort.zone);
  await queueLetter(tx, {
    kind: 'application-withdrawn',
    to,
    locale,
    userId: application.applicantId,
    cohortId: cohort.id,
    applicationId: application.id,
    rendered: await applicationWithdrawnLetter(locale, {
      installation: tx.platform.env.INSTALLATION_NAME,
      name,
      programme: cohort.programme.name,
      cohort: cohort.name,
      reference: application.reference,
      withdrawnAt,
      zone: cohort.zone,
      canApplyUntil: mayApplyAgain ? cohort.applicationDeadline : null,
      contact: contactOf(cohort),
    }),
  });
}
