import { isDeepStrictEqual } from 'node:util';
import type { Prisma } from '@/prisma/generated/client';
import type { ApplicationId, CohortId, UserId, WorkplaceId } from '@/lib/kernel/ids';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { readAnswers, type Answers } from './rules/answers';
import { answersJson, insertRevision, type StoredApplication } from './store';

export interface RegisteredApplication {
  readonly id: ApplicationId;
  readonly reference: string;
  readonly cohortId: CohortId;
  readonly applicantId: UserId;
  readonly answers: Answers;
  readonly workplaceId: WorkplaceId;
  /** When it came. */
  readonly receivedAt: Instant;
  readonly arrivalNumber: number;
  /** When it was written in, and by whom. */
  readonly registeredAt: Instant;
  readonly registeredById: UserId;
}

/**
 * Makes an application that has arrived already, with its first revision, and the cohort counts on.
 * Only under the cohort's lock (rule 3). Answers whether it was made: not when the applicant has a live
 * one to the cohort (rule 4, by the partial unique index).
 */
export async function insertRegistered(tx: Tx, given: RegisteredApplication): Promise<boolean> {
  const { id, answers, cohortId, arrivalNumber, registeredAt, registeredById } = given;
  const { count } = await tx.prisma.application.createMany({
    data: [
      {
        id,
        reference: given.reference,
        cohortId,
        applicantId: given.applicantId,
        state: 'submitted',
        answers: answersJson(answers),
        applicantName: answers.aboutYou?.name ?? null,
        categoryNumber: answers.category?.categoryNumber ?? null,
        workplaceId: given.workplaceId,
        createdAt: registeredAt,
        updatedAt: registeredAt,
        receivedAt: given.receivedAt,
        arrivalNumber,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await tx.prisma.cohort.update({
    where: { id: cohortId },
    data: { lastArrivalNumber: arrivalNumber },
  });
  await insertRevision(tx, {
    applicationId: id,
    number: 1,
    answers,
    at: registeredAt,
    byId: registeredById,
  });
  return true;
}

/** Whether an application was registered by staff from these very answers and this very paper. */
export async function isSameRegistration(
  prisma: Prisma.TransactionClient,
  application: StoredApplication,
  given: { readonly answers: Answers; readonly receivedAt: Instant; readonly sha256: string },
): Promise<boolean> {
  if (application.receivedAt?.getTime() !== given.receivedAt.getTime()) return false;
  const first = await prisma.applicationRevision.findFirst({
    where: { applicationId: application.id, number: 1, byId: { not: application.applicantId } },
  });
  if (first === null || !isDeepStrictEqual(readAnswers(first.answers), given.answers)) return false;
  const { id: applicationId } = application;
  const papers = { applicationId, sha256: given.sha256, documents: 'other' };
  return (await prisma.supportingDocument.count({ where: papers })) > 0;
}
