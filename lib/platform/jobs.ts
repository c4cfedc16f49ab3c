import { fromPrisma, PgBoss } from 'pg-boss';
import type { Pool } from 'pg';
import type { JobName, Jobs } from './context';
import type { Log } from './log';

const day = 86_400;

/**
 * Letters are tried for months with growing pauses (a minute to a quarter of an hour): a mail server that
 * is away for a week loses nothing. The other jobs come again by their schedule.
 */
const queues: Record<JobName, Parameters<PgBoss['createQueue']>[1]> = {
  'send-letter': {
    retryLimit: 10_000,
    retryDelay: 15,
    retryBackoff: true,
    retryDelayMax: 900,
    expireInSeconds: 120,
    retentionSeconds: 90 * day,
    deleteAfterSeconds: day,
  },
  'record-lapses': { retryLimit: 2, deleteAfterSeconds: day },
  'clear-expired': { retryLimit: 2, deleteAfterSeconds: day },
  'requeue-letters': { retryLimit: 2, deleteAfterSeconds: day },
  // A scanner that is away for a week leaves documents in quarantine, and none of them unscanned.
  'scan-document': {
    retryLimit: 10_000,
    retryDelay: 15,
    retryBackoff: true,
    retryDelayMax: 900,
    expireInSeconds: 300,
    retentionSeconds: 90 * day,
    deleteAfterSeconds: day,
  },
  'erase-drafts': { retryLimit: 2, deleteAfterSeconds: day },
  'remind-of-requests': { retryLimit: 2, deleteAfterSeconds: day },
};

/**
 * Has a queue's facts looked up before anything is put in it: the library does so at the first job, over a
 * connection of the pool and not of the job's transaction. A submission would then wait for a connection while
 * all of them wait for its lock, until one of them gives up.
 */
async function rememberQueue(boss: PgBoss, name: string): Promise<void> {
  await boss.insert(name, []);
}

/**
 * Opens the queue over the process's pool and makes its tables when they are missing.
 * `worker` false: jobs can be enqueued, but nothing is supervised or scheduled here.
 */
export async function openJobs(pool: Pool, worker: boolean, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    supervise: worker,
    schedule: worker,
  });
  boss.on('error', (error) => {
    log.error({ err: error }, 'the job queue has an error');
  });
  await boss.start();
  for (const [name, options] of Object.entries(queues)) {
    await boss.createQueue(name, options);
    await rememberQueue(boss, name);
  }
  return {
    async enqueue(tx, name, ...data) {
      const jobs = data.map((each) => ({ data: each }));
      await boss.insert(name, jobs, { db: fromPrisma(tx.prisma) });
    },
    async work(name, handle) {
      type Data = Parameters<typeof handle>[0];
      await boss.work<Data>(name, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
        for (const job of jobs) await handle(job.data);
      });
    },
    async schedule(name, cron) {
      await boss.schedule(name, cron);
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
