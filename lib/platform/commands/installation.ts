import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** The secret that seals sessions and links; made at the first start and kept beside the database. */
export function authSecret(dataFolder: string): string {
  const file = join(dataFolder, 'auth-secret');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/** Whether nobody and nothing has been put into the database yet. */
export async function isEmpty(connectionString: string): Promise<boolean> {
  const [row] = await read<{ empty: boolean }>(
    connectionString,
    `SELECT NOT EXISTS (SELECT FROM user_account) AND NOT EXISTS (SELECT FROM programme) AS empty`,
  );
  return row?.empty ?? true;
}

/** The staff of the installation, each with a role: whom one can sign in as, in the demo. */
export async function staff(
  connectionString: string,
): Promise<{ role: string; email: string; name: string | null }[]> {
  return read(
    connectionString,
    `SELECT role, email, name FROM role_grant JOIN user_account ON user_account.id = user_id
      WHERE revoked_at IS NULL
      ORDER BY array_position(ARRAY['admin', 'officer', 'assessor', 'finance', 'reader'], role), email`,
  );
}

/** Takes everything out of the database, tables too. */
export async function emptyDatabase(connectionString: string): Promise<void> {
  await read(
    connectionString,
    `DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;`,
  );
}

/** How many connections other Opptak processes have to the database now. */
export async function connectionsInUse(connectionString: string): Promise<number> {
  const [row] = await read<{ count: number }>(
    connectionString,
    `SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'opptak'`,
  );
  return row?.count ?? 0;
}

async function read<Row extends pg.QueryResultRow>(
  connectionString: string,
  query: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 15_000 });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Remembers that a database holds the demo, and whether its seeding came to an end. Kept outside the
 * database and bound to its address, so that no other database is ever taken for a demo.
 */
export class DemoMark {
  readonly #file: string;
  readonly #database: string;

  constructor(dataFolder: string, databaseUrl: string | undefined) {
    this.#file = join(dataFolder, 'demo');
    this.#database = databaseUrl
      ? createHash('sha256').update(withoutPassword(databaseUrl)).digest('hex')
      : 'embedded';
  }

  get state(): 'none' | 'begun' | 'done' {
    if (!existsSync(this.#file)) return 'none';
    const [database, state] = readFileSync(this.#file, 'utf8').trim().split(' ');
    if (database !== this.#database) return 'none';
    return state === 'done' ? 'done' : 'begun';
  }

  set(state: 'begun' | 'done'): void {
    writeFileSync(this.#file, `${this.#database} ${state}\n`);
  }

  remove(): void {
    rmSync(this.#file, { force: true });
  }
}

function withoutPassword(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname}:${port || '5432'}${pathname}`;
}
