import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { ChildFailed, track, typescript } from './child';

/** The pages, served by a process of their own. */
export interface Serving {
  /** Its exit code, once it has ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts serving the built pages, and waits until they are ready.
 *
 * @throws ChildFailed when they are not within a minute
 */
export async function startServing(
  env: NodeJS.ProcessEnv,
  host: string,
  port: number,
): Promise<Serving> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      './lib/platform/commands/end-with-parent.mjs',
      ...typescript('lib/platform/commands/web.ts'),
    ],
    {
      env: {
        ...env,
        HOST: host,
        PORT: String(port),
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  track(child);
  // Next's own greeting is kept back: ours says more. Everything after it is shown.
  let ready = false;
  let held = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      if (ready) process.stdout.write(chunk);
      else held += chunk.toString();
    });
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const ended = new Promise<number | null>((settle) => child.once('exit', settle));
  const asked = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const giveUpAt = performance.now() + 60_000;
  for (;;) {
    if (hasEnded()) throw new ChildFailed('The server did not start.', held.trim());
    if (await answers(`http://${asked.includes(':') ? `[${asked}]` : asked}:${port}/readyz`)) break;
    if (performance.now() > giveUpAt) {
      throw new ChildFailed('The server started, but is not ready after a minute.', held.trim());
    }
    await pause(50);
  }
  ready = true;
  return { ended };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
