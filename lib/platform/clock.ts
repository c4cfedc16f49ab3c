import type { Prisma } from '@/prisma/generated/client';
import type { Instant } from '@/lib/kernel/time';

/** Where `now` comes from inside a transaction. */
export interface Clock {
  /** The moment at which it is asked, in UTC, by the clock that decides. */
  now(prisma: Prisma.TransactionClient): Promise<Instant>;
  /** The same for `clock_timestamp()` that a statement has brought along with what it read: no second trip. */
  of(databaseTime: Instant): Instant;
}

const day = 86_400_000;

/**
 * The database's own clock, asked anew each time (`clock_timestamp()`, not the transaction's start), so
 * that a moment taken under a row lock is later than every moment taken under it before. Milliseconds.
 * `shiftDays` moves it by whole days, for rehearsals.
 */
export function databaseClock(shiftDays = 0): Clock {
  const of = (databaseTime: Instant) => new Date(databaseTime.getTime() + shiftDays * day);
  return {
    of,
    async now(prisma) {
      const rows = await prisma.$queryRaw<{ now: Date }[]>`
        select date_trunc('milliseconds', clock_timestamp()) as now`;
      const now = rows[0]?.now;
      if (now === undefined) throw new Error('The database did not tell the time.');
      return of(now);
    },
  };
}

/** A clock that stands where it is put: for tests and for the demo's history. */
export class FixedClock implements Clock {
  constructor(private instant: Instant) {}

  /** Puts the clock at another moment. */
  set(instant: Instant): void {
    this.instant = instant;
  }

  /** Moves the clock by milliseconds. */
  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }

  now(): Promise<Instant> {
    return Promise.resolve(this.of());
  }

  of(): Instant {
    return new Date(this.instant);
  }
}
