import type { Platform } from '@/lib/platform/context';

/** An act that has come as far as to its first write. */
export interface Standing<T> {
  /** False when it was over before: refused, most often. */
  readonly stands: boolean;
  /** Lets it write and commit, and answers what became of it. */
  goOn(): Promise<T>;
}

/**
 * Starts an act and lets it look at everything that it looks at, and take every lock that it takes first; then
 * it stands until it is told to go on. So what happens between another's look and write needs no luck.
 */
export async function standsBeforeItWrites<T>(
  platform: Platform,
  act: (platform: Platform) => Promise<T>,
): Promise<Standing<T>> {
  const reached = Promise.withResolvers<boolean>();
  const released = Promise.withResolvers<undefined>();
  const db = platform.db.$extends({
    query: {
      async $allOperations({ operation, args, query }) {
        if (isWrite(operation)) {
          reached.resolve(true);
          await released.promise;
        }
        return query(args) as Promise<unknown>;
      },
    },
  });
  const outcome = act({ ...platform, db: db as unknown as Platform['db'] });
  const over = () => {
    reached.resolve(false);
  };
  outcome.then(over, over);
  return {
    stands: await reached.promise,
    goOn() {
      released.resolve(undefined);
      return outcome;
    },
  };
}

function isWrite(operation: string): boolean {
  return !/^(find|count|aggregate|groupBy|\$queryRaw)/.test(operation);
}

/** How far an act comes beside one that stands: to its end, or to something that the other holds. */
export async function overOrWaiting(
  { db }: Platform,
  act: Promise<unknown>,
): Promise<'over' | 'waiting'> {
  const seen = { over: false };
  const over = () => {
    seen.over = true;
  };
  act.then(over, over);
  for (;;) {
    const held = await db.$queryRaw<unknown[]>`
      select waiting.pid from pg_stat_activity waiting join pg_stat_activity holding
        on holding.pid = any(pg_blocking_pids(waiting.pid))
      where waiting.datname = current_database() and holding.state = 'idle in transaction'`;
    if (seen.over) return 'over';
    if (held.length > 0) return 'waiting';
  }
}
