import { Prisma } from '@/prisma/generated/client';
import {
  asId,
  type ApplicationId,
  type CohortId,
  type UserId,
  type WorkplaceId,
} from '@/lib/kernel/ids';
import { parseState } from '@/lib/kernel/state-machine';
import type { Instant } from '@/lib/kernel/time';
import { columns } from '@/lib/platform/columns';
import type { Tx } from '@/lib/platform/database';
import { newId, newReference } from '@/lib/platform/ids';
import { andLock } from '@/lib/platform/locks';
import { noAnswers, readAnswers, type Answers } from './rules/answers';
import { applicationMoves, type ApplicationState } from './rules/states';

/** The database, in a transaction or not: reads are the same. */
type Reader = Prisma.TransactionClient;

/** An application's row, with the words of the glossary for its types. */
export interface StoredApplication {
  readonly id: ApplicationId;
  readonly reference: string;
  readonly cohortId: CohortId;
  readonly applicantId: UserId;
  readonly state: ApplicationState;
  readonly answers: Answers;
  readonly workplaceId: WorkplaceId | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly receivedAt: Instant | null;
  readonly arrivalNumber: number | null;
  readonly withdrawnAt: Instant | null;
  /** What it was before it was withdrawn; null unless it is withdrawn. */
  readonly withdrawnFrom: ApplicationState | null;
  /** When a deleted draft's answers and documents were erased. */
  readonly erasedAt: Instant | null;
}

export type ApplicationRow = Prisma.ApplicationGetPayload<object>;

/** All columns of an application's row under their names in `ApplicationRow`, for statements of our own. */
export const applicationColumns = columns(Prisma.ApplicationScalarFieldEnum);

/** Reads a row; the JSON column is ours alone, so its shape is that of `Answers`. */
export function applicationOf(row: ApplicationRow): StoredApplication {
  return {
    id: asId(row.id),
    reference: row.reference,
    cohortId: asId(row.cohortId),
    applicantId: asId(row.applicantId),
    state: parseState(applicationMoves, row.state),
    answers: readAnswers(row.answers),
    workplaceId: row.workplaceId === null ? null : asId(row.workplaceId),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    receivedAt: row.receivedAt,
    arrivalNumber: row.arrivalNumber,
    withdrawnAt: row.withdrawnAt,
    withdrawnFrom:
      row.withdrawnFrom === null ? null : parseState(applicationMoves, row.withdrawnFrom),
    erasedAt: row.erasedAt,
  };
}

/** Whether a word of an address could be a reference at all; anything else never reaches the database. */
export function isReference(text: string): boolean {
  return /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/.test(text);
}

/** The applicant's own application by its reference; null for another's, and for none. */
export async function readOwnApplication(
  prisma: Reader,
  applicantId: UserId,
  reference: string,
): Promise<StoredApplication | null> {
  if (!isReference(reference)) return null;
  const row = await prisma.application.findFirst({ where: { reference, applicantId } });
  return row === null ? null : applicationOf(row);
}

/** The same, with its row locked for the rest of the transaction. */
export async function lockOwnApplication(
  tx: Tx,
  applicantId: UserId,
  reference: string,
): Promise<StoredApplication | null> {
  if (!isReference(reference)) return null;
  return lockOne(tx, Prisma.sql`reference = ${reference} and applicant_id = ${applicantId}::uuid`);
}

/** Anybody's application by its reference, with its row locked for the rest of the transaction. */
export async function lockApplicationByReference(
  tx: Tx,
  reference: string,
): Promise<StoredApplication | null> {
  if (!isReference(reference)) return null;
  return lockOne(tx, Prisma.sql`reference = ${reference}`);
}

/** One application by its id, its row locked for the rest of the transaction. */
export async function lockApplicationRow(
  tx: Tx,
  applicationId: ApplicationId,
): Promise<StoredApplication | null> {
  return lockOne(tx, Prisma.sql`id = ${applicationId}::uuid`);
}

/**
 * Takes a row and reads it in one statement: what somebody waits for at every save. Whoever has to wait
 * for the lock gets the row as it is afterwards, since READ COMMITTED then reads it anew.
 */
async function lockOne(tx: Tx, which: Prisma.Sql): Promise<StoredApplication | null> {
  const [row] = await tx.prisma.$queryRaw<ApplicationRow[]>`
    select ${applicationColumns} from application where ${which} ${andLock(tx)}`;
  return row === undefined ? null : applicationOf(row);
}

/** The applicant's one application to a cohort that is not withdrawn (rule 4). */
export async function readLiveApplication(
  prisma: Reader,
  applicantId: UserId,
  cohortId: CohortId,
): Promise<StoredApplication | null> {
  const row = await prisma.application.findFirst({
    where: { applicantId, cohortId, state: { not: 'withdrawn' } },
  });
  return row === null ? null : applicationOf(row);
}

/**
 * Makes an empty draft, unless the applicant has a live application to the cohort: the partial unique
 * index decides, also between two requests at once. Answers whether it was made.
 */
export async function insertDraft(
  tx: Tx,
  applicantId: UserId,
  cohortId: CohortId,
  now: Instant,
): Promise<boolean> {
  const { count } = await tx.prisma.application.createMany({
    data: [
      {
        id: newId<'Application'>(),
        reference: newReference(),
        cohortId,
        applicantId,
        answers: answersJson(noAnswers),
        createdAt: now,
        updatedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

/**
 * The statement that writes the answers, and beside them what staff filter and sort by; for `writeTogether`, and
 * with `andUnchanged` for `writeIfUnchanged`.
 */
export function answersUpdate(
  application: Pick<StoredApplication, 'id'>,
  answers: Answers,
  now: Instant,
  workplaceId: WorkplaceId | null,
  unchanged = Prisma.empty,
): Prisma.Sql {
  const name = answers.aboutYou?.name ?? '';
  return Prisma.sql`
    update application set answers = ${JSON.stringify(answers)}::jsonb,
      applicant_name = ${name === '' ? null : name},
      category_number = ${answers.category?.categoryNumber ?? null}::int,
      workplace_id = ${workplaceId}::uuid, updated_at = ${now}
    where id = ${application.id}::uuid ${unchanged}`;
}

/** The number of the newest revision; 0 before the first. */
export async function lastRevision(prisma: Reader, applicationId: ApplicationId): Promise<number> {
  const { _max } = await prisma.applicationRevision.aggregate({
    where: { applicationId },
    _max: { number: true },
  });
  return _max.number ?? 0;
}

/** Keeps the answers as they now stand: revision 1 on submission, the next for every later change. */
export async function insertRevision(
  tx: Tx,
  revision: {
    readonly applicationId: ApplicationId;
    readonly number: number;
    readonly answers: Answers;
    readonly at: Instant;
    readonly byId: UserId;
  },
): Promise<void> {
  const { answers, ...row } = revision;
  await tx.prisma.applicationRevision.create({
    data: { ...row, id: newId(), answers: answersJson(answers) },
  });
}

/** An applicant's account: letters go to its address. */
export async function readApplicant(
  prisma: Reader,
  applicantId: UserId,
): Promise<{ readonly email: string; readonly locale: string }> {
  return prisma.user.findUniqueOrThrow({
    where: { id: applicantId },
    select: { email: true, locale: true },
  });
}

/** Answers as the JSON column takes them. */
export function answersJson(answers: Answers): Prisma.InputJsonValue {
  return answers as unknown as Prisma.InputJsonValue;
}
