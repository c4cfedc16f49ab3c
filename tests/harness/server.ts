import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { runNode, typescript } from '@/lib/platform/commands/child';
import { databaseClock } from '@/lib/platform/clock';
import type { Platform } from '@/lib/platform/context';
import { freePort } from '@/lib/platform/embedded-postgres/free-port';
import { beforeDatabasesAreDropped, testDatabase } from './database';
import { platformOn } from './platform';
import { startWebProcess, type WebProcess } from './web-process';

export interface TestServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly connectionString: string;
  /** Where every letter that the server sends becomes an .eml file. */
  readonly mailFolder: string;
  /** The same database and documents, for use cases that set the stage. Its clock is the server's. */
  readonly platform: Platform;
  /** The process that holds the server's others. */
  pid(): number;
  /** Everything that the server has printed so far. */
  output(): string;
  /** While `work` goes on, the server cannot reach its database. */
  isWithoutDatabaseDuring(work: () => Promise<void>): Promise<void>;
  /** Whether that is so now. */
  isWithoutDatabase(): boolean;
  /** Stops the server and starts it again on the same data, with other variables or days. */
  restart(changes?: ServerOptions): Promise<void>;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** By how many days the server's clock is ahead of the machine's. */
  clockShiftDays?: number;
  env?: Record<string, string>;
}

const running = new Set<WebProcess>();

/**
 * A server of the calling file's own, on the built pages, an empty database, a mail folder and a
 * port of its own. Call it in `beforeAll`; it is stopped when the file has run.
 *
 * @param demo fill the database as the demo does
 */
export async function startServer({
  demo = false,
  ...first
}: ServerOptions & { demo?: boolean } = {}): Promise<TestServer> {
  const database = await testDatabase({ connections: 6 });
  const folder = mkdtempSync(join(tmpdir(), 'opptak-journey-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let options = first;
  let printed = '';
  let web: WebProcess | undefined;
  let isWithoutDatabase = false;

  const environment = (): NodeJS.ProcessEnv => ({
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: 'production',
    NEXT_DIST_DIR: inject('buildFolder'),
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: database.connectionString,
    DATABASE_POOL: '10',
    DATA_DIR: folder,
    AUTH_SECRET: 'only-for-tests-'.padEnd(40, 'x'),
    PORT: String(port),
    DEMO: 'on',
    LOG_LEVEL: 'warn',
    WEB_PROCESSES: '1',
    CLOCK_SHIFT_DAYS: String(options.clockShiftDays ?? 0),
    ...options.env,
  });
  const platform = await platformOn(database, {
    env: environment(),
    clock: () => databaseClock(options.clockShiftDays ?? 0),
  });

  async function start(): Promise<void> {
    const started = await startWebProcess('lib/platform/commands/web.ts', environment(), (more) => {
      printed += more;
    });
    web = started;
    running.add(started);
  }

  async function stop(): Promise<void> {
    const stopped = web;
    web = undefined;
    if (stopped === undefined) return;
    await stopped.stop();
    running.delete(stopped);
  }

  beforeDatabasesAreDropped(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });
  if (demo) {
    await runNode('Making the demo', typescript('prisma/seed.ts'), {
      env: { ...environment(), WORKER: 'off' },
    });
  }
  await start();
  return {
    url,
    connectionString: database.connectionString,
    mailFolder: join(folder, 'mail'),
    platform,
    pid: () => web?.pid ?? 0,
    output: () => printed,
    isWithoutDatabase: () => isWithoutDatabase,
    isWithoutDatabaseDuring: async (work) => {
      isWithoutDatabase = true;
      try {
        await database.isAwayDuring(work);
      } finally {
        isWithoutDatabase = false;
      }
    },
    restart: async (changes = {}) => {
      await stop();
      options = { ...options, ...changes, env: { ...options.env, ...changes.env } };
      await start();
    },
    stop,
  };
}

afterAll(async () => {
  await Promise.all([...running].map((web) => web.stop()));
});
