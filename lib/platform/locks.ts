import { Prisma } from '@/prisma/generated/client';
import type { Platform, Tx } from './context';

/**
 * Takes the cohort's row for the rest of the transaction. Everything that counts within a cohort
 * (arrival numbers, places, ordinals, ranking, release) takes it once, late, before it checks.
 * "No key": whoever only adds a row that names the cohort, as a new draft does, need not wait for it.
 */
export async function lockCohort(tx: Tx, cohortId: string): Promise<void> {
  if (tx.platform.locks === 'off') return;
  await tx.prisma.$queryRaw`select id from cohort where id = ${cohortId}::uuid for no key update`;
}

/** The end of a `select` that takes the rows that it reads, for the rest of the transaction. */
export function andLock(tx: Tx): Prisma.Sql {
  return tx.platform.locks === 'off' ? Prisma.empty : Prisma.sql`for update`;
}

/** Takes one application's row: for edits that must not pass each other. Before the cohort's, when both are taken. */
export async function lockApplication(tx: Tx, applicationId: string): Promise<void> {
  if (tx.platform.locks === 'off') return;
  await tx.prisma
    .$queryRaw`select id from application where id = ${applicationId}::uuid for update`;
}

/**
 * The version of a row as PostgreSQL keeps it, as text, in a statement that reads a table by this name: another
 * after every write to the row. To be read beside what a decision rests on, for `andUnchanged`.
 */
export function rowVersion(table: string): Prisma.Sql {
  return Prisma.raw(`${table}.xmin::text`);
}

/**
 * The end of an `update` that is only made while its row is as it was read, by its version then: for what
 * nobody needs to wait for. Whoever meets another's write has changed nothing, and begins anew with the lock.
 */
export function andUnchanged({ locks }: Pick<Platform, 'locks'>, version: string): Prisma.Sql {
  return locks === 'off' ? Prisma.empty : Prisma.sql`and xmin::text = ${version}`;
}
