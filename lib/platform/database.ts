import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { Prisma, PrismaClient } from '@/prisma/generated/client';
import type { Refusal, Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform, Tx } from './context';

export type { Tx } from './context';

/** How long a request may wait for a connection, and a statement for its answer, in milliseconds. */
const acquisitionTimeout = 15_000;
const statementTimeout = 15_000;
const transactionTimeout = 20_000;

/**
 * The one pool of a server process: Prisma, the job queue and the rate limits share its connections. They speak
 * UTC whatever the server's own zone: Prisma writes and reads instants without their offset.
 */
export function openPool(connectionString: string, connections: number): Pool {
  return new Pool({
    connectionString,
    max: connections,
    connectionTimeoutMillis: acquisitionTimeout,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: transactionTimeout,
    application_name: 'opptak',
    options: '-c TimeZone=UTC',
  });
}

/** So many statements are kept ready in each connection; beyond them lie searches of many shapes. */
const preparedStatements = 500;

/**
 * Names for statements, one for each text: PostgreSQL parses and plans a named one once a connection and
 * not each time. A connection pooler between us must know prepared statements (PgBouncer from 1.21 does).
 */
function statementNames(): (query: { readonly sql: string }) => string {
  const unnamed = '';
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= preparedStatements) return unnamed;
    const name = `opptak_${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}

/**
 * Prisma reads two relations of one row side by side, also in a transaction, which has one connection: there
 * they follow each other, as the driver asks for.
 */
class InTurn extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => {
      const transaction = await start(isolation);
      let last: Promise<unknown> = Promise.resolve();
      const inTurn =
        <Query, Answer>(ask: (query: Query) => Promise<Answer>) =>
        (query: Query): Promise<Answer> => {
          const asked = last.then(() => ask(query));
          last = asked.catch(() => undefined);
          return asked;
        };
      transaction.queryRaw = inTurn(transaction.queryRaw.bind(transaction));
      transaction.executeRaw = inTurn(transaction.executeRaw.bind(transaction));
      return transaction;
    };
    return adapter;
  }
}

/** Prisma over the process's pool. */
export function openDatabase(pool: Pool): PrismaClient {
  return new PrismaClient({
    adapter: new InTurn(pool, { statementNameGenerator: statementNames() }),
    transactionOptions: { maxWait: acquisitionTimeout, timeout: transactionTimeout },
  });
}

class RolledBack extends Error {
  constructor(readonly result: Result<never>) {
    super('rolled back');
  }
}

/**
 * Runs `work` in one transaction. A value commits; a refusal rolls back and is returned as it is; an
 * exception rolls back and is thrown on. READ COMMITTED: what must not change meanwhile is locked.
 */
export async function inTransaction<T, R extends Refusal>(
  platform: Platform,
  work: (tx: Tx) => Promise<Result<T, R>>,
  options: { readonly timeout?: number } = {},
): Promise<Result<T, R>> {
  const after: (() => Promise<void>)[] = [];
  let result: Result<T, R>;
  try {
    result = await platform.db.$transaction(async (prisma) => {
      const tx: Tx = {
        prisma,
        platform,
        now: () => platform.clock.now(prisma),
        afterCommit: (act) => {
          after.push(act);
        },
      };
      const outcome = await work(tx);
      if (!outcome.ok) throw new RolledBack(outcome);
      return outcome;
    }, options);
  } catch (error) {
    if (error instanceof RolledBack) return error.result as Result<T, R>;
    throw error;
  }
  for (const act of after) {
    try {
      await act();
    } catch (error) {
      platform.log.error({ err: error }, 'work after a commit failed');
    }
  }
  return result;
}

/**
 * Several writes in one trip to the database, each a whole statement that reads nothing of the others: for
 * transactions that others wait for.
 */
export async function writeTogether(tx: Tx, writes: readonly Prisma.Sql[]): Promise<void> {
  const steps = writes.map(
    (write, at) => Prisma.sql`${Prisma.raw(`write_${at + 1}`)} as (${write})`,
  );
  await tx.prisma.$executeRaw`with ${Prisma.join(steps)} select`;
}

/**
 * Writes one row, and what is written only with it, in one statement and so all or nothing, outside any
 * transaction. `update` may find that its row is not as it was (`andUnchanged`): then nothing is written.
 *
 * @param others the whole statements that go with it, each under the condition that it is given.
 * @returns whether it was written.
 */
export async function writeIfUnchanged(
  { db }: Platform,
  update: Prisma.Sql,
  others: (isWritten: Prisma.Sql) => readonly Prisma.Sql[],
): Promise<boolean> {
  const writes = others(Prisma.sql`exists (select from written)`).map(
    (write, at) => Prisma.sql`, ${Prisma.raw(`write_${at + 1}`)} as (${write})`,
  );
  const further = writes.length === 0 ? Prisma.empty : Prisma.join(writes, '');
  const rows = await db.$executeRaw`
    with written as (${update} returning id)${further} select id from written`;
  return rows === 1;
}

/** A read outside any transaction, with the time by the deciding clock: for queries. */
export function readNow(platform: Platform): Promise<Instant> {
  return platform.clock.now(platform.db);
}
