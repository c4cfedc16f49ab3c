import { Prisma } from '@/prisma/generated/client';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { isAssessed } from '@/lib/programme/rules/cohort-states';
import type { UserId } from '@/lib/kernel/ids';
import { statesIn } from '@/lib/kernel/state-machine';
import { concluded } from '../rules/states';
import type { ApplicationSort, StaffVisibleState } from '../rules/staff-table';
import { readCursor, type KeyKind } from '../rules/table-cursor';

/** Which rows of the staff's table are wanted, in which order, and from where on. */
export interface TableWanted {
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
}

/** A row of `arrivedIn`, as the database gives it. */
export interface ArrivedRow {
  readonly reference: string;
  readonly arrival_number: number;
  readonly received_at: Date;
  readonly state: string;
  readonly name: string;
  readonly email: string;
  readonly category_number: number | null;
  readonly employer: string | null;
  readonly unit: string | null;
  readonly claim: string | null;
  readonly priority: boolean;
  readonly documents: number;
  readonly awaits: boolean;
  readonly is_own: boolean;
}

/** Who reads the table, and whether they await an answer of their own: it is then theirs to see as an applicant does. */
export interface TableReader {
  readonly userId: UserId | null;
  readonly awaitsOwnAnswer: boolean;
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

/**
 * What the table is made of: every application of the cohort that has arrived, with what staff filter and sort by.
 * Of a secret one neither the conclusion is in it, nor whether it has a class in the locked ranking.
 */
export function arrivedIn(cohort: CohortFacts, reader: TableReader): Prisma.Sql {
  const isOwn = Prisma.sql`coalesce(a.applicant_id = ${reader.userId}::uuid, false)`;
  const isSecret = reader.awaitsOwnAnswer ? isOwn : Prisma.sql`false`;
  return Prisma.sql`
    select a.reference, a.arrival_number, a.received_at, ${isOwn} as is_own,
           case when ${isSecret} and a.state in (${Prisma.join(statesIn(concluded))})
             then 'submitted' else a.state end as state,
           coalesce(a.applicant_name, u.email) as name, u.email, a.category_number,
           w.employer, w.unit, a.answers #>> '{workplace,worksWithKyr}' as claim,
           coalesce((
             select p.priority_class = 1
             from ranking_position p join ranking r on r.id = p.ranking_id
             where p.application_id = a.id and 'priority-workplace' = any(r.criteria)
               and not ${isSecret}
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

/** Which of them are wanted. */
export function filterOf({ states, category, priority, awaits, text }: TableWanted): Prisma.Sql {
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

/** The column that they are sorted by, as a cursor has it. */
export function sortKeyOf({ sort = 'arrival' }: TableWanted): Prisma.Sql {
  return sortKeys[sort].sql;
}

/** Those that follow where the page before ended. */
export function afterKey({ sort = 'arrival', descending = false, after }: TableWanted): Prisma.Sql {
  const cursor = after === undefined ? null : readCursor(after, sortKeys[sort].kind);
  if (cursor === null) return Prisma.sql`true`;
  const { sql, cast } = sortKeys[sort];
  const here = Prisma.sql`(${sql}, arrival_number)`;
  const there = Prisma.sql`(${cursor.key}::text::${cast}, ${cursor.arrivalNumber}::integer)`;
  return descending ? Prisma.sql`${here} < ${there}` : Prisma.sql`${here} > ${there}`;
}

/** By the column, then by arrival number: no two are alike. */
export function orderOf({ sort = 'arrival', descending = false }: TableWanted): Prisma.Sql {
  const { sql } = sortKeys[sort];
  return descending
    ? Prisma.sql`${sql} desc, arrival_number desc`
    : Prisma.sql`${sql} asc, arrival_number asc`;
}
