import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgresFailure } from './failure';
import { binaries, invocation, serverEnvironment, serverIdentity } from './invocation';

/** The server's one user, the owner of everything in it. */
export const user = 'opptak';

/** Makes the password of a new cluster and keeps it beside it, for the owner of the files alone. */
export function makePassword(folder: string): string {
  const password = randomBytes(24).toString('hex');
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 });
  return password;
}

/** The password that was kept beside the cluster. */
export function readPassword(folder: string): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) {
    throw new EmbeddedPostgresFailure(
      `The database in ${folder} has lost its password file. Put ${file} back from a backup, or move ${folder} away to start with an empty database.`,
    );
  }
  return readFileSync(file, 'utf8').trim();
}

/** Refuses a cluster that another major version of PostgreSQL has made. */
export function refuseOtherVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = execFileSync(binaries().postgres, ['--version'], { encoding: 'utf8' });
  const major = /(\d+)/.exec(ours)?.[1];
  if (version !== major) {
    throw new EmbeddedPostgresFailure(
      `The database in ${cluster} was made by PostgreSQL ${version}, and this version of Opptak brings PostgreSQL ${major ?? 'of an unknown version'}. Dump it with the old version and restore it here, or move the folder away to start with an empty database.`,
    );
  }
}

/** Made beside its place and moved there whole, so that a killed start leaves no half cluster. */
export function createCluster(cluster: string, password: string, extra: string[] = []): void {
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
