import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@/lib/platform/embedded-postgres/free-port';

/** The test string of EICAR, which every scanner must find. In pieces, so that none finds it in this file. */
export const eicar = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}',
  '$EICAR-STANDARD-',
  'ANTIVIRUS-TEST-FILE!',
  '$H+H*',
].join('');

export interface Clamd {
  /** As CLAMD_URL says it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What a clamd of our own may do wrong. */
export interface ClamdManners {
  /** StreamMaxLength, in bytes. */
  readonly streamMaximum?: number;
  /**
   * `silent` takes everything and says nothing; `held` says it when it becomes otherwise; `hangs-up` ends
   * the connection unasked; else it says this.
   */
  readonly answers?: 'silent' | 'held' | 'hangs-up' | { readonly says: string };
}

/**
 * A clamd as far as its wire goes: `zINSTREAM`, chunks behind their lengths, the empty one, an answer with
 * a NUL, and the end of the connection. It looks for EICAR's string in what it has put together again.
 */
export async function wireClamd(manners: ClamdManners = {}): Promise<
  Clamd & {
    /** How many chunks the last file came in. */
    lastChunks(): number;
    /** From now on it does otherwise. */
    become(manners: ClamdManners): void;
  }
> {
  let now = manners;
  let lastChunks = 0;
  let held: (() => void)[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    let pending = Buffer.alloc(0);
    let asked = false;
    let file = Buffer.alloc(0);
    let chunks = 0;
    const answer = (words: string) => {
      if (now.answers === 'silent') return;
      if (now.answers === 'held') {
        held.push(() => {
          answer(words);
        });
        return;
      }
      if (now.answers === 'hangs-up') socket.destroy();
      else socket.end(`${now.answers?.says ?? words}\0`);
    };
    socket.on('data', (bytes) => {
      pending = Buffer.concat([pending, bytes]);
      if (!asked) {
        const end = pending.indexOf(0);
        if (end === -1) return;
        if (pending.toString('latin1', 0, end) !== 'zINSTREAM') {
          socket.end('UNKNOWN COMMAND\0');
          return;
        }
        asked = true;
        pending = pending.subarray(end + 1);
      }
      while (pending.length >= 4) {
        const length = pending.readUInt32BE(0);
        if (length === 0) {
          lastChunks = chunks;
          const found = file.includes(eicar, 0, 'latin1');
          answer(found ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');
          return;
        }
        if (pending.length < 4 + length) return;
        file = Buffer.concat([file, pending.subarray(4, 4 + length)]);
        chunks += 1;
        pending = pending.subarray(4 + length);
        if (file.length > (now.streamMaximum ?? Infinity)) {
          // As the real one: it says so and ends, in the middle of what is being sent.
          socket.end('INSTREAM size limit exceeded. ERROR\0');
          socket.destroySoon();
          return;
        }
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lastChunks: () => lastChunks,
    become: (manners) => {
      now = manners;
      const waiting = held;
      held = [];
      for (const say of waiting) say();
    },
    stop: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy();
        server.close(() => {
          done();
        });
      }),
  };
}

/** Where this machine has a real clamd, or null. */
export function installedClamd(): string | null {
  for (const path of ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd']) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // The next.
    }
  }
  return null;
}

/**
 * The machine's own clamd on loopback, with a folder, a configuration and one signature of its own: EICAR's.
 * What it knows of real viruses it would have to fetch, and nothing here does.
 */
export async function realClamd(): Promise<Clamd & { readonly socketUrl: string }> {
  const executable = installedClamd();
  if (executable === null) throw new Error('This machine has no clamd.');
  const folder = mkdtempSync(join(tmpdir(), 'opptak-clamd-'));
  mkdirSync(join(folder, 'db'));
  const signature = Buffer.from(eicar, 'latin1').toString('hex');
  writeFileSync(join(folder, 'db', 'test.ndb'), `Opptak.Test.Eicar:0:*:${signature}\n`);
  const port = await freePort();
  const socket = join(folder, 'clamd.sock');
  writeFileSync(
    join(folder, 'clamd.conf'),
    [
      `DatabaseDirectory ${join(folder, 'db')}`,
      `TemporaryDirectory ${folder}`,
      `PidFile ${join(folder, 'clamd.pid')}`,
      `LocalSocket ${socket}`,
      `TCPSocket ${port}`,
      'TCPAddr 127.0.0.1',
      'StreamMaxLength 10M',
      'Foreground yes',
    ].join('\n'),
  );
  const child = spawn(executable, ['--config-file', join(folder, 'clamd.conf')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
  const stop = async () => {
    await endOf(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const giveUpAt = performance.now() + 30_000;
  while (!printed.includes('Listening daemon') && !(await accepts(port))) {
    if (child.exitCode !== null || performance.now() > giveUpAt) {
      await stop();
      throw new Error(`clamd did not start:\n${printed}`);
    }
    await pause(100);
  }
  return { url: `tcp://127.0.0.1:${port}`, socketUrl: `unix://${socket}`, stop };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.on('error', () => {
      settle(false);
    });
  });
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      settle();
      return;
    }
    const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.once('exit', () => {
      clearTimeout(force);
      settle();
    });
    child.kill('SIGTERM');
  });
}
