import { findHeldOffer, storeAnswer, type HeldOffer } from '@/lib/admission/store/offers';
import { appendEvent } from '@/lib/audit/append-event';
import type { Person } from '@/lib/kernel/actor';
import type { Locale } from '@/lib/kernel/locale';
import type { Money } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, readNow, type Tx } from '@/lib/platform/database';
import { sameHash, sha256 } from '@/lib/platform/ids';
import { lockApplication, lockCohort } from '@/lib/platform/locks';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readCohort } from '@/lib/programme/store';
import { queueEnrolledLetters } from '../enrolled-letters';
import type { SlipInput } from '../forms';
import { judgeSlip, type SlipRefusal } from '../rules/judge-slip';
import type { FixedPrice } from '../rules/price';
import { checkSignature, type NameNotFull, type NameNotYours } from '../rules/signature';
import { answersRecord, slipRecord, termsRecord } from '../rules/slip-record';
import { signedSlip, slipVersion, type ShownPrice } from '../rules/slip-text';
import { slipFilename, slipPdf } from '../slip-pdf';
import {
  insertEnrollment,
  readApplicantSide,
  readEnrollment,
  readLastOrdinal,
  type StoredEnrollment,
} from '../store';

export interface SignSlipInput {
  readonly reference: string;
  /** The secret of the offer's link, when the browser came by the letter. */
  readonly linkSecret: string | null;
  /** The language in which the slip was read. */
  readonly locale: Locale;
  readonly slip: SlipInput;
}

/** What a slip gave: the same for every time it is sent. */
export interface SignedSlip {
  readonly reference: string;
  readonly ordinal: number;
  readonly price: Money;
  readonly earlyBird: boolean;
  readonly boundAt: Instant;
}

export type SignSlipRefusal =
  | SlipRefusal
  | NameNotFull
  | NameNotYours
  | { readonly kind: 'not-found' }
  | { readonly kind: 'already-signed' };

/**
 * Binds an enrollment (rules 10 to 12): by the applicant, signed in, or by whoever holds the secret of
 * the offer's link. The paper is made before the transaction, so that the cohort's row is held only
 * while the order is decided. The time that counts against `respondBy` is when the slip came in, not
 * when its turn came.
 */
export async function signSlip(
  platform: Platform,
  actor: Person | null,
  input: SignSlipInput,
): Promise<Result<SignedSlip, SignSlipRefusal>> {
  const { reference, linkSecret, locale, slip } = input;
  const offer = await findHeldOffer(platform.db, { actor, linkSecret }, reference);
  if (offer === null) return refuse({ kind: 'not-found' });
  const name = checkSignature(slip.signedName, offer.application.name);
  if (!name.ok) return name;
  const signed: SlipInput = { ...slip, signedName: name.value };
  const answersSha256 = sha256(
    answersRecord({ signedName: signed.signedName, payer: signed.payer, shown: shownIn(signed) }),
  );

  const before = await readEnrollment(platform.db, offer.application.id);
  if (before !== null) return repeat(reference, before, answersSha256);
  const receivedAt = await readNow(platform);
  const early = await judgeNow(platform.db, offer, signed, receivedAt, locale);
  if (!early.ok) return early;
  const paper = await makePaper(platform, early.value.cohort, offer, signed, receivedAt, locale);

  return inTransaction<SignedSlip, SignSlipRefusal>(platform, async (tx) => {
    await lockApplication(tx, offer.application.id);
    await lockCohort(tx, offer.cohortId);
    const meanwhile = await readEnrollment(tx.prisma, offer.application.id);
    if (meanwhile !== null) return repeat(reference, meanwhile, answersSha256);
    const held = await findHeldOffer(tx.prisma, { actor, linkSecret }, reference);
    if (held === null) return refuse({ kind: 'not-found' });
    const judged = await judgeNow(tx.prisma, held, signed, receivedAt, locale);
    if (!judged.ok) return judged;
    return ok(
      await bind(tx, held, {
        ...judged.value,
        ...paper,
        signed,
        receivedAt,
        answersSha256,
        locale,
      }),
    );
  });
}

/** The same slip again is the same answer; another one comes too late (rule 11). */
function repeat(
  reference: string,
  enrollment: StoredEnrollment,
  answersSha256: string,
): Result<SignedSlip, { readonly kind: 'already-signed' }> {
  if (!sameHash(enrollment.slip.answersSha256, answersSha256)) {
    return refuse({ kind: 'already-signed' });
  }
  const { ordinal, price, earlyBird, boundAt } = enrollment;
  return ok({ reference, ordinal, price, earlyBird, boundAt });
}

function shownIn(slip: SlipInput): ShownPrice {
  return {
    price: { amount: slip.shown.price, currency: 'NOK' },
    earlyBirdPlacesLeft: slip.shown.earlyBirdPlacesLeft,
  };
}

interface Judged {
  readonly cohort: CohortFacts;
  readonly fixed: FixedPrice;
}

async function judgeNow(
  prisma: Tx['prisma'],
  offer: HeldOffer,
  slip: SlipInput,
  receivedAt: Instant,
  locale: Locale,
): Promise<Result<Judged, SlipRefusal>> {
  // A withdrawn application has nothing left to accept, whatever its offer's row says.
  if (offer.application.state === 'withdrawn') return refuse({ kind: 'offer-revoked' });
  const cohort = await readCohort(prisma, offer.cohortId);
  if (cohort === null) throw new Error(`Offer ${offer.id} has no cohort.`);
  const judged = judgeSlip(
    {
      offer,
      cohort,
      lastOrdinal: await readLastOrdinal(prisma, offer.cohortId),
      reference: offer.application.reference,
      applicantName: offer.application.name,
    },
    {
      shown: shownIn(slip),
      shownTermsAre: (terms) => sameHash(sha256(termsRecord(terms)), slip.shown.terms),
    },
    receivedAt,
    locale,
  );
  return judged.ok ? ok({ cohort, fixed: judged.value }) : judged;
}

interface Paper {
  readonly content: string;
  readonly sha256: string;
  readonly pdf: Buffer;
}

async function makePaper(
  platform: Platform,
  cohort: CohortFacts,
  offer: HeldOffer,
  slip: SlipInput,
  receivedAt: Instant,
  locale: Locale,
): Promise<Paper> {
  const { reference, name } = offer.application;
  const text = signedSlip(
    { cohort, reference, applicantName: name, shown: shownIn(slip) },
    { signedName: slip.signedName, payer: slip.payer, signedAt: receivedAt },
    locale,
  );
  const content = slipRecord(text);
  const hash = sha256(content);
  const installation = platform.env.INSTALLATION_NAME;
  const pdf = await slipPdf({ text, sha256: hash, signedAt: receivedAt, installation });
  return { content, sha256: hash, pdf };
}

interface Binding extends Judged, Paper {
  readonly signed: SlipInput;
  readonly receivedAt: Instant;
  readonly answersSha256: string;
  readonly locale: Locale;
}

/** Under the locks, after everything has been checked: answers the offer, and stores what was signed. */
async function bind(tx: Tx, offer: HeldOffer, binding: Binding): Promise<SignedSlip> {
  const { cohort, fixed, signed, receivedAt, locale } = binding;
  const boundAt = await tx.now();
  await storeAnswer(tx, offer.id, 'accepted', boundAt);
  const enrollmentId = await insertEnrollment(tx, {
    cohortId: offer.cohortId,
    applicationId: offer.application.id,
    offerId: offer.id,
    fixed,
    boundAt,
    slip: {
      version: slipVersion,
      locale,
      content: binding.content,
      sha256: binding.sha256,
      answersSha256: binding.answersSha256,
      signedName: signed.signedName,
      payer: signed.payer,
      signedAt: receivedAt,
    },
  });
  await recordBinding(tx, offer, binding, enrollmentId);
  const { letterLocale } = await readApplicantSide(tx.prisma, offer.application.id);
  await queueEnrolledLetters(tx, {
    offer,
    cohort,
    fixed,
    payer: signed.payer,
    signedAt: receivedAt,
    letterLocale,
    slipPdf: { filename: slipFilename(offer.application.reference, locale), bytes: binding.pdf },
  });
  const { ordinal, price, earlyBird } = fixed;
  return { reference: offer.application.reference, ordinal, price, earlyBird, boundAt };
}

async function recordBinding(
  tx: Tx,
  offer: HeldOffer,
  { fixed, sha256: slipSha256 }: Binding,
  enrollmentId: string,
): Promise<void> {
  const actor = signerOf(offer);
  const { cohortId } = offer;
  await appendEvent(tx, {
    actor,
    kind: 'offer-accepted',
    subject: { type: 'offer', id: offer.id },
    cohortId,
    before: { state: offer.state },
    after: { state: 'accepted', heldBy: offer.heldBy },
  });
  await appendEvent(tx, {
    actor,
    kind: 'enrollment-bound',
    subject: { type: 'enrollment', id: enrollmentId },
    cohortId,
    after: {
      applicationId: offer.application.id,
      ordinal: fixed.ordinal,
      price: fixed.price.amount,
      currency: fixed.price.currency,
      earlyBird: fixed.earlyBird,
      slipVersion,
      slipSha256,
    },
  });
}

/** The letter's link was sent to the applicant: whoever holds it acts as the applicant, and the record says how. */
function signerOf({ applicant }: HeldOffer): Person {
  return { kind: 'person', ...applicant, roles: [] };
}
