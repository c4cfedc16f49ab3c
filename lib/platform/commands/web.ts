import cluster, { type Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import { parseEnv } from '../env';
import { started } from '../started';
import { typescript } from './child';

/**
 * Serves the built pages with `WEB_PROCESSES` processes (web-server.ts) on one port: to render a page keeps
 * a process's one thread busy, and nobody should wait for somebody else's page while another core rests.
 * The first takes the jobs too, unless `WORKER=off`. One that ends by itself is replaced; one that cannot
 * start at the very beginning ends the whole, whose fault it tells.
 */
const env = parseEnv(process.env);
const program = 'lib/platform/commands/web-server.ts';

/**
 * Megabytes. A page leaves much garbage behind, and the more room the young have, the less of it is still alive,
 * and copied while everybody waits, when they are gone through. Twice Node's own size costs a step a sixth less
 * processor than half of it does, and a process about 100 MB more of memory; four times saves no more, and
 * waits twice as long each time (tests/bench).
 */
const youngGeneration = 32;

/** Milliseconds before a replacement that did not come up is tried again: doubled each time. */
const firstPause = 1_000;
const longestPause = 30_000;

/**
 * The old garbage is looked through by the process itself, a little at a time, and not by threads beside it: with
 * as many processes as cores those threads take the cores from pages, for a tenth of a second each time. In the
 * bench of steps that was seen among the slowest hundredth (tests/bench).
 */
const oldGeneration = '--no-concurrent-marking';

// The system gives a connection to a process that is free. Handed out in turns by us, one that goes to a
// process which has just died would never be answered, nor refused.
cluster.schedulingPolicy = cluster.SCHED_NONE;
cluster.setupPrimary({
  exec: program,
  execArgv: [
    `--max-semi-space-size=${youngGeneration}`,
    oldGeneration,
    ...typescript(program).slice(0, -1),
  ],
});

let ending: Promise<void> | undefined;

/** Starts a process, and another in its place whenever it ends by itself. */
function keep(role: Pick<typeof env, 'WORKER'>, earlier: 'none' | 'served', rest = 0): void {
  const worker = cluster.fork(role);
  let hasServed = false;
  // Next listens before our own start is done: only that says that all is well.
  worker.on('message', (message: unknown) => {
    hasServed ||= message === started;
  });
  worker.once('exit', (code) => {
    if (ending !== undefined) return;
    if (!hasServed && earlier === 'none') {
      end(code === 0 ? 1 : code);
      return;
    }
    console.error(
      `A server process has ended by itself (${worker.process.signalCode ?? `code ${code}`}). Another takes its place.`,
    );
    const next = hasServed ? 0 : Math.min(Math.max(2 * rest, firstPause), longestPause);
    void pause(next).then(() => {
      if (ending === undefined) keep(role, 'served', next);
    });
  });
}

/** Ends with all its processes. */
function end(code: number): void {
  ending ??= Promise.all(Object.values(cluster.workers ?? {}).map(endOf)).then(() =>
    process.exit(code),
  );
}

/** Asks a process to end, and waits until it has. Each sees to it by itself that it does. */
async function endOf(worker: Worker | undefined): Promise<void> {
  if (worker === undefined || worker.isDead()) return;
  const ended = new Promise((settle) => worker.once('exit', settle));
  worker.process.kill('SIGTERM');
  await ended;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    end(0);
  });
}
for (let at = 0; at < env.WEB_PROCESSES; at += 1) {
  keep({ WORKER: at === 0 ? env.WORKER : 'off' }, 'none');
}
