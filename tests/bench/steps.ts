import { cpuOf, cpuOfFamily } from './cpu';
import { median, percentile, table } from './figures';
import type { LoadOrder, LoadReport, Pace } from './load/messages';
import { applicantsWithDrafts, openCohort } from './stage';
import type { Surroundings } from './surroundings';

const barePath = '/dev/bare';
const levels = [1, 2, 4, 8, 16, 32];
const applicants = 400;

type Paced = (pace: Pace) => LoadOrder;

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
  readonly serverCpu: number;
  readonly postgresCpu: number;
}

/**
 * How long a step takes whoever is filling in the form: its POST, the redirect, and the next page to its
 * last byte, while the server is half as busy as it can be. And the same for the framework's bare page,
 * in turns, as a measure of the machine.
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

  const stepsAtMost = await saturationOf(on, 'step', step);
  const bareAtMost = await saturationOf(on, 'bare page', bare);
  const steps: Round[] = [];
  const bares: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    steps.push(await atHalf(on, step, stepsAtMost, seconds));
    bares.push(await atHalf(on, bare, bareAtMost, seconds));
  }
  const rows = (name: string, all: readonly Round[]) =>
    all.map((round, at) => [
      `${name}, round ${at + 1}`,
      round.perSecond.toFixed(0),
      ...[round.p50, round.p95, round.p99, round.most].map((value) => value.toFixed(1)),
      ...[round.serverCpu, round.postgresCpu].map((value) => value.toFixed(2)),
    ]);
  console.log(
    [
      '',
      `Steps (POST, redirect, next page) and the bare page, each at half of its own saturation, ${seconds} s a round; ms from the moment of arrival`,
      '',
      table(
        ['', 'per second', 'p50', 'p95', 'p99', 'max', 'server CPU', 'PostgreSQL CPU'],
        [...rows('step', steps), ...rows('bare page', bares)],
      ),
      '',
      `saturation: ${stepsAtMost.toFixed(0)} steps/s, ${bareAtMost.toFixed(0)} bare pages/s`,
      `p99, median of rounds: step ${median(steps.map((round) => round.p99)).toFixed(1)} ms, bare page ${median(bares.map((round) => round.p99)).toFixed(1)} ms`,
    ].join('\n'),
  );
}

/** The most that is done in a second, however many are at it. */
async function saturationOf(on: Surroundings, name: string, paced: Paced): Promise<number> {
  await on.generator.carryOut(paced({ kind: 'closed', concurrency: 8, seconds: 5 }));
  let most = 0;
  for (const concurrency of levels) {
    const report = await on.generator.carryOut(paced({ kind: 'closed', concurrency, seconds: 4 }));
    const perSecond = report.latencies.length / report.seconds;
    most = Math.max(most, perSecond);
    const p99 = percentile(report.latencies, 0.99);
    console.log(
      `${name}, ${concurrency} at a time: ${perSecond.toFixed(0)}/s, p99 ${p99.toFixed(0)} ms`,
    );
  }
  return most;
}

async function atHalf(
  on: Surroundings,
  paced: Paced,
  atMost: number,
  seconds: number,
): Promise<Round> {
  const before = { server: cpuOf(on.ours.pid), postgres: cpuOfFamily(on.postgresPid) };
  const report: LoadReport = await on.generator.carryOut(
    paced({ kind: 'open', perSecond: atMost / 2, seconds }),
  );
  const { latencies } = report;
  const each = (cpu: number) => (1000 * cpu) / latencies.length;
  return {
    perSecond: latencies.length / report.seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    most: percentile(latencies, 1),
    serverCpu: each(cpuOf(on.ours.pid) - before.server),
    postgresCpu: each(cpuOfFamily(on.postgresPid) - before.postgres),
  };
}
