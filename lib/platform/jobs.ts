import { fromPrisma, PgBoss } from 'pg-boss';
import type { Pool } from 'pg';
import type { Tx } from './database';
import type { Log } from './log';

/** The kinds of work that are done after a commit, and what each is told. */
export interface JobData {
  readonly 'send-letter': { readonly letterId: string };
  readonly 'record-lapses': Record<string, never>;
  readonly 'clear-expired': Record<string, never>;
  readonly 'requeue-letters': Record<string, never>;
}

export type JobName = keyof JobData;

/** The queue of jobs, in the same database as everything else. */
export interface Jobs {
  /** Puts a job into the queue in the caller's transaction: it exists if and only if that commits. */
  enqueue<Name extends JobName>(tx: Tx, name: Name, data: JobData[Name]): Promise<void>;
  /** Takes jobs of a kind from the queue, one at a time, until `stop`. An exception means: try again later. */
  work<Name extends JobName>(
    name: Name,
    handle: (data: JobData[Name]) => Promise<void>,
  ): Promise<void>;
  /** Runs a job of a kind again and again, by cron expression (UTC). */
  schedule(name: JobName, cron: string): Promise<void>;
  stop(): Promise<void>;
}

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
};

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
  }
  return {
    async enqueue(tx, name, data) {
      await boss.send(name, data, { db: fromPrisma(tx.prisma) });
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
