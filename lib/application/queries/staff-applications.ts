import { Prisma } from '@/prisma/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { parseState } from '@/lib/kernel/state-machine';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { isAssessed } from '@/lib/programme/rules/cohort-states';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';
import { kyrAnswers, type KyrAnswer } from '../rules/answers';
import { applicationMoves, type ApplicationState } from '../rules/states';
import type { ApplicationSort, StaffVisibleState } from '../rules/staff-table';
import { readCursor, writeCursor, type KeyKind } from '../rules/table-cursor';

export interface StaffApplicationsArgs {
  readonly cohortId: string;
  readonly states?: readonly StaffVisibleState[];
  readonly category?: number;
  readonly priority?: boolean;
  /** Only those whose applicants have been asked for more and have not answered. */
  readonly awaits?: boolean;
  /** Words in the name, e-mail address, employer, unit or reference (with or without its hyphens); all must occur. */
  readonly text?: string;
  readonly sort?: ApplicationSort;
  readonly descending?: boolean;
  /** `next` of the page before; anything else starts from the top. */
  readonly after?: string;
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
}

export interface StaffApplications {
  readonly cohort: CohortFacts;
  readonly now: Instant;
  readonly rows: readonly StaffApplicationRow[];
  /** How many match, on all pages. */
  readonly matching: number;
  /** How many there are of each state, whatever the filter. Drafts are counted, never shown; withdrawn ones had arrived. */
  readonly counts: Readonly<Record<ApplicationState, number>>;
  /** How many have been asked for more and have not answered, whatever the filter. */
  readonly awaited: number;
  /** How many of those that match have priority. */
  readonly withPriority: number;
  /** `after` of the next page; null on the last. */
  readonly next: string | null;
}

interface Row {
  reference: string;
  arrival_number: number;
  received_at: Date;
  state: string;
  name: string;
  email: string;
  category_number: number | null;
  employer: string | null;
  unit: string | null;
  claim: string | null;
  priority: boolean;
  documents: number;
  awaits: boolean;
  sort_key: string;
}

interface SortKey {
  readonly kind: KeyKind;
  readonly sql: Prisma.Sql;
  /** What a cursor's text becomes, to be compared. */
  readonly cast: Prisma.Sql;
}

function textKey(sql: Prisma.Sql): SortKey {
  return { kind: 'text', sql: Prisma.sql`${sql} collate "nb-NO-x-icu"`, cast: Prisma.sql`text` };
}

function numberKey(sql: Prisma.Sql): SortKey {
  return { kind: 'number', sql, cast: Prisma.sql`bigint` };
}

const sortKeys: Record<ApplicationSort, SortKey> = {
  arrival: numberKey(Prisma.sql`floor(extract(epoch from received_at) * 1000)::bigint`),
  number: numberKey(Prisma.sql`arrival_number::bigint`),
  name: textKey(Prisma.sql`name`),
  workplace: textKey(Prisma.sql`concat_ws(' ', employer, unit)`),
  category: numberKey(Prisma.sql`coalesce(category_number, 0)::bigint`),
  state: numberKey(
    Prisma.sql`array_position(array['submitted','qualified','not-qualified','withdrawn'], state)::bigint`,
  ),
};

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
  const arrived = arrivedIn(cohort);
  const filter = filterOf(args);
  const [rows, matching, counts, priority, awaited, now] = await Promise.all([
    platform.db.$queryRaw<Row[]>`
      with arrived as (${arrived})
      select *, (${sortKeys[args.sort ?? 'arrival'].sql})::text as sort_key
      from arrived
      where ${filter} and ${afterKey(args)}
      order by ${orderOf(args)}
      limit ${limit + 1}`,
    platform.db.$queryRaw<{ count: number }[]>`
      with arrived as (${arrived}) select count(*)::int as count from arrived where ${filter}`,
    platform.db.application.groupBy({
      by: ['state'],
      where: { cohortId: cohort.id, NOT: { state: 'withdrawn', arrivalNumber: null } },
      _count: true,
    }),
    platform.db.$queryRaw<{ count: number }[]>`
      with arrived as (${arrived})
      select count(*)::int as count from arrived where ${filter} and priority`,
    platform.db.$queryRaw<{ count: number }[]>`
      with arrived as (${arrived}) select count(*)::int as count from arrived where awaits`,
    readNow(platform),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    cohort,
    now,
    rows: page.map(rowOf),
    matching: matching[0]?.count ?? 0,
    counts: {
      ...{ draft: 0, submitted: 0, qualified: 0, 'not-qualified': 0, withdrawn: 0 },
      ...Object.fromEntries(counts.map(({ state, _count }) => [state, _count])),
    },
    awaited: awaited[0]?.count ?? 0,
    withPriority: priority[0]?.count ?? 0,
    next:
      rows.length > limit && last !== undefined
        ? writeCursor({ key: last.sort_key, arrivalNumber: last.arrival_number })
        : null,
  });
}

function arrivedIn(cohort: CohortFacts): Prisma.Sql {
  return Prisma.sql`
    select a.reference, a.arrival_number, a.received_at, a.state,
           coalesce(a.applicant_name, u.email) as name, u.email, a.category_number,
           w.employer, w.unit, a.answers #>> '{workplace,worksWithKyr}' as claim,
           coalesce((
             select p.priority_class = 1
             from ranking_position p join ranking r on r.id = p.ranking_id
             where p.application_id = a.id and 'priority-workplace' = any(r.criteria)
           ), exists (
             select from anchoring v
             where v.workplace_id = a.workplace_id and v.withdrawn_at is null
               and v."from" <= ${cohort.applicationDeadline}::date
               and (v."to" is null or v."to" >= ${cohort.applicationDeadline}::date)
           )) as priority,
           (select count(*)::int from supporting_document d
            left join information_request q on q.id = d.request_id
            where d.application_id = a.id and d.removed_at is null
              and coalesce(q.state, 'answered') = 'answered') as documents,
           ${isAssessed[cohort.state]} and a.state <> 'withdrawn' and exists (
             select from information_request q
             where q.application_id = a.id and q.state = 'open'
           ) as awaits
    from application a
    join user_account u on u.id = a.applicant_id
    left join workplace w on w.id = a.workplace_id
    where a.cohort_id = ${cohort.id}::uuid and a.arrival_number is not null`;
}

function filterOf({ states, category, priority, awaits, text }: StaffApplicationsArgs): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (states !== undefined && states.length > 0) {
    conditions.push(Prisma.sql`state in (${Prisma.join([...states])})`);
  }
  if (category !== undefined) conditions.push(Prisma.sql`category_number = ${category}`);
  if (priority !== undefined) conditions.push(Prisma.sql`priority = ${priority}`);
  if (awaits === true) conditions.push(Prisma.sql`awaits`);
  for (const word of wordsOf(text ?? '')) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(
      Prisma.sql`concat_ws(' ', name, email, employer, unit, reference, replace(reference, '-', '')) ilike ${pattern}`,
    );
  }
  return Prisma.join(conditions, ' and ');
}

/** At most eight words, without what PostgreSQL's text cannot hold. */
function wordsOf(text: string): string[] {
  return text
    .slice(0, 200)
    .toWellFormed()
    .replaceAll('\u0000', '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
}

function afterKey({
  sort = 'arrival',
  descending = false,
  after,
}: StaffApplicationsArgs): Prisma.Sql {
  const cursor = after === undefined ? null : readCursor(after, sortKeys[sort].kind);
  if (cursor === null) return Prisma.sql`true`;
  const { sql, cast } = sortKeys[sort];
  const here = Prisma.sql`(${sql}, arrival_number)`;
  const there = Prisma.sql`(${cursor.key}::text::${cast}, ${cursor.arrivalNumber}::integer)`;
  return descending ? Prisma.sql`${here} < ${there}` : Prisma.sql`${here} > ${there}`;
}

function orderOf({ sort = 'arrival', descending = false }: StaffApplicationsArgs): Prisma.Sql {
  const { sql } = sortKeys[sort];
  return descending
    ? Prisma.sql`${sql} desc, arrival_number desc`
    : Prisma.sql`${sql} asc, arrival_number asc`;
}

function rowOf(row: Row): StaffApplicationRow {
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
  };
}
