import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** How often something may be done: `points` times within `seconds`, for each key. */
export interface RateRule {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Counters that all instances share, because they stand in the database. */
export interface Limits {
  /** Counts one attempt. Answers 0 when it is allowed, else the seconds until the next may be made. */
  consume(rule: RateRule, key: string): Promise<number>;
}

/** Rate limits in the table `rate_limit`, over the process's pool. */
export function openLimits(pool: Pool): Limits {
  const limiters = new Map<string, RateLimiterPostgres>();
  const limiterOf = (rule: RateRule) => {
    const known = limiters.get(rule.name);
    if (known !== undefined) return known;
    const made = new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: rule.name,
      points: rule.points,
      duration: rule.seconds,
    });
    limiters.set(rule.name, made);
    return made;
  };
  return {
    async consume(rule, key) {
      try {
        await limiterOf(rule).consume(key);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000) || 1;
        throw refused;
      }
    },
  };
}
