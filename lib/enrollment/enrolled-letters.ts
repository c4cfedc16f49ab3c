import { enrolledLetter } from '@/emails/enrolled';
import { enrolledMailboxLetter } from '@/emails/enrolled-mailbox';
import { queueLetter, type LetterToQueue } from '@/lib/correspondence/queue-letter';
import { defaultLocale, type Locale } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import type { HeldOffer } from '@/lib/admission/store/offers';
import type { Tx } from '@/lib/platform/database';
import { publicOrigin } from '@/lib/platform/env';
import { calendarFilename, gatheringsCalendar } from '@/lib/programme/calendar';
import { firstDay, type CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { payerFacts } from './rules/slip-text';
import type { Payer } from './rules/payer';
import type { FixedPrice } from './rules/price';

/** What the two letters of a new enrollment are made from. */
export interface Enrolled {
  readonly offer: HeldOffer;
  readonly cohort: CohortFacts;
  readonly fixed: FixedPrice;
  readonly payer: Payer;
  readonly signedAt: Instant;
  readonly letterLocale: Locale;
  readonly slipPdf: { readonly filename: string; readonly bytes: Uint8Array };
}

/** Queues the letter to the one who signed, and the copy to the programme's mailbox (rule 17). */
export async function queueEnrolledLetters(tx: Tx, enrolled: Enrolled): Promise<void> {
  const { offer, cohort, fixed, payer, signedAt, letterLocale, slipPdf } = enrolled;
  const { application, applicant } = offer;
  const { env } = tx.platform;
  const origin = publicOrigin(env);
  const slip = { ...slipPdf, mediaType: 'application/pdf' };
  const about = {
    installation: env.INSTALLATION_NAME,
    cohort: cohort.name,
    reference: application.reference,
    ordinal: fixed.ordinal,
    price: fixed.price,
    earlyBird: fixed.earlyBird,
    signedAt,
    zone: cohort.zone,
  };
  const belongsTo: Pick<LetterToQueue, 'cohortId' | 'applicationId'> = {
    cohortId: cohort.id,
    applicationId: application.id,
  };
  await queueLetter(tx, {
    ...belongsTo,
    kind: 'enrolled',
    to: applicant.email,
    userId: applicant.userId,
    locale: letterLocale,
    rendered: await enrolledLetter(letterLocale, {
      ...about,
      programme: cohort.programme.name[letterLocale],
      payer: payerFacts(payer, application.name, letterLocale),
      firstDay: firstDay(cohort),
      place: cohort.place.name[letterLocale],
      page: `${origin}/${letterLocale}/offers/${application.reference}/enrolled`,
      contact: { mailbox: cohort.programme.mailbox, phone: cohort.programme.contactPhone },
    }),
    attachments: [slip, calendarAttachment(cohort, letterLocale, origin, signedAt)],
  });
  await queueLetter(tx, {
    ...belongsTo,
    kind: 'enrolled-mailbox',
    to: cohort.programme.mailbox,
    locale: defaultLocale,
    rendered: await enrolledMailboxLetter(defaultLocale, {
      ...about,
      programme: cohort.programme.name[defaultLocale],
      applicantName: application.name,
      capacity: cohort.capacity,
      payer: payerFacts(payer, application.name, defaultLocale),
      page: `${origin}/${defaultLocale}/staff/cohorts/${cohort.id}/enrollments`,
    }),
    attachments: [slip],
  });
}

function calendarAttachment(cohort: CohortFacts, locale: Locale, origin: string, stamp: Instant) {
  const url = `${origin}/${locale}/programmes/${cohort.programme.slug}/${cohort.slug}`;
  return {
    filename: calendarFilename(cohort),
    mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
    bytes: Buffer.from(gatheringsCalendar(cohort, locale, { url, stamp }), 'utf8'),
  };
}
