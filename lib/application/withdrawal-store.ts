import { Prisma } from '@/prisma/generated/client';
import { asId, type ApplicationId, type CohortId, type UserId } from '@/lib/kernel/ids';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { noAnswers } from './rules/answers';
import type { ApplicationState } from './rules/states';
import { answersJson, applicationOf, type StoredApplication } from './store';

/** The database, in a transaction or not: reads are the same. */
type Reader = Prisma.TransactionClient;

/** What the applicant has withdrawn or deleted of a cohort, and is not erased: what had arrived first, then the newest. */
export async function readWithdrawn(
  prisma: Reader,
  applicantId: UserId,
  cohortId: CohortId,
): Promise<StoredApplication[]> {
  const rows = await prisma.application.findMany({
    where: { applicantId, cohortId, state: 'withdrawn', erasedAt: null },
    orderBy: [{ receivedAt: { sort: 'desc', nulls: 'last' } }, { withdrawnAt: 'desc' }],
  });
  return rows.map(applicationOf);
}

/** The application is taken back; what it was is kept beside, for an undo. */
export async function storeWithdrawal(
  tx: Tx,
  applicationId: ApplicationId,
  from: ApplicationState,
  now: Instant,
): Promise<void> {
  await tx.prisma.application.update({
    where: { id: applicationId },
    data: { state: 'withdrawn', withdrawnFrom: from, withdrawnAt: now, updatedAt: now },
  });
}

/**
 * The withdrawal is taken back: the state that it came from, and nothing else. False when the applicant has
 * another live application to the cohort by now; the partial unique index decides, and the transaction
 * can then only be rolled back.
 */
export async function storeUndo(
  tx: Tx,
  applicationId: ApplicationId,
  to: ApplicationState,
  now: Instant,
): Promise<boolean> {
  try {
    await tx.prisma.application.update({
      where: { id: applicationId },
      data: { state: to, withdrawnFrom: null, withdrawnAt: null, updatedAt: now },
    });
    return true;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      return false;
    }
    throw error;
  }
}

/** Deleted drafts that have not been erased although their time to be given back is over, the oldest first. */
export async function readDraftsToErase(
  prisma: Reader,
  deletedBefore: Instant,
): Promise<ApplicationId[]> {
  const rows = await prisma.application.findMany({
    where: {
      state: 'withdrawn',
      withdrawnFrom: 'draft',
      erasedAt: null,
      withdrawnAt: { lt: deletedBefore },
    },
    select: { id: true },
    orderBy: { withdrawnAt: 'asc' },
  });
  return rows.map((row) => asId(row.id));
}

/** Nothing is left of what was written in a deleted draft. */
export async function storeErasure(
  tx: Tx,
  applicationId: ApplicationId,
  now: Instant,
): Promise<void> {
  await tx.prisma.application.update({
    where: { id: applicationId },
    data: {
      answers: answersJson(noAnswers),
      applicantName: null,
      categoryNumber: null,
      workplaceId: null,
      erasedAt: now,
      updatedAt: now,
    },
  });
}
