import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { typescript } from '@/lib/platform/commands/child';

/** A server process that answers on its port. */
export interface WebProcess {
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts a program of ours that serves HTTP, and answers when it does. It ends with this process.
 *
 * @param program a TypeScript file from the root of the repository
 * @param env its whole environment; `PORT` is where it is asked whether it is ready
 * @param hear what it prints
 * @throws when it ends, or is not ready within a minute
 */
export async function startWebProcess(
  program: string,
  env: NodeJS.ProcessEnv,
  hear: (printed: string) => void,
): Promise<WebProcess> {
  let printed = '';
  const child = spawn(
    process.execPath,
    ['--import', './lib/platform/commands/end-with-parent.mjs', ...typescript(program)],
    { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed = `${printed}${chunk.toString()}`.slice(-20_000);
      hear(chunk.toString());
    });
  }
  const giveUpAt = performance.now() + 60_000;
  while (!(await isReady(Number(env['PORT'])))) {
    if (child.exitCode !== null || child.signalCode !== null || performance.now() > giveUpAt) {
      await endOf(child);
      throw new Error(`${program} did not become ready:\n${printed}`);
    }
    await pause(50);
  }
  return { pid: child.pid ?? 0, stop: () => endOf(child) };
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
      signal: AbortSignal.timeout(5_000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      settle();
      return;
    }
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(force);
      settle();
    });
    child.kill('SIGTERM');
  });
}
