import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createCluster, makePassword, readPassword, refuseOtherVersion } from './cluster';
import { EmbeddedPostgresFailure } from './failure';
import { serverIdentity } from './invocation';
import { isAlive, readPostmaster, stopLeftBehind } from './postmaster';
import { connectionStringFor, startServer, type RunningPostgres } from './server';

const loopbackOnly = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
};

/** Nothing here survives a power cut, and nothing needs to. */
const withoutDurability = {
  ...loopbackOnly,
  max_connections: '400',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '2GB',
  autovacuum_naptime: '5min',
};

/**
 * Starts the durable server whose cluster, password and log live in `folder`; makes them at the
 * first start. A server that a killed process left behind is stopped first.
 */
export async function startDurablePostgres(folder: string): Promise<RunningPostgres> {
  const cluster = join(resolve(folder), 'cluster');
  mkdirSync(folder, { recursive: true });
  await stopLeftBehind(cluster);
  const isNew = !existsSync(join(cluster, 'PG_VERSION'));
  const password = isNew ? makePassword(folder) : readPassword(folder);
  if (isNew) {
    createCluster(cluster, password);
  } else {
    refuseOtherVersion(cluster);
  }
  const server = await startServer(
    cluster,
    password,
    join(resolve(folder), 'server.log'),
    loopbackOnly,
  );
  try {
    await server.createDatabase('opptak');
  } catch (cause) {
    await server.stop();
    throw new EmbeddedPostgresFailure(
      `The embedded PostgreSQL started, but does not take our password. If ${folder} came from a backup, bring ${join(folder, 'password')} from the same backup.`,
      { cause },
    );
  }
  return server;
}

/** The address of the durable server that another process runs now, or nothing. */
export function runningDurablePostgres(folder: string): string | undefined {
  const running = readPostmaster(join(resolve(folder), 'cluster'));
  if (!running?.ready) return undefined;
  return connectionStringFor(running.port, readPassword(folder), 'opptak');
}

/** Starts an empty server without durability in a temporary folder; `stop` removes the folder. */
export async function startThrowawayPostgres(): Promise<RunningPostgres> {
  await sweepAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${throwawayPrefix}${process.pid}-`));
  const identity = serverIdentity();
  if (identity) chownSync(folder, identity.uid, identity.gid);
  const password = randomBytes(24).toString('hex');
  const cluster = join(folder, 'cluster');
  createCluster(cluster, password, ['--no-sync']);
  const server = await startServer(
    cluster,
    password,
    join(folder, 'server.log'),
    withoutDurability,
  );
  return {
    ...server,
    stop: async () => {
      await server.stop('at-once');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const throwawayPrefix = 'opptak-postgres-';

/** Ends the throwaway servers of test runs that were killed before they could clean up. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(throwawayPrefix)) continue;
    const owner = Number(name.slice(throwawayPrefix.length).split('-')[0]);
    if (!Number.isInteger(owner) || isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    try {
      await stopLeftBehind(join(folder, 'cluster'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's leftovers: theirs to sweep.
    }
  }
}
