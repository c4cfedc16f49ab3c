import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale, isBuilt } from '@/lib/platform/commands/build';
import { freePort } from '@/lib/platform/embedded-postgres/free-port';
import { readPostmaster } from '@/lib/platform/embedded-postgres/postmaster';
import { startDurablePostgres } from '@/lib/platform/embedded-postgres/start';
import { parseEnv } from '@/lib/platform/env';
import { openPlatform, type OpenPlatform } from '@/lib/platform/open-platform';
import { deployMigrations } from '@/prisma/migrate';
import { startWebProcess } from '../harness/web-process';
import { startGenerator, type Generator } from './load/start-generator';
import { poolSize } from './pool-size';

/** A server that is measured. */
export interface MeasuredServer {
  readonly pid: number;
  readonly origin: string;
}

/** What a bench stands on: everything is real, and gone when it is over. */
export interface Surroundings {
  readonly connectionString: string;
  readonly postgresPid: number;
  /** For use cases that set the stage. */
  readonly open: OpenPlatform;
  readonly ours: MeasuredServer;
  readonly generator: Generator;
  /** Another server to measure ours against, with the same environment. */
  startServer(program: string): Promise<MeasuredServer>;
}

/**
 * Runs `work` on an embedded PostgreSQL with the settings of `npm start` (every commit is on disk before
 * it is answered), the production build behind our own server, and a load generator beside them.
 */
export async function withSurroundings(work: (on: Surroundings) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'opptak-bench-'));
  // The database's own user walks through it.
  chmodSync(folder, 0o755);
  const clearing: (() => unknown)[] = [
    () => {
      rmSync(folder, { recursive: true, force: true });
    },
  ];
  const clear = async () => {
    for (const act of clearing.splice(0).reverse()) await act();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void clear().then(() => process.exit(1)));
  }
  try {
    const buildFolder = await builtPages();
    const databaseFolder = join(folder, 'postgres');
    const postgres = await startDurablePostgres(databaseFolder);
    clearing.push(() => postgres.stop());
    const connectionString = postgres.connectionString('opptak');
    await deployMigrations(connectionString);

    const environment = (port: number): NodeJS.ProcessEnv => ({
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      NEXT_DIST_DIR: buildFolder,
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: connectionString,
      DATABASE_POOL: String(Math.ceil(poolSize / processes)),
      DATA_DIR: join(folder, 'data'),
      AUTH_SECRET: 'only-for-benches-'.padEnd(40, 'x'),
      PORT: String(port),
      DEMO: 'on',
      LOG_LEVEL: 'warn',
      // Letters are queued and not sent: the raw server sends none either.
      WORKER: 'off',
      ...given('WEB_PROCESSES'),
      ...given('NODE_OPTIONS'),
    });
    const open = await openPlatform(parseEnv(environment(0)));
    clearing.push(() => open.close());
    const startServer = async (program: string): Promise<MeasuredServer> => {
      const port = await freePort();
      const server = await startWebProcess(program, environment(port), (printed) => {
        process.stderr.write(printed);
      });
      clearing.push(() => server.stop());
      return { pid: server.pid, origin: `http://localhost:${port}` };
    };
    const ours = await startServer('lib/platform/commands/web.ts');
    const generator = startGenerator();
    clearing.push(() => {
      generator.stop();
    });
    const postgresPid = readPostmaster(join(databaseFolder, 'cluster'))?.pid ?? 0;
    await work({ connectionString, postgresPid, open, ours, generator, startServer });
  } finally {
    await clear();
  }
}

/** Ours and the raw server get as many connections: ours shares them out. */
const processes = Number(
  process.env['BENCH_WEB_PROCESSES'] ?? parseEnv({ AUTH_SECRET: 'x'.repeat(32) }).WEB_PROCESSES,
);

/** A variable of the machine's own that is handed on when it is there, to look into a server. */
function given(name: string): Record<string, string> {
  const value = process.env[`BENCH_${name}`];
  return value === undefined ? {} : { [name]: value };
}

/** The folder of a build of exactly these sources; `REUSE_BUILD=yes` takes the last one as it is. */
async function builtPages(): Promise<string> {
  if (isBuilt('.next', process.env)) return '.next';
  const folder = '.next-bench';
  const reuse = process.env['REUSE_BUILD'] === 'yes' && existsSync(join(folder, 'opptak-build'));
  if (!reuse) await buildIfStale(folder, process.env, console.log);
  return folder;
}
