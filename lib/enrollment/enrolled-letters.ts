import { enrolledLetter } from '@/emails/enrolled';
import { enrolledMailboxLetter } from '@/emails/enrolled-mailbox';
import type { RenderedLetter } from '@/emails/rendered-letter';
import type { HeldOffer } from '@/lib/admission/store/offers';
import type { LetterToQueue } from '@/lib/correspondence/queue-letter';
import { defaultLocale, type Locale } from '@/lib/kernel/locale';
import type { Money } from '@/lib/kernel/money';
import type { Instant } from '@/lib/kernel/time';
import { publicOrigin, type Env } from '@/lib/platform/env';
import { calendarFilename, gatheringsCalendar } from '@/lib/programme/calendar';
import { firstDay, type CohortFacts } from '@/lib/programme/rules/cohort-facts';
import type { Payer } from './rules/payer';
import { payerFacts } from './rules/slip-text';

/** What the two letters of a new enrollment are made from. */
export interface Enrolled {
  readonly offer: HeldOffer;
  readonly cohort: CohortFacts;
  readonly price: Money;
  readonly payer: Payer;
  readonly signedAt: Instant;
  readonly letterLocale: Locale;
  readonly slipPdf: { readonly filename: string; readonly bytes: Uint8Array };
}

/** Stands in a written letter where the ordinal goes, which is known only under the lock. */
const ordinalMark = '{{ordinal}}';

/**
 * Writes the letter to the one who signed, and the copy to the programme's mailbox, all but the
 * ordinal. Slow (tens of milliseconds a letter), so never under a lock.
 */
export async function writeEnrolledLetters(env: Env, enrolled: Enrolled): Promise<LetterToQueue[]> {
  const { offer, cohort, price, payer, signedAt, letterLocale, slipPdf } = enrolled;
  const { application, applicant } = offer;
  const origin = publicOrigin(env);
  const slip = { ...slipPdf, mediaType: 'application/pdf' };
  const about = {
    installation: env.INSTALLATION_NAME,
    cohort: cohort.name,
    reference: application.reference,
    ordinal: ordinalMark,
    price,
    earlyBird: price.amount < cohort.ordinaryPrice.amount,
    signedAt,
    zone: cohort.zone,
  };
  const belongsTo = { cohortId: cohort.id, applicationId: application.id };
  return [
    {
      ...belongsTo,
      kind: 'enrolled',
      to: applicant.email,
      userId: applicant.userId,
      locale: letterLocale,
      rendered: await enrolledLetter(letterLocale, {
        ...about,
        applicantName: application.name,
        programme: cohort.programme.name[letterLocale],
        payer: payerFacts(payer, application.name, letterLocale),
        firstDay: firstDay(cohort),
        place: cohort.place.name[letterLocale],
        page: `${origin}/${letterLocale}/offers/${application.reference}/enrolled`,
        contact: { mailbox: cohort.programme.mailbox, phone: cohort.programme.contactPhone },
      }),
      attachments: [slip, calendarAttachment(cohort, letterLocale, origin, signedAt)],
    },
    {
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
    },
  ];
}

/** Puts the ordinal into a letter that `writeEnrolledLetters` wrote. */
export function withOrdinal(letter: LetterToQueue, ordinal: number): LetterToQueue {
  const fill = (text: string) => text.replaceAll(ordinalMark, String(ordinal));
  const { subject, html, text } = letter.rendered;
  const rendered: RenderedLetter = { subject: fill(subject), html: fill(html), text: fill(text) };
  return { ...letter, rendered };
}

function calendarAttachment(cohort: CohortFacts, locale: Locale, origin: string, stamp: Instant) {
  const url = `${origin}/${locale}/programmes/${cohort.programme.slug}/${cohort.slug}`;
  return {
    filename: calendarFilename(cohort),
    mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
    bytes: Buffer.from(gatheringsCalendar(cohort, locale, { url, stamp }), 'utf8'),
  };
}
