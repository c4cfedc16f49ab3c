import { join } from 'node:path';
import { databaseClock, type Clock } from './clock';
import type { Platform } from './context';
import { openDatabase, openPool } from './database';
import { enhetsregisteret } from './enhetsregisteret/enhetsregisteret';
import type { Env } from './env';
import { openJobs } from './jobs';
import { openLimits } from './limits';
import { createLog } from './log';
import { openMailSink } from './mail-sink';
import { smtpMailer, type Mailer } from './mailer';
import { folderStorage } from './storage';
import { clamdScanner } from './virus-scanner';

/** A platform with what its owner must close. */
export interface OpenPlatform {
  readonly platform: Platform;
  /** Sends letters: to SMTP_URL, or to the mail server on loopback that keeps them in DATA_DIR/mail. */
  readonly mailer: Mailer;
  close(): Promise<void>;
}

/** Where letters are kept as files when there is no SMTP_URL. */
export function mailFolder(env: Env): string {
  return join(env.DATA_DIR, 'mail');
}

/**
 * Opens everything that a process needs, on real parts.
 * @param clock another clock than the database's: for the demo's history
 */
export async function openPlatform(env: Env, clock?: Clock): Promise<OpenPlatform> {
  if (env.DATABASE_URL === undefined) {
    throw new Error('DATABASE_URL is not set: start with `npm start`, which brings a database.');
  }
  const log = createLog(env.LOG_LEVEL);
  const pool = openPool(env.DATABASE_URL, env.DATABASE_POOL);
  pool.on('error', ({ message }) => {
    // Not the error itself: the driver hangs the whole connection on it.
    log.error({ reason: message }, 'an idle database connection broke');
  });
  const db = openDatabase(pool);
  const jobs = await openJobs(pool, env.WORKER === 'on', log);
  const sink = env.SMTP_URL === undefined ? await openMailSink(mailFolder(env)) : null;
  const mailer = smtpMailer(env.SMTP_URL ?? sink?.url ?? '');
  const platform: Platform = {
    env,
    db,
    clock: clock ?? databaseClock(env.CLOCK_SHIFT_DAYS),
    log,
    jobs,
    limits: openLimits(pool),
    storage: folderStorage(join(env.DATA_DIR, 'documents')),
    scanner: env.CLAMD_URL === undefined ? null : clamdScanner(env.CLAMD_URL),
    locks: 'on',
    businessRegister:
      env.WORKPLACE_REGISTER === 'enhetsregisteret'
        ? enhetsregisteret({ url: env.ENHETSREGISTERET_URL, log })
        : null,
  };
  return {
    platform,
    mailer,
    async close() {
      await jobs.stop();
      mailer.close();
      await sink?.close();
      await db.$disconnect();
      await pool.end();
    },
  };
}
