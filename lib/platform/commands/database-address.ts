import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runningDurablePostgres, startDurablePostgres } from '../embedded-postgres/start';

/** Reads `.env` beside package.json, if there is one; what the shell has set goes first. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** Where the embedded PostgreSQL keeps everything of its own. */
export function postgresFolder(): string {
  return join(process.env['DATA_DIR'] || '.data', 'postgres');
}

/**
 * Runs `work` on the installation's database: the one in DATABASE_URL, else the embedded one that
 * runs now, else the embedded one, started for the occasion and stopped afterwards.
 */
export async function withDatabase<T>(work: (connectionString: string) => Promise<T>): Promise<T> {
  const given = process.env['DATABASE_URL'] || runningDurablePostgres(postgresFolder());
  if (given) return work(given);
  const server = await startDurablePostgres(postgresFolder());
  try {
    return await work(server.connectionString('opptak'));
  } finally {
    await server.stop();
  }
}
