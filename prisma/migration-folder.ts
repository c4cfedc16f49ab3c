import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DiffTarget, MigrationList } from '@prisma/schema-engine-wasm';

const here = dirname(fileURLToPath(import.meta.url));
const schemaFile = join(here, 'schema.prisma');
export const migrationsFolder = join(here, 'migrations');

/** A migration as it lies in the folder. */
interface LocalMigration {
  name: string;
  sql: string;
}

/** The migrations in the order in which they are applied. */
export function localMigrations(): LocalMigration[] {
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

/** As Prisma takes it of `migration.sql`, in hexadecimal. */
export const checksumOf = (sql: string) => createHash('sha256').update(sql).digest('hex');

/** The schema as the engine is given it: its path, and its text. */
export function schemaFiles(): [string, string][] {
  return [[schemaFile, readFileSync(schemaFile, 'utf8')]];
}

/** What the schema says. */
export function schemaTarget(): DiffTarget {
  return {
    tag: 'schemaDatamodel',
    files: schemaFiles().map(([path, content]) => ({ path, content })),
  };
}

/** What the migrations make, all together. */
export const migrationsTarget = (): DiffTarget => ({ tag: 'migrations', ...migrationList() });

/** The folder as the engine is given it. */
export function migrationList(): MigrationList {
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
