import type { Prisma } from '@/prisma/generated/client';
import { asId, type CohortId, type UserId } from '@/lib/kernel/ids';
import { fromDateColumn, toDateColumn, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import type { Tx } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { cohortFactsOf, selectCohorts, type CohortRow } from '@/lib/programme/row-store';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
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

/** A cohort's facts as they hold for one person, at a moment. */
export interface OwnCohort {
  readonly cohort: CohortFacts & { readonly extendedUntil: LocalDate | null };
  /** The moment of reading, by the clock that decides. */
  readonly now: Instant;
}

/**
 * A cohort with the person's own deadline and the time, in one statement: every save and every page of the
 * dialogue begins with these three. Null when there is no such cohort.
 */
export async function readOwnCohort(
  { platform, prisma }: { readonly platform: Platform; readonly prisma: Reader },
  cohortId: CohortId,
  applicantId: UserId,
): Promise<OwnCohort | null> {
  type Row = CohortRow & { readonly extendedUntil: LocalDate | null; readonly now: Date };
  const [row] = await prisma.$queryRaw<Row[]>`
    select c.*, e.until::text as "extendedUntil",
      date_trunc('milliseconds', clock_timestamp()) as now
    from (${selectCohorts} where c.id = ${cohortId}::uuid) c
    left join deadline_extension e
      on e.cohort_id = ${cohortId}::uuid and e.applicant_id = ${applicantId}::uuid and e.withdrawn_at is null`;
  if (row === undefined) return null;
  return {
    cohort: { ...cohortFactsOf(row), extendedUntil: row.extendedUntil },
    now: platform.clock.of(row.now),
  };
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
