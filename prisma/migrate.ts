import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { DiffTarget, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { engineAdapter } from './engine-adapter';

/**
 * Prisma Migrate without Prisma's downloaded binary: the same engine as WebAssembly, the same
 * folder, the same `_prisma_migrations` table, so stock `prisma migrate deploy` can take over.
 */
const here = dirname(fileURLToPath(import.meta.url));
const schemaFile = join(here, 'schema.prisma');
const migrationsFolder = join(here, 'migrations');
const noFilters = { externalTables: [], externalEnums: [] };

/** Any number will do, as long as every Opptak process that migrates uses the same. */
const advisoryLock = 4_127_180_031;

/** The database could not be brought up to date; the message says why and what to do. */
export class MigrationFailure extends Error {
  override name = 'MigrationFailure';
}

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

interface AppliedMigration {
  name: string;
  checksum: string;
  finished: boolean;
  rolledBack: boolean;
}

async function readHistory(client: {
  query(sql: string): Promise<{ rows: unknown[] }>;
}): Promise<AppliedMigration[]> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`);
  if (!(table.rows[0] as { found: boolean }).found) return [];
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished,
            rolled_back_at IS NOT NULL AS "rolledBack"
       FROM _prisma_migrations ORDER BY started_at`,
  );
  return rows as AppliedMigration[];
}

const isApplied = (row: AppliedMigration) => row.finished && !row.rolledBack;

interface LocalMigration {
  name: string;
  sql: string;
}

function localMigrations(): LocalMigration[] {
  if (!existsSync(migrationsFolder)) return [];
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({
      name,
      sql: readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8'),
    }));
}

const checksumOf = (sql: string) => createHash('sha256').update(sql).digest('hex');

function isCurrent(history: AppliedMigration[]): boolean {
  const local = localMigrations();
  const applied = new Map(history.filter(isApplied).map((row) => [row.name, row.checksum]));
  return (
    history.every((row) => row.finished || row.rolledBack) &&
    applied.size === local.length &&
    local.every(({ name, sql }) => applied.get(name) === checksumOf(sql))
  );
}

function refuseUnsound(history: AppliedMigration[]): void {
  const failed = history.find((row) => !row.finished && !row.rolledBack);
  if (failed) {
    throw new MigrationFailure(
      `The migration ${failed.name} was begun in this database and never finished. Look in "_prisma_migrations" for its logs. If it changed nothing, delete its row and start again; otherwise restore the backup taken before the update.`,
    );
  }
  const local = new Map(localMigrations().map(({ name, sql }) => [name, checksumOf(sql)]));
  for (const row of history.filter(isApplied)) {
    const checksum = local.get(row.name);
    if (checksum === undefined) {
      throw new MigrationFailure(
        `The database has had the migration ${row.name}, which this version of Opptak does not know. Start the newer version that made it, or use another database.`,
      );
    }
    if (checksum !== row.checksum) {
      throw new MigrationFailure(
        `The migration ${row.name} was changed after this database had it. Put the file back as it was, and write the change as a new migration (npm run db:migration -- name).`,
      );
    }
  }
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

function schemaFiles(): [string, string][] {
  return [[schemaFile, readFileSync(schemaFile, 'utf8')]];
}

function schemaTarget(): DiffTarget {
  return {
    tag: 'schemaDatamodel',
    files: schemaFiles().map(([path, content]) => ({ path, content })),
  };
}

const migrationsTarget = (): DiffTarget => ({ tag: 'migrations', ...migrationList() });

function migrationList(): MigrationList {
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: localMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

async function withEngine<T>(
  connectionString: string,
  datamodels: [string, string][] | undefined,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const Engine = await loadEngine();
  const adapter = engineAdapter(connectionString);
  const engine = await Engine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter.factory),
  );
  try {
    return await use(engine);
  } catch (error) {
    if (error instanceof MigrationFailure) throw error;
    throw new MigrationFailure(`The schema could not be compared: ${messageOf(error)}`, {
      cause: error,
    });
  } finally {
    engine.free();
    await adapter.close();
  }
}

let loaded: Promise<typeof SchemaEngine> | undefined;

function loadEngine(): Promise<typeof SchemaEngine> {
  loaded ??= (async () => {
    const require = createRequire(import.meta.url);
    const folder = dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
    const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': withIdleTimers(engineModule),
    });
    engineModule.__wbg_set_wasm(instance.exports);
    (instance.exports['__wbindgen_start'] as () => void)();
    return engineModule.SchemaEngine;
  })();
  return loaded;
}

/** The engine never clears its ten seconds' wait for a lock; that wait must not hold up our exit. */
function withIdleTimers(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const name = Object.keys(imports).find((key) => key.startsWith('__wbg_setTimeout'));
  if (name === undefined) return imports;
  const setIdleTimer = (act: () => void, milliseconds: number) =>
    setTimeout(act, milliseconds).unref();
  return { ...imports, [name]: setIdleTimer };
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

function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.map(messageOf).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
