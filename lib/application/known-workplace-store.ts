import { Prisma } from '@/prisma/generated/client';
import { fromDateColumn, type LocalDate } from '@/lib/kernel/time';
import type { FoundWorkplace, WorkplaceQuery } from './rules/workplace-search';

interface Row {
  employer: string;
  organisation_number: string;
  unit: string;
  anchored_since: Date | null;
}

/**
 * The workplaces that this installation knows and may show to every applicant: those whose words staff
 * have stood for, by verifying an anchoring, or by concluding that somebody from there was qualified, once
 * that cohort's answers are out (before, a search would tell the outcome). However many have typed the same:
 * a free text can hold anything, and accounts cost nothing.
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
    )
    select m.employer, m.organisation_number, m.unit, (
      select min(v."from") from anchoring v
      where v.workplace_id = m.id and v.withdrawn_at is null
        and v."from" <= ${applicationDeadline}::date
        and (v."to" is null or v."to" >= ${applicationDeadline}::date)
    ) as anchored_since
    from matched m
    where exists (
        select from anchoring v where v.workplace_id = m.id and v.withdrawn_at is null
      )
      or exists (
        select from application a
        join release r on r.cohort_id = a.cohort_id
        where a.workplace_id = m.id and a.state = 'qualified'
          and lower(a.answers #>> '{workplace,employer}' collate "nb-NO-x-icu")
            = lower(m.employer collate "nb-NO-x-icu")
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
