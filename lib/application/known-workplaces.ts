import { Prisma } from '@/prisma/generated/client';
import { fromDateColumn, type LocalDate } from '@/lib/kernel/time';
import { receivedStates } from './rules/states';
import type { WorkplaceQuery } from './rules/workplace-search';

/** A workplace that a search has found. */
export interface FoundWorkplace {
  readonly employer: string;
  readonly organisationNumber: string;
  /** Empty for an organisation as a whole. */
  readonly unit: string;
  /** Where it is, when a public register says so. */
  readonly place: string | null;
  /** Staff have verified that it is anchored on the application deadline (rule 5): since when. */
  readonly anchoredSince: LocalDate | null;
}

/** So many people must have named a workplace alike before it is shown to others. */
const sharedBy = 3;

interface Row {
  employer: string;
  organisation_number: string;
  unit: string;
  anchored_since: Date | null;
}

/**
 * The workplaces that this installation knows and may show to every applicant: those that staff have
 * verified an anchoring of, and those that three people or more have applied from, with the same employer.
 * What one or two have typed stays theirs: a free text can hold a name, and few can be recognised.
 */
export async function findKnownWorkplaces(
  prisma: Prisma.TransactionClient,
  query: WorkplaceQuery,
  applicationDeadline: LocalDate,
  limit: number,
): Promise<FoundWorkplace[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    with matched as (
      select w.id, w.employer, w.organisation_number, w.unit
      from workplace w
      where ${matches(query)}
    ), shared as (
      select m.id
      from matched m
      join application a on a.workplace_id = m.id
      where a.state in (${Prisma.join(receivedStates)})
        and lower(a.answers #>> '{workplace,employer}' collate "nb-NO-x-icu")
          = lower(m.employer collate "nb-NO-x-icu")
      group by m.id
      having count(distinct a.applicant_id) >= ${sharedBy}
    )
    select m.employer, m.organisation_number, m.unit, (
      select min(v."from") from anchoring v
      where v.workplace_id = m.id and v.withdrawn_at is null
        and v."from" <= ${applicationDeadline}::date
        and (v."to" is null or v."to" >= ${applicationDeadline}::date)
    ) as anchored_since
    from matched m
    where m.id in (select id from shared)
       or exists (
         select from anchoring v where v.workplace_id = m.id and v.withdrawn_at is null
       )
    order by m.employer collate "nb-NO-x-icu", m.unit collate "nb-NO-x-icu", m.id
    limit ${limit}`;
  return rows.map((row) => ({
    employer: row.employer,
    organisationNumber: row.organisation_number,
    unit: row.unit,
    place: null,
    anchoredSince: row.anchored_since === null ? null : fromDateColumn(row.anchored_since),
  }));
}

function matches(query: WorkplaceQuery): Prisma.Sql {
  if (query.by === 'number') return Prisma.sql`w.organisation_number = ${query.organisationNumber}`;
  const name = Prisma.sql`' ' || ${folded(Prisma.sql`concat_ws(' ', w.employer, w.unit)`)}`;
  const each = query.words.map(
    (word) => Prisma.sql`strpos(${name}, ' ' || ${folded(Prisma.sql`${word}::text`)}) > 0`,
  );
  return Prisma.join(each, ' and ');
}

/** Lower case, without accents and punctuation: "Åsgård, døgn" is "asgard dogn". */
function folded(text: Prisma.Sql): Prisma.Sql {
  const bare = Prisma.sql`regexp_replace(normalize(lower(${text} collate "nb-NO-x-icu"), NFKD), '[\\u0300-\\u036f]+', '', 'g')`;
  const latin = Prisma.sql`replace(replace(replace(${bare}, 'ø', 'o'), 'æ', 'ae'), 'đ', 'd')`;
  return Prisma.sql`btrim(regexp_replace(${latin}, '[^[:alnum:]]+', ' ', 'g'))`;
}
