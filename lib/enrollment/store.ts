import type { Prisma } from '@/prisma/generated/client';
import { readAnswers } from '@/lib/application/rules/answers';
import type { StructuredText } from '@/lib/kernel/document';
import {
  asId,
  type ApplicationId,
  type CohortId,
  type EnrollmentId,
  type OfferId,
} from '@/lib/kernel/ids';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';
import type { Money } from '@/lib/kernel/money';
import { parseState } from '@/lib/kernel/state-machine';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { enrollmentMoves, type EnrollmentState } from './rules/enrollment-states';
import type { Payer } from './rules/payer';
import type { FixedPrice } from './rules/price';
import { readSlipRecord } from './rules/slip-record';

/** The database, in a transaction or not: reads are the same. */
type Reader = Prisma.TransactionClient;

/** A slip as it was signed and stored. */
export interface StoredSlip {
  readonly version: string;
  readonly text: StructuredText;
  readonly sha256: string;
  readonly answersSha256: string;
  readonly signedName: string;
  readonly payer: Payer;
  readonly signedAt: Instant;
}

/** A binding enrollment with the slip that bound it. */
export interface StoredEnrollment {
  readonly id: EnrollmentId;
  readonly state: EnrollmentState;
  readonly ordinal: number;
  readonly price: Money;
  readonly earlyBird: boolean;
  readonly boundAt: Instant;
  readonly slip: StoredSlip;
}

const withSlip = { slip: true } as const satisfies Prisma.EnrollmentInclude;

type EnrollmentRow = Prisma.EnrollmentGetPayload<{ include: typeof withSlip }>;

/** The enrollment of an application, or null. */
export async function readEnrollment(
  prisma: Reader,
  applicationId: ApplicationId,
): Promise<StoredEnrollment | null> {
  const row = await prisma.enrollment.findUnique({ where: { applicationId }, include: withSlip });
  return row === null ? null : enrollmentOf(row);
}

/** The last ordinal that the cohort has handed out; 0 before the first. Decide on it under the cohort's lock. */
export async function readLastOrdinal(prisma: Reader, cohortId: CohortId): Promise<number> {
  const { lastEnrollmentOrdinal } = await prisma.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { lastEnrollmentOrdinal: true },
  });
  return lastEnrollmentOrdinal;
}

/** What of an application the slip starts from: the language of letters, and the employer it named. */
export interface ApplicantSide {
  readonly letterLocale: Locale;
  readonly employer: string;
  readonly organisationNumber: string;
}

export async function readApplicantSide(
  prisma: Reader,
  applicationId: ApplicationId,
): Promise<ApplicantSide> {
  const row = await prisma.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { answers: true, applicant: { select: { locale: true } } },
  });
  const { aboutYou, workplace } = readAnswers(row.answers);
  const own = isLocale(row.applicant.locale) ? row.applicant.locale : defaultLocale;
  return {
    letterLocale: aboutYou?.preferredLanguage ?? own,
    employer: workplace?.employer ?? '',
    organisationNumber: workplace?.organisationNumber ?? '',
  };
}

/** What is stored when a slip binds. */
export interface NewEnrollment {
  readonly cohortId: CohortId;
  readonly applicationId: ApplicationId;
  readonly offerId: OfferId;
  readonly fixed: FixedPrice;
  readonly boundAt: Instant;
  readonly slip: {
    readonly version: string;
    readonly locale: Locale;
    readonly content: string;
    readonly sha256: string;
    readonly answersSha256: string;
    readonly signedName: string;
    readonly payer: Payer;
    readonly signedAt: Instant;
  };
}

/** Hands out the ordinal and stores the enrollment with its slip. Under the cohort's lock. */
export async function insertEnrollment(tx: Tx, enrollment: NewEnrollment): Promise<EnrollmentId> {
  const { cohortId, applicationId, offerId, fixed, boundAt, slip } = enrollment;
  const id = newId<'Enrollment'>();
  await tx.prisma.cohort.update({
    where: { id: cohortId },
    data: { lastEnrollmentOrdinal: fixed.ordinal },
  });
  await tx.prisma.enrollment.create({
    data: {
      id,
      cohortId,
      applicationId,
      offerId,
      ordinal: fixed.ordinal,
      price: fixed.price.amount,
      currency: fixed.price.currency,
      earlyBird: fixed.earlyBird,
      boundAt,
      slip: {
        create: { ...slip, id: newId(), payer: slip.payer as unknown as Prisma.InputJsonValue },
      },
    },
  });
  return id;
}

function enrollmentOf(row: EnrollmentRow): StoredEnrollment {
  if (row.slip === null) throw new Error(`Enrollment ${row.id} has no slip.`);
  return {
    id: asId(row.id),
    state: parseState(enrollmentMoves, row.state),
    ordinal: row.ordinal,
    price: { amount: row.price, currency: 'NOK' },
    earlyBird: row.earlyBird,
    boundAt: row.boundAt,
    slip: {
      version: row.slip.version,
      text: readSlipRecord(row.slip.content),
      sha256: row.slip.sha256,
      answersSha256: row.slip.answersSha256,
      signedName: row.slip.signedName,
      payer: row.slip.payer as unknown as Payer,
      signedAt: row.slip.signedAt,
    },
  };
}
