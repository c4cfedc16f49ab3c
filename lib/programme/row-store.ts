import { Prisma } from '@/prisma/generated/client';
import { asId, type ProgrammeId } from '@/lib/kernel/ids';
import { parseState } from '@/lib/kernel/state-machine';
import type { LocalDate } from '@/lib/kernel/time';
import { categoryRequirement, localizedText, place, programmeTexts } from './forms';
import type { CohortFacts, GatheringFacts } from './rules/cohort-facts';
import { cohortMoves } from './rules/cohort-states';
import type { Category, ProgrammeTexts } from './rules/programme-texts';
import { rankingCriteria, type RankingCriterion } from './rules/ranking-criteria';

/** A programme as its own page reads it. */
export interface ProgrammeFacts {
  readonly id: ProgrammeId;
  readonly slug: string;
  readonly texts: ProgrammeTexts;
  readonly mailbox: string;
  readonly contactPhone: string;
  readonly categories: readonly Category[];
}

export const withCategories = {
  categories: { orderBy: { number: 'asc' } },
} as const satisfies Prisma.ProgrammeInclude;

type ProgrammeRow = Prisma.ProgrammeGetPayload<{ include: typeof withCategories }>;
type CategoryRow = Omit<ProgrammeRow['categories'][number], 'id' | 'programmeId'>;

/** A cohort with everything that its facts are made of, days as "YYYY-MM-DD". */
export interface CohortRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly state: string;
  readonly opensOn: LocalDate;
  readonly applicationDeadline: LocalDate;
  readonly respondBy: LocalDate;
  readonly decisionDate: LocalDate;
  readonly admissionClosesOn: LocalDate;
  readonly capacity: number;
  readonly placesTaken: number;
  readonly minimumParticipants: number;
  readonly ordinaryPrice: number;
  readonly earlyBirdPrice: number;
  readonly earlyBirdPlaces: number;
  readonly lastEnrollmentOrdinal: number;
  readonly rankingCriteria: readonly string[];
  readonly place: unknown;
  readonly programme: {
    readonly id: string;
    readonly slug: string;
    readonly name: unknown;
    readonly heldBy: unknown;
    readonly mailbox: string;
    readonly contactPhone: string;
    readonly categories: readonly CategoryRow[];
  };
  readonly gatherings: readonly GatheringFacts[];
}

/**
 * One statement for a cohort with its programme and gatherings: it is read on every page, and under the
 * cohort's lock, where each further trip to the database would be paid by everybody who waits. Of the
 * programme's texts, which are long, only what every page says.
 */
export const selectCohorts = Prisma.sql`
  select c.id::text, c.slug, c.name, c.zone, c.state, c.opens_on::text as "opensOn",
    c.application_deadline::text as "applicationDeadline", c.respond_by::text as "respondBy",
    c.decision_date::text as "decisionDate", c.admission_closes_on::text as "admissionClosesOn",
    c.capacity, c.places_taken as "placesTaken", c.minimum_participants as "minimumParticipants",
    c.ordinary_price as "ordinaryPrice", c.early_bird_price as "earlyBirdPrice",
    c.early_bird_places as "earlyBirdPlaces",
    c.last_enrollment_ordinal as "lastEnrollmentOrdinal", c.ranking_criteria as "rankingCriteria",
    c.place,
    json_build_object('id', p.id, 'slug', p.slug, 'name', p.texts -> 'name',
      'heldBy', p.texts -> 'heldBy', 'mailbox', p.mailbox,
      'contactPhone', p.contact_phone, 'categories', (
        select coalesce(json_agg(json_build_object('number', e.number, 'name', e.name,
          'description', e.description, 'requirement', e.requirement,
          'minimumFteYears', e.minimum_fte_years) order by e.number), '[]'::json)
        from eligibility_category e where e.programme_id = p.id)) as programme,
    (select coalesce(json_agg(json_build_object('number', g.number, 'sessions', (
        select coalesce(json_agg(json_build_object('date', s.date, 'startsAt', s.starts_at,
          'endsAt', s.ends_at) order by s.date), '[]'::json)
        from session s where s.gathering_id = g.id)) order by g.number), '[]'::json)
      from gathering g where g.cohort_id = c.id) as gatherings
  from cohort c join programme p on p.id = c.programme_id`;

/** Reads a programme's row; its JSON columns are parsed, since a hand may have been in them. */
export function programmeFactsOf(row: ProgrammeRow): ProgrammeFacts {
  return {
    id: asId(row.id),
    slug: row.slug,
    texts: programmeTexts.parse(row.texts),
    mailbox: row.mailbox,
    contactPhone: row.contactPhone,
    categories: row.categories.map(categoryOf),
  };
}

function categoryOf(row: CategoryRow): Category {
  const { number, name, description, requirement, minimumFteYears } = row;
  return {
    number,
    name: localizedText.parse(name),
    description: localizedText.parse(description),
    requirement: categoryRequirement.parse(requirement),
    minimumFteYears,
  };
}

/** Reads a cohort's row. */
export function cohortFactsOf(row: CohortRow): CohortFacts {
  const { programme } = row;
  return {
    id: asId(row.id),
    slug: row.slug,
    name: row.name,
    zone: row.zone,
    state: parseState(cohortMoves, row.state),
    opensOn: row.opensOn,
    applicationDeadline: row.applicationDeadline,
    respondBy: row.respondBy,
    decisionDate: row.decisionDate,
    admissionClosesOn: row.admissionClosesOn,
    capacity: row.capacity,
    placesTaken: row.placesTaken,
    minimumParticipants: row.minimumParticipants,
    ordinaryPrice: { amount: row.ordinaryPrice, currency: 'NOK' },
    earlyBirdPrice: { amount: row.earlyBirdPrice, currency: 'NOK' },
    earlyBirdPlaces: row.earlyBirdPlaces,
    earlyBirdPlacesLeft: Math.max(0, row.earlyBirdPlaces - row.lastEnrollmentOrdinal),
    rankingCriteria: row.rankingCriteria.filter(isRankingCriterion),
    place: place.parse(row.place),
    gatherings: row.gatherings,
    programme: {
      id: asId(programme.id),
      slug: programme.slug,
      name: localizedText.parse(programme.name),
      heldBy: localizedText.parse(programme.heldBy),
      mailbox: programme.mailbox,
      contactPhone: programme.contactPhone,
      categories: programme.categories.map(categoryOf),
    },
  };
}

function isRankingCriterion(word: string): word is RankingCriterion {
  return (rankingCriteria as readonly string[]).includes(word);
}
