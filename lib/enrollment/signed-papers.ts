import type { HeldOffer } from '@/lib/admission/store/offers';
import type { LetterToQueue } from '@/lib/correspondence/queue-letter';
import type { Locale } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { sha256 } from '@/lib/platform/ids';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { writeEnrolledLetters } from './enrolled-letters';
import type { Payer } from './rules/payer';
import { slipRecord } from './rules/slip-record';
import { signedSlip, type ShownPrice } from './rules/slip-text';
import { slipFilename, slipPdf } from './slip-pdf';
import { readApplicantSide } from './store';

/** A slip that has been judged good, and is about to be bound. */
export interface GoodSlip {
  readonly offer: HeldOffer;
  readonly cohort: CohortFacts;
  readonly shown: ShownPrice;
  readonly signedName: string;
  readonly payer: Payer;
  readonly signedAt: Instant;
  readonly locale: Locale;
}

/** What is stored and sent when the slip binds. */
export interface SignedPapers {
  /** What was signed, whole, and its fingerprint. */
  readonly content: string;
  readonly sha256: string;
  readonly letters: readonly LetterToQueue[];
}

/**
 * Makes everything that can be made before the order is decided: the record, the PDF and the letters
 * (a quarter of a second). Only the ordinal is left out.
 */
export async function makePapers(platform: Platform, slip: GoodSlip): Promise<SignedPapers> {
  const { offer, cohort, shown, signedName, payer, signedAt, locale } = slip;
  const { reference, name: applicantName } = offer.application;
  const text = signedSlip(
    { cohort, reference, applicantName, shown },
    { signedName, payer, signedAt },
    locale,
  );
  const content = slipRecord(text);
  const hash = sha256(content);
  const installation = platform.env.INSTALLATION_NAME;
  const { letterLocale } = await readApplicantSide(platform.db, offer.application.id);
  const letters = await writeEnrolledLetters(platform.env, {
    offer,
    cohort,
    price: shown.price,
    payer,
    signedAt,
    letterLocale,
    slipPdf: {
      filename: slipFilename(reference, locale),
      bytes: await slipPdf({ text, sha256: hash, signedAt, installation }),
    },
  });
  return { content, sha256: hash, letters };
}
