import { Prisma } from '@/prisma/generated/client';
import { asId, type ApplicationId, type UserId } from '@/lib/kernel/ids';
import { parseState } from '@/lib/kernel/state-machine';
import { fromDateColumn, toDateColumn, type Instant, type LocalDate } from '@/lib/kernel/time';
import { dateInJson, jsonObject, type InJson } from '@/lib/platform/columns';
import type { Tx } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { documentOf, type StoredDocument } from './document-store';
import {
  requestKinds,
  requestMoves,
  type RequestKind,
  type RequestState,
} from './rules/information-request';

/** The database, in a transaction or not: reads are the same. */
type Reader = Prisma.TransactionClient;

/** Something that staff asked for, with what came of it. */
export interface StoredRequest {
  readonly id: string;
  /** 1, 2, 3 … within the application: its address. */
  readonly number: number;
  readonly asks: RequestKind;
  readonly question: string;
  /** The last day, whole, in the cohort's zone. */
  readonly dueOn: LocalDate;
  readonly state: RequestState;
  readonly requestedById: UserId;
  readonly requestedAt: Instant;
  /** When the applicant was reminded of the due day; null before, and for those who were not. */
  readonly remindedAt: Instant | null;
  /** What was answered; while it is open, what the applicant has written so far. */
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnReason: string | null;
  /** What has been uploaded for it and not removed, sent with an answer or waiting to be. */
  readonly documents: readonly StoredDocument[];
}

const withDocuments = {
  documents: {
    where: { removedAt: null },
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.InformationRequestInclude;

type RequestRow = Prisma.InformationRequestGetPayload<{ include: typeof withDocuments }>;

function requestOf(row: RequestRow): StoredRequest {
  return withItsDocuments(row, row.documents.map(documentOf));
}

function withItsDocuments(
  row: Omit<RequestRow, 'documents'>,
  documents: readonly StoredDocument[],
): StoredRequest {
  return {
    id: row.id,
    number: row.number,
    asks: requestKinds.find((kind) => kind === row.asks) ?? 'answer',
    question: row.question,
    dueOn: fromDateColumn(row.dueOn),
    state: parseState(requestMoves, row.state),
    requestedById: asId(row.requestedById),
    requestedAt: row.requestedAt,
    remindedAt: row.remindedAt,
    answer: row.answer,
    answeredAt: row.answeredAt,
    withdrawnAt: row.withdrawnAt,
    withdrawnReason: row.withdrawnReason,
    documents,
  };
}

/** A request's own row, in JSON, of the table `r`: for statements that read more than requests. */
export const requestInJson = jsonObject(Prisma.InformationRequestScalarFieldEnum, 'r');

export type RequestInJson = InJson<Omit<RequestRow, 'documents'>>;

/** Reads a request that came in JSON, with those of an application's documents that were uploaded for it. */
export function requestOfJson(
  row: RequestInJson,
  uploaded: readonly StoredDocument[],
): StoredRequest {
  return withItsDocuments(
    {
      ...row,
      dueOn: new Date(row.dueOn),
      requestedAt: new Date(row.requestedAt),
      remindedAt: dateInJson(row.remindedAt),
      answeredAt: dateInJson(row.answeredAt),
      withdrawnAt: dateInJson(row.withdrawnAt),
    },
    uploaded.filter(({ requestId }) => requestId === row.id),
  );
}

/** Everything that has been asked for in an application, the oldest first. */
export async function readRequests(
  prisma: Reader,
  applicationId: ApplicationId,
): Promise<StoredRequest[]> {
  const rows = await prisma.informationRequest.findMany({
    where: { applicationId },
    include: withDocuments,
    orderBy: { number: 'asc' },
  });
  return rows.map(requestOf);
}

/** One of them, by its number. */
export async function readRequest(
  prisma: Reader,
  applicationId: ApplicationId,
  number: number,
): Promise<StoredRequest | null> {
  if (!Number.isSafeInteger(number) || number < 1 || number > 100_000) return null;
  const row = await prisma.informationRequest.findUnique({
    where: { applicationId_number: { applicationId, number } },
    include: withDocuments,
  });
  return row === null ? null : requestOf(row);
}

/** The first due of what an applicant has been asked for and has not answered, by application. */
export async function readAwaited(
  prisma: Reader,
  applicantId: UserId,
): Promise<Map<ApplicationId, { readonly number: number; readonly dueOn: LocalDate }>> {
  const rows = await prisma.informationRequest.findMany({
    where: { state: 'open', application: { applicantId } },
    select: { applicationId: true, number: true, dueOn: true },
    orderBy: [{ dueOn: 'desc' }, { number: 'desc' }],
  });
  return new Map(
    rows.map(({ applicationId, number, dueOn }) => [
      asId<'Application'>(applicationId),
      { number, dueOn: fromDateColumn(dueOn) },
    ]),
  );
}

/** Open requests that are due between two days, both included, and that nobody has been reminded of; the first due first. */
export async function readUnremindedDue(
  prisma: Reader,
  { earliest, latest }: { readonly earliest: LocalDate; readonly latest: LocalDate },
): Promise<{ readonly applicationId: ApplicationId; readonly number: number }[]> {
  const rows = await prisma.informationRequest.findMany({
    where: {
      state: 'open',
      remindedAt: null,
      dueOn: { gte: toDateColumn(earliest), lte: toDateColumn(latest) },
    },
    select: { applicationId: true, number: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ applicationId, number }) => ({ applicationId: asId(applicationId), number }));
}

/** Only under the application's lock: it gets the next number of the application. */
export async function insertRequest(
  tx: Tx,
  request: {
    readonly applicationId: ApplicationId;
    readonly number: number;
    readonly asks: RequestKind;
    readonly question: string;
    readonly dueOn: LocalDate;
    readonly requestedById: UserId;
    readonly requestedAt: Instant;
  },
): Promise<string> {
  const id = newId();
  await tx.prisma.informationRequest.create({
    data: { ...request, id, dueOn: toDateColumn(request.dueOn) },
  });
  return id;
}

/** Keeps what has been written of an answer that is not sent. */
export async function storeTyped(tx: Tx, requestId: string, answer: string | null): Promise<void> {
  await tx.prisma.informationRequest.update({ where: { id: requestId }, data: { answer } });
}

/** Only under the application's lock, with the letter in the same transaction. */
export async function storeReminder(tx: Tx, requestId: string, remindedAt: Instant): Promise<void> {
  await tx.prisma.informationRequest.update({ where: { id: requestId }, data: { remindedAt } });
}

/** Only under the application's lock. */
export async function storeAnswer(
  tx: Tx,
  requestId: string,
  given: { readonly answer: string | null; readonly answeredAt: Instant },
): Promise<void> {
  await tx.prisma.informationRequest.update({
    where: { id: requestId },
    data: { state: 'answered', ...given },
  });
}

/** Only under the application's lock. */
export async function storeRequestWithdrawal(
  tx: Tx,
  requestId: string,
  withdrawn: { readonly withdrawnAt: Instant; readonly withdrawnReason: string },
): Promise<void> {
  await tx.prisma.informationRequest.update({
    where: { id: requestId },
    data: { state: 'withdrawn', ...withdrawn },
  });
}
