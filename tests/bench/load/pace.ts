import { setTimeout as pause } from 'node:timers/promises';
import type { LoadReport, Pace } from './messages';

/** A small generator of chance with a seed: two runs have the same arrivals. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 4_294_967_297;
  };
}

/** Does a thing again and again, as the pace says. @throws the first error of any of them. */
export function atPace(pace: Pace, once: () => Promise<void>): Promise<LoadReport> {
  return pace.kind === 'closed'
    ? closed(pace.concurrency, once, (startedAt) => () => {
        return performance.now() - startedAt < pace.seconds * 1000;
      })
    : open(pace.perSecond, pace.seconds, once);
}

/** Does each of some things once, so many at a time. */
export function throughAll<T>(
  items: readonly T[],
  concurrency: number,
  once: (item: T) => Promise<void>,
): Promise<LoadReport> {
  const rest = [...items];
  const next = async () => {
    const item = rest.pop();
    if (item !== undefined) await once(item);
  };
  return closed(concurrency, next, () => () => rest.length > 0);
}

async function closed(
  concurrency: number,
  once: () => Promise<void>,
  goesOnFrom: (startedAt: number) => () => boolean,
): Promise<LoadReport> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const goesOn = goesOnFrom(startedAt);
  const worker = async () => {
    while (goesOn()) {
      const began = performance.now();
      await once();
      latencies.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return { seconds: (performance.now() - startedAt) / 1000, latencies };
}

async function open(
  perSecond: number,
  seconds: number,
  once: () => Promise<void>,
): Promise<LoadReport> {
  const chance = seeded(20_270_913);
  const latencies: number[] = [];
  const startedAt = performance.now();
  const underWay: Promise<void>[] = [];
  let failure: unknown;
  const one = async (arrivedAt: number) => {
    try {
      await once();
      latencies.push(performance.now() - arrivedAt);
    } catch (error) {
      failure ??= error;
    }
  };
  for (let at = 0; at < seconds * 1000 && failure === undefined;) {
    // Exponential gaps: nobody knows of anybody else.
    at += (-Math.log(chance()) / perSecond) * 1000;
    const early = startedAt + at - performance.now();
    if (early > 0) await pause(early);
    underWay.push(one(startedAt + at));
  }
  await Promise.all(underWay);
  if (failure !== undefined) throw failure as Error;
  return { seconds: (performance.now() - startedAt) / 1000, latencies };
}
