import pg from 'pg';
import { cpuOfFamily } from './cpu';
import { median, medianAndRange, percentile, table } from './figures';
import type { LoadApplicant } from './load/messages';
import { applicantsWithDrafts, openCohort } from './stage';
import type { MeasuredServer, Surroundings } from './surroundings';

/** Fewer than the connections of a pool: what is measured is the work, not the queue before it. */
const concurrency = 8;

interface Round {
  readonly perSecond: number;
  readonly p99: number;
  /** Milliseconds of processor time for each submission. */
  readonly serverCpu: number;
  readonly postgresCpu: number;
}

/**
 * Submissions a second: our server's against a raw node:http + pg server's that does the same
 * transaction (raw-server.ts), on the same database, cohort and pool size, in turns. Everything that a
 * submission leaves behind is counted after each round, on both sides.
 */
export async function benchSubmission(
  on: Surroundings,
  { rounds, perRound }: { readonly rounds: number; readonly perRound: number },
): Promise<void> {
  const { platform } = on.open;
  const cohortId = await openCohort(platform);
  const warmUp = Math.ceil(perRound / 2);
  const count = 2 * (warmUp + rounds * perRound);
  console.log(`Preparing ${count} complete drafts …`);
  const waiting = await applicantsWithDrafts(platform, on.connectionString, count);
  const raw = await on.startServer('tests/bench/raw-server.ts');
  const client = new pg.Client({ connectionString: on.connectionString });
  await client.connect();
  try {
    const run = async (server: MeasuredServer, size: number): Promise<Round> => {
      const applicants = waiting.splice(0, size);
      const before = { server: cpuOfFamily(server.pid), postgres: cpuOfFamily(on.postgresPid) };
      const { seconds, latencies } = await on.generator.carryOut({
        act: 'submit',
        origin: server.origin,
        applicants,
        concurrency,
      });
      const serverCpu = cpuOfFamily(server.pid) - before.server;
      const postgresCpu = cpuOfFamily(on.postgresPid) - before.postgres;
      await checkAllHappened(client, cohortId, applicants);
      return {
        perSecond: size / seconds,
        p99: percentile(latencies, 0.99),
        serverCpu: (1000 * serverCpu) / size,
        postgresCpu: (1000 * postgresCpu) / size,
      };
    };
    await run(on.ours, warmUp);
    await run(raw, warmUp);
    const ours: Round[] = [];
    const theirs: Round[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      ours.push(await run(on.ours, perRound));
      theirs.push(await run(raw, perRound));
      const [a, b] = [ours.at(-1)?.perSecond ?? 0, theirs.at(-1)?.perSecond ?? 0];
      console.log(`round ${round}: ours ${a.toFixed(0)}/s, raw ${b.toFixed(0)}/s`);
    }
    print(ours, theirs, perRound);
  } finally {
    await client.end();
  }
}

function print(ours: readonly Round[], raw: readonly Round[], perRound: number): void {
  const row = (name: string, rounds: readonly Round[]) => [
    name,
    medianAndRange(rounds.map((round) => round.perSecond)),
    medianAndRange(rounds.map((round) => round.p99)),
    medianAndRange(
      rounds.map((round) => round.serverCpu),
      2,
    ),
    medianAndRange(
      rounds.map((round) => round.postgresCpu),
      2,
    ),
  ];
  const throughput = (rounds: readonly Round[]) => rounds.map((round) => round.perSecond);
  const ratios = ours.map((round, at) => round.perSecond / (raw[at]?.perSecond ?? Number.NaN));
  const ratio = median(throughput(ours)) / median(throughput(raw));
  console.log(
    [
      '',
      `Submissions: ${ours.length} rounds of ${perRound} in turns, ${concurrency} at a time; median (range)`,
      '',
      table(
        ['', 'per second', 'p99 ms', 'server CPU ms each', 'PostgreSQL CPU ms each'],
        [row('ours', ours), row('node:http + pg', raw)],
      ),
      '',
      `ratio of the medians: ${ratio.toFixed(2)}; round by round ${medianAndRange(ratios, 2)}`,
    ].join('\n'),
  );
}

interface Left {
  readonly submitted: number;
  readonly first: number;
  readonly last: number;
  readonly distinct: number;
  readonly revisions: number;
  readonly events: number;
  readonly letters: number;
  readonly jobs: number;
  readonly total: number;
}

/** Each of a round has arrived, whole, and their numbers follow each other up to the cohort's last. */
async function checkAllHappened(
  client: pg.Client,
  cohortId: string,
  applicants: readonly LoadApplicant[],
): Promise<void> {
  const { rows } = await client.query<Left>(
    `with round as (select * from application where reference = any($1) and state = 'submitted'),
      sent as (select l.* from letter l join round r on r.id = l.application_id)
     select
       (select count(*)::int from round where received_at is not null and workplace_id is not null)
         as submitted,
       (select min(arrival_number) from round) as first,
       (select max(arrival_number) from round) as last,
       (select count(distinct arrival_number)::int from round) as distinct,
       (select count(*)::int from application_revision v join round r on r.id = v.application_id)
         as revisions,
       (select count(*)::int from audit_event e join round r on r.id = e.subject_id
         where e.kind = 'application-submitted') as events,
       (select count(*)::int from sent where length(html) > 2000) as letters,
       (select count(*)::int from pgboss.job j join sent s on j.data ->> 'letterId' = s.id::text
         where j.name = 'send-letter') as jobs,
       (select last_arrival_number from cohort where id = $2) as total`,
    [applicants.map(({ reference }) => reference), cohortId],
  );
  const size = applicants.length;
  const left = rows[0];
  const whole =
    left?.submitted === size &&
    left.distinct === size &&
    left.last - left.first === size - 1 &&
    left.last === left.total &&
    left.revisions === size &&
    left.events === size &&
    left.letters === 2 * size &&
    left.jobs === 2 * size;
  if (!whole) throw new Error(`Not all ${size} submissions happened: ${JSON.stringify(left)}`);
}
