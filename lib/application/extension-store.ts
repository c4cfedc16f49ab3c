import type { Prisma } from '@/prisma/generated/client';
import { asId, type CohortId, type UserId } from '@/lib/kernel/ids';
import { fromDateColumn, toDateColumn, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { receivedStates } from './rules/states';

type Reader = Prisma.TransactionClient;

/** One person's own deadline, with why and by whom. */
export interface StoredExtension {
  readonly id: string;
  readonly applicantId: UserId;
  readonly until: LocalDate;
  readonly reason: string;
}

/** The extension that stands for a person and cohort; null when the common deadline holds. */
export async function readExtension(
  prisma: Reader,
  applicantId: UserId,
  cohortId: CohortId,
): Promise<StoredExtension | null> {
  const row = await prisma.deadlineExtension.findFirst({
    where: { applicantId, cohortId, withdrawnAt: null },
  });
  if (row === null) return null;
  const { id, until, reason } = row;
  return { id, applicantId: asId(row.applicantId), until: fromDateColumn(until), reason };
}

/** A cohort's facts as they hold for one person: what every check of the window asks for. */
export async function forApplicant<Facts extends { readonly id: CohortId }>(
  prisma: Reader,
  cohort: Facts,
  applicantId: UserId,
): Promise<Facts & { readonly extendedUntil: LocalDate | null }> {
  const extension = await readExtension(prisma, applicantId, cohort.id);
  return { ...cohort, extendedUntil: extension?.until ?? null };
}

/**
 * The last day on which somebody with an extension, from whom nothing has arrived, can still send an
 * application; null when there is nobody to wait for.
 */
export async function readLastExtendedDay(
  prisma: Reader,
  cohortId: CohortId,
): Promise<LocalDate | null> {
  const row = await prisma.deadlineExtension.findFirst({
    where: {
      cohortId,
      withdrawnAt: null,
      applicant: { applications: { none: { cohortId, state: { in: receivedStates } } } },
    },
    orderBy: { until: 'desc' },
  });
  return row === null ? null : fromDateColumn(row.until);
}

/** Only under the cohort's lock: the one that stood steps back, the new one stands. */
export async function storeExtension(
  tx: Tx,
  extension: {
    readonly cohortId: CohortId;
    readonly applicantId: UserId;
    readonly until: LocalDate;
    readonly reason: string;
    readonly grantedById: UserId;
    readonly grantedAt: Instant;
  },
): Promise<string> {
  const { cohortId, applicantId, grantedAt } = extension;
  await tx.prisma.deadlineExtension.updateMany({
    where: { cohortId, applicantId, withdrawnAt: null },
    data: { withdrawnAt: grantedAt },
  });
  const id = newId<'DeadlineExtension'>();
  await tx.prisma.deadlineExtension.create({
    data: { ...extension, id, until: toDateColumn(extension.until) },
  });
  return id;
}
