import type { Prisma } from '@/prisma/generated/client';
import { applicationMoves, type ApplicationState } from '@/lib/application/rules/states';
import { isReference } from '@/lib/application/store';
import { asId, type ApplicationId, type CohortId, type UserId } from '@/lib/kernel/ids';
import { parseState } from '@/lib/kernel/state-machine';
import { fromDateColumn, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { cohortMoves, type CohortState } from '@/lib/programme/rules/cohort-states';
import { outcomes, type Outcome } from './rules/conclusion';

/** The database, in a transaction or not: reads are the same. */
type Reader = Prisma.TransactionClient;

/** The conclusion that stands. */
export interface StandingConclusion {
  readonly id: string;
  readonly outcome: Outcome;
  readonly reason: string;
  /** The officer's name, or address when no name is known. */
  readonly by: string;
  readonly at: Instant;
}

/** An application as the act of concluding reads it. */
export interface ConcludableApplication {
  readonly id: ApplicationId;
  readonly reference: string;
  readonly applicantId: UserId;
  readonly state: ApplicationState;
  readonly revision: number;
  readonly cohortId: CohortId;
  readonly cohortState: CohortState;
  readonly standing: StandingConclusion | null;
  readonly zone: string;
  /** The last days of what the applicant has been asked for and has not answered. */
  readonly openRequests: readonly LocalDate[];
  readonly answeredRequests: number;
}

/** Reads an outcome from a row. @throws when the row holds another word: a bug. */
export function parseOutcome(value: string): Outcome {
  const outcome = outcomes.find((each) => each === value);
  if (outcome === undefined) throw new Error(`Unknown outcome in a row: ${value}`);
  return outcome;
}

/** Where an application is and whose, by its reference: enough to take the locks. */
export async function findApplication(
  prisma: Reader,
  reference: string,
): Promise<{ id: ApplicationId; cohortId: CohortId; applicantId: UserId } | null> {
  if (!isReference(reference)) return null;
  const row = await prisma.application.findUnique({
    where: { reference },
    select: { id: true, cohortId: true, applicantId: true },
  });
  if (row === null) return null;
  return { id: asId(row.id), cohortId: asId(row.cohortId), applicantId: asId(row.applicantId) };
}

/** Read under the locks of the application and its cohort. @throws when there is no such row. */
export async function readConcludable(
  prisma: Reader,
  id: ApplicationId,
): Promise<ConcludableApplication> {
  const row = await prisma.application.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      reference: true,
      applicantId: true,
      state: true,
      cohort: { select: { id: true, state: true, zone: true } },
      requests: { select: { state: true, dueOn: true } },
      revisions: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
      conclusions: { where: { replacedAt: null }, take: 1 },
    },
  });
  const standing = row.conclusions[0];
  const officer =
    standing === undefined
      ? null
      : await prisma.user.findUnique({
          where: { id: standing.byId },
          select: { name: true, email: true },
        });
  return {
    id: asId(row.id),
    reference: row.reference,
    applicantId: asId(row.applicantId),
    state: parseState(applicationMoves, row.state),
    revision: row.revisions[0]?.number ?? 0,
    cohortId: asId(row.cohort.id),
    cohortState: parseState(cohortMoves, row.cohort.state),
    zone: row.cohort.zone,
    openRequests: row.requests
      .filter(({ state }) => state === 'open')
      .map(({ dueOn }) => fromDateColumn(dueOn)),
    answeredRequests: row.requests.filter(({ state }) => state === 'answered').length,
    standing:
      standing === undefined
        ? null
        : {
            id: standing.id,
            outcome: parseOutcome(standing.outcome),
            reason: standing.reason,
            by: officer?.name ?? officer?.email ?? '',
            at: standing.at,
          },
  };
}

/** Stores a conclusion in the place of the one that stood, which is kept, and the application's new state. */
export async function storeConclusion(
  tx: Tx,
  conclusion: {
    readonly applicationId: ApplicationId;
    readonly outcome: Outcome;
    readonly reason: string;
    readonly byId: UserId;
    readonly at: Instant;
  },
): Promise<void> {
  const { applicationId, outcome, reason, byId, at } = conclusion;
  await tx.prisma.conclusion.updateMany({
    where: { applicationId, replacedAt: null },
    data: { replacedAt: at },
  });
  await tx.prisma.conclusion.create({
    data: { id: newId(), applicationId, outcome, reason, byId, at },
  });
  await tx.prisma.application.update({
    where: { id: applicationId },
    data: { state: outcome, updatedAt: at },
  });
}
