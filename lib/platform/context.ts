import type { Prisma, PrismaClient } from '@/prisma/generated/client';
import type { Instant } from '@/lib/kernel/time';
import type { BusinessRegister } from './business-register';
import type { Clock } from './clock';
import type { Env } from './env';
import type { Limits } from './limits';
import type { Log } from './log';
import type { DocumentStorage } from './storage';
import type { VirusScanner } from './virus-scanner';

/** Everything of the outside world that an act may touch. Made once a process; tests make their own. */
export interface Platform {
  readonly env: Env;
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: Jobs;
  readonly limits: Limits;
  readonly storage: DocumentStorage;
  /** Null where none is set up: documents are then not scanned here. */
  readonly scanner: VirusScanner | null;
  readonly locks: Locks;
  /** A public register of organisations; null when workplaces are searched for among the known alone. */
  readonly businessRegister: BusinessRegister | null;
}

/** A transaction in progress: what stores and letters work in. */
export interface Tx {
  readonly prisma: Prisma.TransactionClient;
  readonly platform: Platform;
  /** The moment, by the clock that decides. Ask after taking a lock when order matters. */
  now(): Promise<Instant>;
  /** Runs when the transaction has committed; never when it has rolled back. For work that cannot be undone. */
  afterCommit(work: () => Promise<void>): void;
}

/** The kinds of work that are done after a commit, and what each is told. */
export interface JobData {
  readonly 'send-letter': { readonly letterId: string };
  readonly 'record-lapses': Record<string, never>;
  readonly 'clear-expired': Record<string, never>;
  readonly 'requeue-letters': Record<string, never>;
  readonly 'scan-document': { readonly documentId: string };
  readonly 'erase-drafts': Record<string, never>;
  readonly 'remind-of-requests': Record<string, never>;
}

export type JobName = keyof JobData;

/** The queue of jobs, in the same database as everything else. */
export interface Jobs {
  /** Puts jobs into the queue in the caller's transaction: they exist if and only if that commits. */
  enqueue<Name extends JobName>(tx: Tx, name: Name, ...data: JobData[Name][]): Promise<void>;
  /** Takes jobs of a kind from the queue, one at a time, until `stop`. An exception means: try again later. */
  work<Name extends JobName>(
    name: Name,
    handle: (data: JobData[Name]) => Promise<void>,
  ): Promise<void>;
  /** Runs a job of a kind again and again, by cron expression (UTC). */
  schedule(name: JobName, cron: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Whether row locks are taken. `off` exists for one purpose: the negative controls of the race tests,
 * which must see the race go wrong without the lock.
 */
export type Locks = 'on' | 'off';
