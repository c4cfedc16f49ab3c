import type { Prisma } from '@/prisma/generated/client';
import { readAnswers } from '@/lib/application/rules/answers';
import { applicationMoves, type ApplicationState } from '@/lib/application/rules/states';
import { isReference } from '@/lib/application/store';
import type { Actor } from '@/lib/kernel/actor';
import {
  asId,
  type ApplicationId,
  type CohortId,
  type OfferId,
  type UserId,
} from '@/lib/kernel/ids';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';
import { parseState } from '@/lib/kernel/state-machine';
import { fromDateColumn, type Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { sameHash, sha256 } from '@/lib/platform/ids';
import type { OfferTerms } from '../rules/offer-standing';
import { isVisibleToApplicant, offerMoves, statesBefore } from '../rules/offer-states';
import type { Reader } from './candidates';

/** An offer that its applicant may see, with what an answer is read from. */
export interface HeldOffer extends OfferTerms {
  readonly id: OfferId;
  readonly cohortId: CohortId;
  readonly openedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly application: {
    readonly id: ApplicationId;
    readonly reference: string;
    readonly state: ApplicationState;
    readonly name: string;
  };
  readonly applicant: {
    readonly userId: UserId;
    readonly email: string;
    readonly name: string | null;
    readonly locale: Locale;
  };
  /** The language of letters to the applicant. */
  readonly letterLocale: Locale;
  /** How the asker came to it: signed in as the applicant, or with the link of the letter. */
  readonly heldBy: 'applicant' | 'link';
}

/** Who asks for an offer: somebody signed in, or a browser that has the secret of the letter's link, or both. */
export interface OfferHolder {
  readonly actor: Actor | null;
  readonly linkSecret: string | null;
}

const heldSelect = {
  id: true,
  cohortId: true,
  state: true,
  respondBy: true,
  linkHash: true,
  openedAt: true,
  answeredAt: true,
  cohort: { select: { zone: true } },
  application: {
    select: {
      id: true,
      reference: true,
      state: true,
      applicantName: true,
      answers: true,
      applicant: { select: { id: true, email: true, name: true, locale: true } },
    },
  },
} as const satisfies Prisma.OfferSelect;

type HeldRow = Prisma.OfferGetPayload<{ select: typeof heldSelect }>;

/**
 * The newest offer of an application that its applicant may see, if the asker is that applicant or holds
 * its link. Null for everybody else, as for a reference that does not exist.
 */
export async function findHeldOffer(
  prisma: Reader,
  holder: OfferHolder,
  reference: string,
): Promise<HeldOffer | null> {
  if (!isReference(reference)) return null;
  const rows = await prisma.offer.findMany({
    where: { application: { reference } },
    select: heldSelect,
    orderBy: [{ preparedAt: 'desc' }, { id: 'desc' }],
  });
  for (const row of rows) {
    const heldBy = holding(row, holder);
    const offer = heldBy === null ? null : heldOfferOf(row, heldBy);
    if (offer !== null) return offer;
  }
  return null;
}

/** The offer that a letter's link leads to, or null. */
export async function findOfferByLink(prisma: Reader, secret: string): Promise<HeldOffer | null> {
  const row = await prisma.offer.findUnique({
    where: { linkHash: sha256(secret) },
    select: heldSelect,
  });
  if (row === null || holding(row, { actor: null, linkSecret: secret }) === null) return null;
  return heldOfferOf(row, 'link');
}

/** Cohorts in which an offer waits for its answer. */
export async function cohortsWithOpenOffers(prisma: Reader): Promise<CohortId[]> {
  const rows = await prisma.offer.findMany({
    where: { state: 'open' },
    distinct: ['cohortId'],
    select: { cohortId: true },
  });
  return rows.map((row) => asId(row.cohortId));
}

/** A cohort's offers whose row says open. Under the cohort's lock. */
export async function readOpenOffers(
  prisma: Reader,
  cohortId: CohortId,
): Promise<(OfferTerms & { readonly id: OfferId })[]> {
  const rows = await prisma.offer.findMany({
    where: { cohortId, state: 'open' },
    select: { id: true, respondBy: true, cohort: { select: { zone: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({
    id: asId(row.id),
    state: 'open',
    respondBy: fromDateColumn(row.respondBy),
    zone: row.cohort.zone,
  }));
}

/** What each of an application's offers is read from, its applicant's to see or not. */
export async function readOfferTerms(
  prisma: Reader,
  applicationId: ApplicationId,
): Promise<OfferTerms[]> {
  const rows = await prisma.offer.findMany({
    where: { applicationId },
    select: { state: true, respondBy: true, cohort: { select: { zone: true } } },
  });
  return rows.map((row) => ({
    state: parseState(offerMoves, row.state),
    respondBy: fromDateColumn(row.respondBy),
    zone: row.cohort.zone,
  }));
}

/** Writes a lapse down, which frees the place. Under the cohort's lock. */
export async function storeLapse(tx: Tx, id: OfferId): Promise<void> {
  await tx.prisma.offer.update({
    where: { id, state: { in: statesBefore('lapsed') } },
    data: { state: 'lapsed' },
  });
}

/** Writes an answer to an open offer. Under the cohort's lock, after `checkAnswerable`. */
export async function storeAnswer(
  tx: Tx,
  id: OfferId,
  answer: 'accepted' | 'declined',
  at: Instant,
): Promise<void> {
  await tx.prisma.offer.update({
    where: { id, state: { in: statesBefore(answer) } },
    data: { state: answer, answeredAt: at },
  });
}

function holding(row: HeldRow, holder: OfferHolder): HeldOffer['heldBy'] | null {
  const { actor, linkSecret } = holder;
  if (actor?.kind === 'person' && actor.userId === row.application.applicant.id) {
    return 'applicant';
  }
  const holdsLink =
    linkSecret !== null && row.linkHash !== null && sameHash(sha256(linkSecret), row.linkHash);
  return holdsLink ? 'link' : null;
}

function heldOfferOf(row: HeldRow, heldBy: HeldOffer['heldBy']): HeldOffer | null {
  const state = parseState(offerMoves, row.state);
  if (!isVisibleToApplicant[state] || row.openedAt === null) return null;
  const { application } = row;
  const { applicant } = application;
  const ownLocale = isLocale(applicant.locale) ? applicant.locale : defaultLocale;
  return {
    id: asId(row.id),
    cohortId: asId(row.cohortId),
    state,
    respondBy: fromDateColumn(row.respondBy),
    zone: row.cohort.zone,
    openedAt: row.openedAt,
    answeredAt: row.answeredAt,
    application: {
      id: asId(application.id),
      reference: application.reference,
      state: parseState(applicationMoves, application.state),
      name: application.applicantName ?? applicant.name ?? applicant.email,
    },
    applicant: {
      userId: asId(applicant.id),
      email: applicant.email,
      name: applicant.name,
      locale: ownLocale,
    },
    letterLocale: readAnswers(application.answers).aboutYou?.preferredLanguage ?? ownLocale,
    heldBy,
  };
}
