import { informationAnsweredLetter } from '@/emails/information-answered';
import { informationAnsweredMailboxLetter } from '@/emails/information-answered-mailbox';
import { informationRequestReminderLetter } from '@/emails/information-request-reminder';
import { informationRequestWithdrawnLetter } from '@/emails/information-request-withdrawn';
import { informationRequestedLetter } from '@/emails/information-requested';
import { queueLetters } from '@/lib/correspondence/queue-letter';
import { localDateOf, type Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { lettersAbout } from './letters-about';
import type { StoredRequest } from './request-store';
import type { StoredApplication } from './store';

/** Asks the applicant for something more. */
export async function queueRequestLetter(
  tx: Tx,
  application: StoredApplication,
  cohort: CohortFacts,
  { number, ...asked }: Pick<StoredRequest, 'number' | 'asks' | 'question' | 'dueOn'>,
  at: Instant,
): Promise<void> {
  const { toApplicant } = await lettersAbout(tx, application, cohort);
  const letter = await toApplicant('information-requested', at, (locale, about) =>
    informationRequestedLetter(locale, {
      ...about,
      ...asked,
      link: `${about.link}/requests/${number}`,
    }),
  );
  await queueLetters(tx, [letter]);
}

/** Reminds the applicant of what has been asked for, and says so when an answer is begun and not sent. */
export async function queueReminderLetter(
  tx: Tx,
  application: StoredApplication,
  cohort: CohortFacts,
  request: StoredRequest,
  at: Instant,
): Promise<void> {
  const { toApplicant } = await lettersAbout(tx, application, cohort);
  const { number, asks, question, dueOn, requestedAt, answer, documents } = request;
  const letter = await toApplicant('information-request-reminder', at, (locale, about) =>
    informationRequestReminderLetter(locale, {
      ...about,
      ...{ asks, question, dueOn },
      askedOn: localDateOf(requestedAt, cohort.zone),
      isBegun: documents.length > 0 || (answer ?? '') !== '',
      link: `${about.link}/requests/${number}`,
    }),
  );
  await queueLetters(tx, [letter]);
}

/** Tells the applicant that it is no longer needed. The reason stays in the record. */
export async function queueRequestWithdrawnLetter(
  tx: Tx,
  application: StoredApplication,
  cohort: CohortFacts,
  { question }: Pick<StoredRequest, 'question'>,
  at: Instant,
): Promise<void> {
  const { toApplicant } = await lettersAbout(tx, application, cohort);
  const letter = await toApplicant('information-request-withdrawn', at, (locale, about) =>
    informationRequestWithdrawnLetter(locale, { ...about, question }),
  );
  await queueLetters(tx, [letter]);
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
  const { toApplicant, toMailbox } = await lettersAbout(tx, application, cohort);
  const { answer, answeredAt, documents, late, concluded } = given;
  const answered = { question, answeredAt, documents, late };
  await queueLetters(tx, [
    await toApplicant('information-answered', answeredAt, (locale, about) =>
      informationAnsweredLetter(locale, { ...about, ...answered, answer }),
    ),
    await toMailbox('information-answered-mailbox', answeredAt, (locale, about) =>
      informationAnsweredMailboxLetter(locale, {
        ...about,
        ...answered,
        ...{ dueOn, concluded },
        arrivalNumber: application.arrivalNumber ?? 0,
      }),
    ),
  ]);
}
