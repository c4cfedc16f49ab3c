import type { Actor } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { parseState } from '@/lib/kernel/state-machine';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';
import { awaitsOwnAnswer, countStates } from '../own-answer';
import { kyrAnswers, type KyrAnswer } from '../rules/answers';
import { applicationMoves, type ApplicationState } from '../rules/states';
import { writeCursor } from '../rules/table-cursor';
import {
  afterKey,
  arrivedIn,
  filterOf,
  orderOf,
  sortKeyOf,
  type ArrivedRow,
  type TableWanted,
} from './staff-table-sql';

export interface StaffApplicationsArgs extends TableWanted {
  readonly cohortId: string;
  /** 1–200; 50 when left out. */
  readonly limit?: number;
}

/** A row of the staff's table. */
export interface StaffApplicationRow {
  readonly reference: string;
  readonly arrivalNumber: number;
  readonly receivedAt: Instant;
  readonly state: ApplicationState;
  readonly name: string;
  readonly email: string;
  readonly categoryNumber: number | null;
  readonly workplace: { readonly employer: string; readonly unit: string } | null;
  /** Whether the workplace works with KYR, as the applicant says it (rule 5: only a claim). */
  readonly claim: KyrAnswer | null;
  /** As it was locked with the ranking; before that, whether the workplace's anchoring is in force on the deadline (rule 5). */
  readonly priority: boolean;
  readonly documents: number;
  /** The applicant has been asked for more, and has not answered. */
  readonly awaits: boolean;
  /** The reader's own. Until the answers are out it stands here as its applicant knows it. */
  readonly isOwn: boolean;
}

export interface StaffApplications {
  readonly cohort: CohortFacts;
  readonly now: Instant;
  readonly rows: readonly StaffApplicationRow[];
  /** How many match, on all pages. */
  readonly matching: number;
  /** How many there are of each state, whatever the filter (`countStates`). */
  readonly counts: Readonly<Record<ApplicationState, number>>;
  /** How many have been asked for more and have not answered, whatever the filter. */
  readonly awaited: number;
  /** How many of those that match have priority. */
  readonly withPriority: number;
  /** `after` of the next page; null on the last. */
  readonly next: string | null;
}

type Row = ArrivedRow & { readonly sort_key: string };

type Matches = Pick<StaffApplications, 'matching' | 'withPriority' | 'awaited'>;

/** A cohort's applications that have arrived, filtered, sorted and paged by key, for staff. */
export async function staffApplications(
  platform: Platform,
  actor: Actor,
  args: StaffApplicationsArgs,
): Promise<Result<StaffApplications, { kind: 'forbidden' | 'not-found' }>> {
  if (!can(actor, 'read-applications')) return refuse({ kind: 'forbidden' });
  const cohort = isId(args.cohortId) ? await readCohort(platform.db, args.cohortId) : null;
  if (cohort === null) return refuse({ kind: 'not-found' });
  const limit = Math.min(200, Math.max(1, Math.trunc(args.limit ?? 50)));
  const awaits = await awaitsOwnAnswer(platform.db, actor, cohort.id);
  const userId = actor.kind === 'person' ? actor.userId : null;
  const arrived = arrivedIn(cohort, { userId, awaitsOwnAnswer: awaits });
  const filter = filterOf(args);
  const [rows, matches, counts, now] = await Promise.all([
    platform.db.$queryRaw<Row[]>`
      with arrived as (${arrived})
      select *, (${sortKeyOf(args)})::text as sort_key
      from arrived
      where ${filter} and ${afterKey(args)}
      order by ${orderOf(args)}
      limit ${limit + 1}`,
    platform.db.$queryRaw<Matches[]>`
      with arrived as (${arrived})
      select count(*) filter (where ${filter})::int as matching,
        count(*) filter (where ${filter} and priority)::int as "withPriority",
        count(*) filter (where awaits)::int as awaited
      from arrived`,
    countStates(platform.db, actor, { cohortId: cohort.id, awaits }),
    readNow(platform),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    cohort,
    now,
    rows: page.map(rowOf),
    ...(matches[0] ?? { matching: 0, withPriority: 0, awaited: 0 }),
    counts: counts.byState,
    next:
      rows.length > limit && last !== undefined
        ? writeCursor({ key: last.sort_key, arrivalNumber: last.arrival_number })
        : null,
  });
}

function rowOf(row: ArrivedRow): StaffApplicationRow {
  return {
    reference: row.reference,
    arrivalNumber: row.arrival_number,
    receivedAt: row.received_at,
    state: parseState(applicationMoves, row.state),
    name: row.name,
    email: row.email,
    categoryNumber: row.category_number,
    workplace:
      row.employer === null || row.unit === null
        ? null
        : { employer: row.employer, unit: row.unit },
    claim: kyrAnswers.find((answer) => answer === row.claim) ?? null,
    priority: row.priority,
    documents: row.documents,
    awaits: row.awaits,
    isOwn: row.is_own,
  };
}
