import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, FixedClock } from '@/lib/platform/clock';
import type { Platform } from '@/lib/platform/context';
import { parseEnv } from '@/lib/platform/env';
import { openJobs } from '@/lib/platform/jobs';
import { openLimits } from '@/lib/platform/limits';
import { createLog } from '@/lib/platform/log';
import { folderStorage } from '@/lib/platform/storage';
import { clamdScanner } from '@/lib/platform/virus-scanner';
import { beforeDatabasesAreDropped, testDatabase, type TestDatabase } from './database';

export interface TestPlatform extends Platform {
  /** Stands still until a test moves it: `platform.clock.set(…)`, `platform.clock.advance(ms)`. */
  readonly clock: FixedClock;
  readonly database: TestDatabase;
}

/**
 * A platform of real parts on a database of the calling file's own: call it in `beforeAll`. Only
 * the clock is set by hand; jobs are queued and not worked on.
 *
 * @param now where the clock stands at first
 * @param connections that may be open at once; races want more than the default
 */
export async function testPlatform({
  now,
  connections = 8,
}: {
  now: Date;
  connections?: number;
}): Promise<TestPlatform> {
  const database = await testDatabase({ connections });
  const folder = mkdtempSync(join(tmpdir(), 'opptak-test-'));
  beforeDatabasesAreDropped(() => {
    rmSync(folder, { recursive: true, force: true });
    return Promise.resolve();
  });
  const clock = new FixedClock(now);
  const platform = await platformOn(database, {
    env: {
      AUTH_SECRET: 'only-for-tests-'.padEnd(40, 'x'),
      DATABASE_URL: database.connectionString,
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
    },
    clock: () => clock,
  });
  return { ...platform, clock, database };
}

/** A platform on a database that is open already; `clock` is asked at every use. */
export async function platformOn(
  { pool, prisma }: TestDatabase,
  { env: variables, clock }: { env: Record<string, string | undefined>; clock: () => Clock },
): Promise<Platform> {
  const env = parseEnv(variables);
  const log = createLog('silent');
  const jobs = await openJobs(pool, false, log);
  beforeDatabasesAreDropped(() => jobs.stop());
  return {
    env,
    db: prisma,
    clock: { now: (client) => clock().now(client), of: (time) => clock().of(time) },
    log,
    jobs,
    limits: openLimits(pool),
    storage: folderStorage(join(env.DATA_DIR, 'documents')),
    scanner: env.CLAMD_URL === undefined ? null : clamdScanner(env.CLAMD_URL),
    locks: 'on',
    businessRegister: null,
  };
}
