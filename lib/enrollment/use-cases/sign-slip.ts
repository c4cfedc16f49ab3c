import { findHeldOffer, storeAnswer, type HeldOffer } from '@/lib/admission/store/offers';
import { appendEvent } from '@/lib/audit/append-event';
import { queueLetter } from '@/lib/correspondence/queue-letter';
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
import { withOrdinal } from '../enrolled-letters';
import type { SlipInput } from '../forms';
import { judgeSlip, type SlipRefusal } from '../rules/judge-slip';
import type { FixedPrice } from '../rules/price';
import { checkSignature, type NameNotFull, type NameNotYours } from '../rules/signature';
import { answersRecord, termsRecord } from '../rules/slip-record';
import { slipVersion, type ShownPrice } from '../rules/slip-text';
import { makePapers, type GoodSlip, type SignedPapers } from '../signed-papers';
import { insertEnrollment, readEnrollment, readLastOrdinal, type StoredEnrollment } from '../store';

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
 * the offer's link. Paper and letters are made before the transaction, so that the cohort's row is held
 * only while the order is decided; everything is judged again under the lock. The time that counts
 * against `respondBy` is when the slip came in, not when its turn came.
 */
export async function signSlip(
  platform: Platform,
  actor: Person | null,
  input: SignSlipInput,
): Promise<Result<SignedSlip, SignSlipRefusal>> {
  const { reference, linkSecret, locale } = input;
  const { payer } = input.slip;
  const holder = { actor, linkSecret };
  const offer = await findHeldOffer(platform.db, holder, reference);
  if (offer === null) return refuse({ kind: 'not-found' });
  const name = checkSignature(input.slip.signedName, offer.application.name);
  if (!name.ok) return name;
  const signedName = name.value;
  const shown = shownIn(input.slip);
  const answersSha256 = sha256(answersRecord({ signedName, payer, shown }));

  const before = await readEnrollment(platform.db, offer.application.id);
  if (before !== null) return repeat(reference, before, answersSha256);
  const signedAt = await readNow(platform);
  const sent: Sent = { shown, terms: input.slip.shown.terms, signedAt, locale };
  const early = await judgeNow(platform.db, offer, sent);
  if (!early.ok) {
    // The same slip may have bound since the first look, and taken the last early-bird place itself.
    const since = await readEnrollment(platform.db, offer.application.id);
    return since === null ? early : repeat(reference, since, answersSha256);
  }
  const { cohort } = early.value;
  const slip: GoodSlip = { offer, cohort, shown, signedName, payer, signedAt, locale };
  const papers = await makePapers(platform, slip);

  return inTransaction<SignedSlip, SignSlipRefusal>(platform, async (tx) => {
    await lockApplication(tx, offer.application.id);
    await lockCohort(tx, offer.cohortId);
    const meanwhile = await readEnrollment(tx.prisma, offer.application.id);
    if (meanwhile !== null) return repeat(reference, meanwhile, answersSha256);
    const held = await findHeldOffer(tx.prisma, holder, reference);
    if (held === null) return refuse({ kind: 'not-found' });
    const judged = await judgeNow(tx.prisma, held, sent);
    if (!judged.ok) return judged;
    return ok(await bind(tx, { ...slip, offer: held }, papers, judged.value.fixed, answersSha256));
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

function shownIn({ shown }: SlipInput): ShownPrice {
  return {
    price: { amount: shown.price, currency: 'NOK' },
    earlyBirdPlacesLeft: shown.earlyBirdPlacesLeft,
  };
}

/** What of a slip is judged: what it was shown, when it came, and in which language it was read. */
interface Sent {
  readonly shown: ShownPrice;
  readonly terms: string;
  readonly signedAt: Instant;
  readonly locale: Locale;
}

async function judgeNow(
  prisma: Tx['prisma'],
  offer: HeldOffer,
  { shown, terms: shownTerms, signedAt, locale }: Sent,
): Promise<Result<{ cohort: CohortFacts; fixed: FixedPrice }, SlipRefusal>> {
  // A withdrawn application has nothing left to accept, whatever its offer's row says.
  if (offer.application.state === 'withdrawn') return refuse({ kind: 'offer-revoked' });
  const cohort = await readCohort(prisma, offer.cohortId);
  if (cohort === null) throw new Error(`Offer ${offer.id} has no cohort.`);
  const { reference, name: applicantName } = offer.application;
  const lastOrdinal = await readLastOrdinal(prisma, offer.cohortId);
  const judged = judgeSlip(
    { offer, cohort, lastOrdinal, reference, applicantName },
    { shown, shownTermsAre: (terms) => sameHash(sha256(termsRecord(terms)), shownTerms) },
    signedAt,
    locale,
  );
  return judged.ok ? ok({ cohort, fixed: judged.value }) : judged;
}

/** Under the locks, after everything has been checked: answers the offer, and stores what was signed. */
async function bind(
  tx: Tx,
  slip: GoodSlip,
  papers: SignedPapers,
  fixed: FixedPrice,
  answersSha256: string,
): Promise<SignedSlip> {
  const { offer, locale, signedName, payer, signedAt } = slip;
  const { content, sha256: hash } = papers;
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
      content,
      sha256: hash,
      answersSha256,
      signedName,
      payer,
      signedAt,
    },
  });
  await recordBinding(tx, offer, enrollmentId, fixed, hash);
  for (const letter of papers.letters) await queueLetter(tx, withOrdinal(letter, fixed.ordinal));
  const { ordinal, price, earlyBird } = fixed;
  return { reference: offer.application.reference, ordinal, price, earlyBird, boundAt };
}

/** The letter's link was sent to the applicant: whoever holds it acts as the applicant, and the record says how. */
async function recordBinding(
  tx: Tx,
  offer: HeldOffer,
  enrollmentId: string,
  { ordinal, price, earlyBird }: FixedPrice,
  slipSha256: string,
): Promise<void> {
  const actor: Person = { kind: 'person', ...offer.applicant, roles: [] };
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
      ordinal,
      price: price.amount,
      currency: price.currency,
      earlyBird,
      slipVersion,
      slipSha256,
    },
  });
}
