import { Prisma } from '@/prisma/generated/client';
import type { CohortId, WorkplaceId } from '@/lib/kernel/ids';
import { parseState } from '@/lib/kernel/state-machine';
import type { Instant } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { andLock } from '@/lib/platform/locks';
import { cohortMoves, type CohortState } from '@/lib/programme/rules/cohort-states';
import type { StoredApplication } from './store';

/** What an arrival needs to know of a cohort under its lock, and no more: others are waiting. */
export interface Arrivals {
  readonly state: CohortState;
  readonly lastArrivalNumber: number;
  /** A moment after the lock had been taken. */
  readonly now: Instant;
}

/**
 * Takes the cohort's row for the rest of the transaction, and reads what an arrival needs, in one
 * statement. The clock is read after the lock: the row comes out of the inner query only when it has been
 * taken, and `materialized` keeps the two apart.
 */
export async function lockArrivals(tx: Tx, cohortId: CohortId): Promise<Arrivals> {
  type Row = Omit<Arrivals, 'state'> & { readonly state: string };
  const [row] = await tx.prisma.$queryRaw<Row[]>`
    with taken as materialized (
      select state, last_arrival_number from cohort where id = ${cohortId}::uuid ${andLock(tx)}
    )
    select state, last_arrival_number as "lastArrivalNumber",
      date_trunc('milliseconds', clock_timestamp()) as now
    from taken`;
  if (row === undefined) throw new Error('A cohort that was there is gone.');
  const { state, lastArrivalNumber, now } = row;
  return {
    state: parseState(cohortMoves, state),
    lastArrivalNumber,
    now: tx.platform.clock.of(now),
  };
}

/**
 * The draft has arrived: state, time and number are set together, once, the cohort counts on, and the
 * answers as they stand are revision 1 (rule 3). For `writeTogether`, and only under the cohort's lock,
 * which is held until the commit: numbers are then given in the order of commit, and one that rolls back
 * leaves no gap.
 */
export function arrivalWrites(
  { id, cohortId, applicantId, answers }: StoredApplication,
  arrival: { readonly receivedAt: Instant; readonly arrivalNumber: number },
  workplaceId: WorkplaceId,
): Prisma.Sql[] {
  const { receivedAt, arrivalNumber } = arrival;
  return [
    Prisma.sql`
      update cohort set last_arrival_number = ${arrivalNumber} where id = ${cohortId}::uuid`,
    Prisma.sql`
      update application set state = 'submitted', received_at = ${receivedAt},
        arrival_number = ${arrivalNumber}, workplace_id = ${workplaceId}::uuid,
        updated_at = ${receivedAt}
      where id = ${id}::uuid`,
    Prisma.sql`
      insert into application_revision (id, application_id, number, answers, at, by_id)
      values (${newId()}::uuid, ${id}::uuid, 1, ${JSON.stringify(answers)}::jsonb, ${receivedAt},
        ${applicantId}::uuid)`,
  ];
}
