import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { messageOf, MigrationFailure } from './migration-failure';
import {
  migrationList,
  migrationsFolder,
  migrationsTarget,
  schemaFiles,
  schemaTarget,
} from './migration-folder';
import { isCurrent, readHistory, refuseUnsound } from './migration-history';
import { withEngine } from './schema-engine';

/**
 * Prisma Migrate without Prisma's downloaded binary: the same engine as WebAssembly, the same
 * folder, the same `_prisma_migrations` table, so stock `prisma migrate deploy` can take over.
 */

const noFilters = { externalTables: [], externalEnums: [] };

/** Any number will do, as long as every Opptak process that migrates uses the same. */
const advisoryLock = 4_127_180_031;

/**
 * Applies the migrations that the database does not have yet, and returns their names. Safe when
 * several processes start at once: the later ones wait, then find nothing to do.
 *
 * @throws MigrationFailure when the database does not answer, when an earlier migration was left
 * half-done or edited after it was applied, or when the database is newer than this code.
 */
export async function deployMigrations(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 15_000 });
  try {
    await client.connect();
  } catch (cause) {
    throw unreachable(connectionString, cause);
  }
  try {
    if (isCurrent(await readHistory(client))) return [];
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
    const history = await readHistory(client);
    refuseUnsound(history);
    if (isCurrent(history)) return [];
    return await withEngine(connectionString, undefined, async (engine) => {
      try {
        const { appliedMigrationNames } = await engine.applyMigrations({
          migrationsList: migrationList(),
          filters: noFilters,
        });
        return appliedMigrationNames;
      } catch (cause) {
        throw new MigrationFailure(
          `A migration failed, and the database waits half-way: ${messageOf(cause)}\nPut the cause right. If the failed migration changed nothing, delete its row from "_prisma_migrations" and start again; otherwise restore the backup taken before the update.`,
          { cause },
        );
      }
    });
  } finally {
    // Ending the session lets go of the advisory lock.
    await client.end();
  }
}

/**
 * Writes `prisma/migrations/<time>_<name>/migration.sql` with what the schema has and the
 * migrations do not; returns the file, or nothing when they agree. SQL that Prisma has no word for
 * (triggers, checks, partial indexes) is appended to the file by hand.
 *
 * @param connectionString a server where a shadow database may be made and dropped.
 */
export async function writeMigration(
  name: string,
  connectionString: string,
  now: Date,
): Promise<string | undefined> {
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) {
    throw new MigrationFailure(
      `"${name}" is no name for a migration. Use small letters, digits and underscores: npm run db:migration -- add_waiting_list`,
    );
  }
  const script = await diff(connectionString, migrationsTarget(), schemaTarget());
  if (script === '') return undefined;
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'migration.sql');
  writeFileSync(file, `${script}\n`);
  return file;
}

/** SQL that would turn what the migrations make into what the schema says, and the way back. */
export async function driftBetweenMigrationsAndSchema(
  connectionString: string,
): Promise<{ missing: string; superfluous: string }> {
  return {
    missing: await diff(connectionString, migrationsTarget(), schemaTarget()),
    superfluous: await diff(connectionString, schemaTarget(), migrationsTarget()),
  };
}

async function diff(connectionString: string, from: DiffTarget, to: DiffTarget): Promise<string> {
  return withEngine(connectionString, schemaFiles(), async (engine) => {
    const { stdout } = await engine.diff({
      from,
      to,
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    const script = (stdout ?? '').trim();
    return script === '-- This is an empty migration.' ? '' : script;
  });
}

function unreachable(connectionString: string, cause: unknown): MigrationFailure {
  let where = 'the address in DATABASE_URL';
  try {
    const url = new URL(connectionString);
    where = `${url.hostname}${url.port ? `:${url.port}` : ''}, database "${url.pathname.slice(1)}"`;
  } catch {
    // Not a URL: the sentence below still tells where to look.
  }
  return new MigrationFailure(
    `PostgreSQL does not let us in at ${where}: ${messageOf(cause)}. See that the server runs, that the database exists, and that DATABASE_URL names them with the right user and password.`,
    { cause },
  );
}
