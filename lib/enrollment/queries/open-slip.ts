import { offerStanding } from '@/lib/admission/rules/offer-standing';
import type { OfferState } from '@/lib/admission/rules/offer-states';
import { findHeldOffer, type HeldOffer } from '@/lib/admission/store/offers';
import type { Person } from '@/lib/kernel/actor';
import type { Locale } from '@/lib/kernel/locale';
import type { Money } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { localDateOf, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import { sha256 } from '@/lib/platform/ids';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readCohort } from '@/lib/programme/store';
import { priceTermsOf } from '../rules/judge-slip';
import type { Payer } from '../rules/payer';
import { earlyBirdPlacesLeft, nextPrice } from '../rules/price';
import { termsRecord } from '../rules/slip-record';
import { slipTerms, type ShownPrice, type SlipTerms } from '../rules/slip-text';
import { readApplicantSide, readEnrollment, readLastOrdinal } from '../store';

/** The slip as it can be signed now. `terms` is the fingerprint that goes back with the form. */
export interface SlipToSign {
  readonly text: SlipTerms;
  readonly shown: ShownPrice;
  readonly terms: string;
  /** The employer that the application named, to begin with. */
  readonly employer: { readonly name: string; readonly organisationNumber: string };
}

/** What became of a signed slip, as its signer sees it. */
export interface OwnEnrollment {
  readonly ordinal: number;
  readonly price: Money;
  readonly earlyBird: boolean;
  readonly boundAt: Instant;
  readonly signedName: string;
  readonly payer: Payer;
  readonly sha256: string;
}

/** An offer as its applicant sees it; `standing` is read from the clock (rule 10). */
export interface OfferPage {
  readonly reference: string;
  readonly applicantName: string;
  readonly email: string;
  readonly heldBy: HeldOffer['heldBy'];
  readonly standing: OfferState;
  readonly respondBy: LocalDate;
  readonly answeredAt: Instant | null;
  /** The day in the cohort's zone. */
  readonly today: LocalDate;
  readonly cohort: CohortFacts;
  /** Null when there is nothing to sign. */
  readonly slip: SlipToSign | null;
  readonly enrollment: OwnEnrollment | null;
}

export interface OfferPageArgs {
  readonly reference: string;
  readonly linkSecret: string | null;
  readonly locale: Locale;
}

/** The offer and its slip, for the applicant or the holder of the letter's link; nobody else learns that it exists. */
export async function openSlip(
  platform: Platform,
  actor: Person | null,
  { reference, linkSecret, locale }: OfferPageArgs,
): Promise<Result<OfferPage, { readonly kind: 'not-found' }>> {
  const offer = await findHeldOffer(platform.db, { actor, linkSecret }, reference);
  if (offer === null) return refuse({ kind: 'not-found' });
  const cohort = await readCohort(platform.db, offer.cohortId);
  if (cohort === null) throw new Error(`Offer ${offer.id} has no cohort.`);
  const now = await readNow(platform);
  const withdrawn = offer.application.state === 'withdrawn';
  const standing = withdrawn ? 'revoked' : offerStanding(offer, now);
  return ok({
    reference: offer.application.reference,
    applicantName: offer.application.name,
    email: offer.applicant.email,
    heldBy: offer.heldBy,
    standing,
    respondBy: offer.respondBy,
    answeredAt: offer.answeredAt,
    today: localDateOf(now, cohort.zone),
    cohort,
    slip: standing === 'open' ? await slipToSign(platform, offer, cohort, locale) : null,
    enrollment: await ownEnrollment(platform, offer),
  });
}

async function slipToSign(
  platform: Platform,
  offer: HeldOffer,
  cohort: CohortFacts,
  locale: Locale,
): Promise<SlipToSign> {
  const lastOrdinal = await readLastOrdinal(platform.db, offer.cohortId);
  const side = await readApplicantSide(platform.db, offer.application.id);
  const terms = priceTermsOf(cohort);
  const shown: ShownPrice = {
    price: nextPrice(terms, lastOrdinal).price,
    earlyBirdPlacesLeft: earlyBirdPlacesLeft(terms, lastOrdinal),
  };
  const { reference, name: applicantName } = offer.application;
  const text = slipTerms({ cohort, reference, applicantName, shown }, locale);
  return {
    text,
    shown,
    terms: sha256(termsRecord(text)),
    employer: { name: side.employer, organisationNumber: side.organisationNumber },
  };
}

async function ownEnrollment(platform: Platform, offer: HeldOffer): Promise<OwnEnrollment | null> {
  const enrollment = await readEnrollment(platform.db, offer.application.id);
  if (enrollment === null) return null;
  const { ordinal, price, earlyBird, boundAt, slip } = enrollment;
  const { signedName, payer, sha256: hash } = slip;
  return { ordinal, price, earlyBird, boundAt, signedName, payer, sha256: hash };
}
