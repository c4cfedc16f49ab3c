import type { PrismaClient } from '@/prisma/generated/client';
import type { Clock } from './clock';
import type { Env } from './env';
import type { Jobs } from './jobs';
import type { Limits } from './limits';
import type { Locks } from './locks';
import type { Log } from './log';
import type { DocumentStorage } from './storage';

/** Everything of the outside world that an act may touch. Made once a process; tests make their own. */
export interface Platform {
  readonly env: Env;
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: Jobs;
  readonly limits: Limits;
  readonly storage: DocumentStorage;
  readonly locks: Locks;
}
