import { cpuOfFamily } from './cpu';
import { median, percentile, table } from './figures';
import type { LoadOrder, Pace } from './load/messages';
import { applicantsWithDrafts, openCohort } from './stage';
import type { Surroundings } from './surroundings';

const barePath = '/dev/bare';
/** So many that there are some at each step to the end of each measurement, though nobody begins anew in it. */
const applicants = 2_500;
/** Enough at a time that nobody who serves is ever without work. */
const manyAtOnce = 16;
/** Seconds that the most is looked for. */
const toSaturate = 10;
/** How often, for twenty seconds each time, each is tried before anything counts: a step gets quicker for a minute. */
const warmUps = { step: 3, bare: 1 };

type Paced = (pace: Pace) => LoadOrder;

interface Round {
  /** The most that was done in a second, in the seconds before. */
  readonly atMost: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
  /** Milliseconds of processor time for each. */
  readonly serverCpu: number;
  readonly postgresCpu: number;
}

/**
 * How long a step takes whoever is filling in the form: its POST, the redirect, and the next page to its
 * last byte, while the machine is half as busy as it can be. And the same for the framework's bare page, in
 * turns, as a measure of the machine. What half is, is measured anew before each round: a machine that
 * others share is not as quick now as it was a minute ago.
 */
export async function benchSteps(
  on: Surroundings,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<void> {
  const { platform } = on.open;
  const { origin } = on.ours;
  await openCohort(platform);
  console.log(`Preparing ${applicants} applicants …`);
  const made = await applicantsWithDrafts(platform, on.connectionString, applicants);
  await on.generator.carryOut({ act: 'open-forms', origin, applicants: made });
  const step: Paced = (pace) => ({ act: 'steps', pace });
  const bare: Paced = (pace) => ({ act: 'page', origin, path: barePath, pace });
  for (const [paced, times] of [
    [step, warmUps.step],
    [bare, warmUps.bare],
  ] as const) {
    for (let time = 0; time < times; time += 1) {
      await on.generator.carryOut(paced({ kind: 'closed', concurrency: manyAtOnce, seconds: 20 }));
    }
  }

  const steps: Round[] = [];
  const bares: Round[] = [];
  for (let at = 1; at <= rounds; at += 1) {
    steps.push(await round(on, step, seconds));
    bares.push(await round(on, bare, seconds));
    console.log(`Round ${at} of ${rounds}: p99 ${inBrief(steps)} and ${inBrief(bares)} ms`);
  }
  const rows = (name: string, all: readonly Round[]) =>
    all.map((each, at) => [
      `${name}, round ${at + 1}`,
      ...[each.atMost, each.perSecond].map((value) => value.toFixed(0)),
      ...[each.p50, each.p95, each.p99, each.most].map((value) => value.toFixed(1)),
      ...[each.serverCpu, each.postgresCpu].map((value) => value.toFixed(2)),
    ]);
  console.log(
    [
      '',
      `Steps (POST, redirect, next page) and the bare page, each at half of its own saturation, ${seconds} s a round; ms from the moment of arrival`,
      '',
      table(
        ['', 'at most/s', 'per second', 'p50', 'p95', 'p99', 'max', 'server CPU', 'PostgreSQL CPU'],
        [...rows('step', steps), ...rows('bare page', bares)],
      ),
      '',
      `p99, median and range of ${rounds} rounds: step ${spread(steps)} ms, bare page ${spread(bares)} ms`,
    ].join('\n'),
  );
}

function inBrief(all: readonly Round[]): string {
  return all.at(-1)?.p99.toFixed(0) ?? '';
}

function spread(all: readonly Round[]): string {
  const values = all.map(({ p99 }) => p99);
  const range = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(1));
  return `${median(values).toFixed(1)} (${range.join('–')})`;
}

/** The most that is done in a second, and then how long each takes at half of that. */
async function round(on: Surroundings, paced: Paced, seconds: number): Promise<Round> {
  const full = await on.generator.carryOut(
    paced({ kind: 'closed', concurrency: manyAtOnce, seconds: toSaturate }),
  );
  const atMost = full.latencies.length / full.seconds;
  const before = { server: cpuOfFamily(on.ours.pid), postgres: cpuOfFamily(on.postgresPid) };
  const half = await on.generator.carryOut(paced({ kind: 'open', perSecond: atMost / 2, seconds }));
  const { latencies } = half;
  const each = (cpu: number) => (1000 * cpu) / latencies.length;
  return {
    atMost,
    perSecond: latencies.length / half.seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    most: percentile(latencies, 1),
    serverCpu: each(cpuOfFamily(on.ours.pid) - before.server),
    postgresCpu: each(cpuOfFamily(on.postgresPid) - before.postgres),
  };
}
