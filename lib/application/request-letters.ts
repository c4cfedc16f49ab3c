import { informationAnsweredLetter } from '@/emails/information-answered';
import { informationAnsweredMailboxLetter } from '@/emails/information-answered-mailbox';
import { informationRequestReminderLetter } from '@/emails/information-request-reminder';
import { informationRequestWithdrawnLetter } from '@/emails/information-request-withdrawn';
import { informationRequestedLetter } from '@/emails/information-requested';
import { queueLetter } from '@/lib/correspondence/queue-letter';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf, type Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { publicOrigin } from '@/lib/platform/env';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { applicantOf, contactOf, mailboxLocale } from './letters';
import type { StoredRequest } from './request-store';
import type { StoredApplication } from './store';

type Asked = Pick<StoredRequest, 'number' | 'asks' | 'question' | 'dueOn'>;

/** Asks the applicant for something more. */
export async function queueRequestLetter(
  tx: Tx,
  application: StoredApplication,
  cohort: CohortFacts,
  request: Asked,
  at: Instant,
): Promise<void> {
  const { to, locale, name } = await applicantOf(tx, application);
  await queueLetter(tx, {
    ...addressed(application, at),
    kind: 'information-requested',
    to,
    locale,
    rendered: await informationRequestedLetter(
      locale,
      openRequest(tx, locale, name, application, cohort, request),
    ),
  });
}

/** Reminds the applicant of what has been asked for, and whether an answer has been begun and not sent. */
export async function queueReminderLetter(
  tx: Tx,
  application: StoredApplication,
  cohort: CohortFacts,
  request: StoredRequest,
  at: Instant,
): Promise<void> {
  const { to, locale, name } = await applicantOf(tx, application);
  await queueLetter(tx, {
    ...addressed(application, at),
    kind: 'information-request-reminder',
    to,
    locale,
    rendered: await informationRequestReminderLetter(locale, {
      ...openRequest(tx, locale, name, application, cohort, request),
      askedOn: localDateOf(request.requestedAt, cohort.zone),
      isBegun: request.documents.length > 0 || (request.answer ?? '') !== '',
    }),
  });
}

/** Tells the applicant that it is no longer needed. The reason stays in the record. */
export async function queueRequestWithdrawnLetter(
  tx: Tx,
  application: StoredApplication,
  cohort: CohortFacts,
  { question }: Pick<StoredRequest, 'question'>,
  at: Instant,
): Promise<void> {
  const { to, locale, name } = await applicantOf(tx, application);
  await queueLetter(tx, {
    ...addressed(application, at),
    kind: 'information-request-withdrawn',
    to,
    locale,
    rendered: await informationRequestWithdrawnLetter(locale, {
      ...common(tx, application, cohort, name),
      question,
      link: pageOf(tx, locale, application),
      contact: contactOf(cohort),
    }),
  });
}

/** Confirms an answer to the applicant, and tells the programme's mailbox of it. */
export async function queueAnswerLetters(
  tx: Tx,
  application: StoredApplication,
  cohort: CohortFacts,
  { question, dueOn }: Pick<StoredRequest, 'question' | 'dueOn'>,
  given: {
    readonly answer: string | null;
    readonly answeredAt: Instant;
    readonly documents: number;
    readonly late: boolean;
    readonly concluded: boolean;
  },
): Promise<void> {
  const { to, locale, name } = await applicantOf(tx, application);
  const { answeredAt, documents, late, concluded } = given;
  const facts = {
    ...common(tx, application, cohort, name),
    ...{ question, answeredAt, documents, late },
    zone: cohort.zone,
  };
  await queueLetter(tx, {
    ...addressed(application, answeredAt),
    kind: 'information-answered',
    to,
    locale,
    rendered: await informationAnsweredLetter(locale, {
      ...facts,
      answer: given.answer,
      link: pageOf(tx, locale, application),
      contact: contactOf(cohort),
    }),
  });
  await queueLetter(tx, {
    ...about(application),
    at: answeredAt,
    kind: 'information-answered-mailbox',
    to: cohort.programme.mailbox,
    locale: mailboxLocale,
    rendered: await informationAnsweredMailboxLetter(mailboxLocale, {
      ...facts,
      dueOn,
      concluded,
      arrivalNumber: application.arrivalNumber ?? 0,
      link: `${publicOrigin(tx.platform.env)}/${mailboxLocale}/staff/applications/${application.reference}`,
    }),
  });
}

function about({ id, cohortId }: StoredApplication) {
  return { applicationId: id, cohortId };
}

function addressed(application: StoredApplication, at: Instant) {
  return { ...about(application), userId: application.applicantId, at };
}

function common(tx: Tx, { reference }: StoredApplication, cohort: CohortFacts, name: string) {
  return {
    installation: tx.platform.env.INSTALLATION_NAME,
    name,
    programme: cohort.programme.name,
    cohort: cohort.name,
    reference,
  };
}

function openRequest(
  tx: Tx,
  locale: Locale,
  name: string,
  application: StoredApplication,
  cohort: CohortFacts,
  { number, asks, question, dueOn }: Asked,
) {
  return {
    ...common(tx, application, cohort, name),
    ...{ asks, question, dueOn },
    link: `${pageOf(tx, locale, application)}/requests/${number}`,
    contact: contactOf(cohort),
  };
}

function pageOf(tx: Tx, locale: string, { reference }: StoredApplication): string {
  return `${publicOrigin(tx.platform.env)}/${locale}/applications/${reference}`;
}
