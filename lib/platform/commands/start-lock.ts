import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Held by the one process that uses a data folder's embedded database. It is a listening socket, so
 * it falls with its process, however that ends; and whoever finds it held can ask it where it serves.
 */
export interface StartLock {
  release(): void;
}

/** Takes the lock, or answers with what its holder says of itself. */
export async function takeStartLock(
  dataFolder: string,
  says: string,
): Promise<StartLock | { heldBy: string }> {
  const path = socketPath(dataFolder);
  for (;;) {
    const lock = await listen(path, says);
    if (lock) return lock;
    const heldBy = await ask(path);
    if (heldBy !== undefined) return { heldBy };
    // Nobody answers: its holder was killed, and left the socket's file behind.
    rmSync(path, { force: true });
  }
}

/** Socket paths are short by law of the system, and a data folder's path may be long. */
function socketPath(dataFolder: string): string {
  const name = createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 16);
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\opptak-${name}`
    : join(tmpdir(), `opptak-${name}.sock`);
}

function listen(path: string, says: string): Promise<StartLock | undefined> {
  return new Promise((settle, fail) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(says);
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') settle(undefined);
      else fail(error);
    });
    server.listen(path, () => {
      server.unref();
      settle({
        release: () => {
          server.close();
        },
      });
    });
  });
}

function ask(path: string): Promise<string | undefined> {
  return new Promise((settle) => {
    let answer = '';
    const socket = connect(path);
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      settle(error.code === 'EACCES' ? 'another user of this machine' : undefined);
    });
    socket.once('close', () => {
      settle(answer || 'another process');
    });
  });
}
