import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import { openDatabase, openPool } from '@/lib/platform/database';
import { addressOf, onServer } from '@/prisma/database-server';
import type { PrismaClient } from '@/prisma/generated/client';

export interface TestDatabase {
  readonly connectionString: string;
  readonly prisma: PrismaClient;
  /** The connections under `prisma`, for plain SQL. */
  readonly pool: pg.Pool;
  /** While `work` goes on, the database lets nobody in, and whoever was in it is thrown out. */
  isAwayDuring<T>(work: () => Promise<T>): Promise<T>;
}

const opened: (TestDatabase & { name: string })[] = [];
const beforeDropping: (() => Promise<void>)[] = [];

/**
 * A migrated, empty database for the calling test file: call it in `beforeAll` (or at the top of
 * the file). It is dropped when the file has run.
 *
 * @param connections that may be open at once; races want more than the default.
 */
export async function testDatabase({ connections = 8 } = {}): Promise<TestDatabase> {
  const { connectionString, name } = await cloneTemplate();
  const pool = openPool(connectionString, connections);
  // A connection that rests and is cut off is not used again.
  pool.on('error', () => undefined);
  const prisma = openDatabase(pool);
  const database = {
    connectionString,
    prisma,
    pool,
    isAwayDuring: <T>(work: () => Promise<T>) => awayDuring(name, work),
  };
  opened.push({ ...database, name });
  return database;
}

async function awayDuring<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { maintenance } = inject('postgres');
  await onServer(maintenance, `ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  try {
    await onServer(
      maintenance,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    );
    return await work();
  } finally {
    await onServer(maintenance, `ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
  }
}

/** Work for the end of the file that still needs the database. */
export function beforeDatabasesAreDropped(work: () => Promise<void>): void {
  beforeDropping.push(work);
}

/** A clone without a client, for a server of its own. Whoever makes it drops it. */
async function cloneTemplate(): Promise<{ connectionString: string; name: string }> {
  const { maintenance, template } = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const source = new URL(template).pathname.slice(1);
  await onServer(maintenance, `CREATE DATABASE "${name}" TEMPLATE "${source}"`);
  return { connectionString: addressOf(maintenance, name), name };
}

/** An empty database without any table, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<{ connectionString: string; name: string }> {
  const { maintenance } = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(maintenance, `CREATE DATABASE "${name}"`);
  return { connectionString: addressOf(maintenance, name), name };
}

/**
 * Drops a database once its connections have gone: `pool.end()` answers before the server has
 * noticed, and a connection that is cut off then would be an error of nobody's test.
 */
export async function dropDatabase(name: string): Promise<void> {
  const { maintenance } = inject('postgres');
  for (let tries = 0; tries < 40; tries += 1) {
    try {
      await onServer(maintenance, `DROP DATABASE "${name}"`);
      return;
    } catch (error) {
      if ((error as { code?: unknown }).code !== '55006') throw error;
      await sleep(50);
    }
  }
  await onServer(maintenance, `DROP DATABASE "${name}" WITH (FORCE)`);
}

afterAll(async () => {
  for (const work of beforeDropping.splice(0)) await work();
  for (const { name, prisma, pool } of opened.splice(0)) {
    await prisma.$disconnect();
    await pool.end();
    await dropDatabase(name);
  }
});
