import type { Prisma } from '@/prisma/generated/client';
import { asId, type CohortId, type ProgrammeId } from '@/lib/kernel/ids';
import { parseState } from '@/lib/kernel/state-machine';
import { fromDateColumn, toDateColumn } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { categoryRequirement, localizedText, place, programmeTexts } from './forms';
import type { CohortFacts, GatheringFacts } from './rules/cohort-facts';
import type { CohortPlan } from './rules/cohort-plan';
import { cohortMoves, type CohortState } from './rules/cohort-states';
import type { Category, ProgrammeTexts } from './rules/programme-texts';
import { rankingCriteria, type RankingCriterion } from './rules/ranking-criteria';

/** The database, in a transaction or not: reads are the same. */
type Reader = Prisma.TransactionClient;

/** A programme as its own page reads it. */
export interface ProgrammeFacts {
  readonly id: ProgrammeId;
  readonly slug: string;
  readonly texts: ProgrammeTexts;
  readonly mailbox: string;
  readonly contactPhone: string;
  readonly categories: readonly Category[];
}

const withCategories = {
  categories: { orderBy: { number: 'asc' } },
} as const satisfies Prisma.ProgrammeInclude;

const withFacts = {
  programme: { include: withCategories },
  gatherings: {
    orderBy: { number: 'asc' },
    include: { sessions: { orderBy: { date: 'asc' } } },
  },
} as const satisfies Prisma.CohortInclude;

type ProgrammeRow = Prisma.ProgrammeGetPayload<{ include: typeof withCategories }>;
type CohortRow = Prisma.CohortGetPayload<{ include: typeof withFacts }>;

/** One cohort, or null. In a transaction that counts on `placesTaken` or ordinals: read it after `lockCohort`. */
export async function readCohort(prisma: Reader, cohortId: string): Promise<CohortFacts | null> {
  const row = await prisma.cohort.findUnique({ where: { id: cohortId }, include: withFacts });
  return row === null ? null : cohortFactsOf(row);
}

/** One cohort by the words of its address, or null. */
export async function readCohortBySlugs(
  prisma: Reader,
  programmeSlug: string,
  cohortSlug: string,
): Promise<CohortFacts | null> {
  const row = await prisma.cohort.findFirst({
    where: { slug: cohortSlug, programme: { slug: programmeSlug } },
    include: withFacts,
  });
  return row === null ? null : cohortFactsOf(row);
}

/** All cohorts, of one programme or of every, by deadline, the earliest first. */
export async function readCohorts(prisma: Reader, programmeId?: string): Promise<CohortFacts[]> {
  const rows = await prisma.cohort.findMany({
    where: programmeId === undefined ? {} : { programmeId },
    include: withFacts,
    orderBy: [{ applicationDeadline: 'asc' }, { slug: 'asc' }],
  });
  return rows.map(cohortFactsOf);
}

export async function readProgrammeBySlug(
  prisma: Reader,
  slug: string,
): Promise<ProgrammeFacts | null> {
  const row = await prisma.programme.findUnique({ where: { slug }, include: withCategories });
  return row === null ? null : programmeFactsOf(row);
}

/** Every programme, in the order in which they were made. */
export async function readProgrammes(prisma: Reader): Promise<ProgrammeFacts[]> {
  const rows = await prisma.programme.findMany({
    include: withCategories,
    orderBy: [{ createdAt: 'asc' }, { slug: 'asc' }],
  });
  return rows.map(programmeFactsOf);
}

/** A programme as it is described before it exists. */
export type NewProgramme = Omit<ProgrammeFacts, 'id'>;

export async function insertProgramme(tx: Tx, programme: NewProgramme): Promise<ProgrammeId> {
  const id = newId<'Programme'>();
  await tx.prisma.programme.create({
    data: {
      id,
      slug: programme.slug,
      texts: json(programme.texts),
      mailbox: programme.mailbox,
      contactPhone: programme.contactPhone,
      createdAt: await tx.now(),
      categories: {
        create: programme.categories.map((category) => ({
          ...category,
          id: newId(),
          name: json(category.name),
          description: json(category.description),
        })),
      },
    },
  });
  return id;
}

/** Stores a cohort as `planned`, with its gatherings. */
export async function insertCohort(
  tx: Tx,
  programmeId: ProgrammeId,
  plan: CohortPlan,
): Promise<CohortId> {
  const id = newId<'Cohort'>();
  await tx.prisma.cohort.create({
    data: {
      id,
      programmeId,
      slug: plan.slug,
      name: plan.name,
      zone: plan.zone,
      opensOn: toDateColumn(plan.opensOn),
      applicationDeadline: toDateColumn(plan.applicationDeadline),
      respondBy: toDateColumn(plan.respondBy),
      decisionDate: toDateColumn(plan.decisionDate),
      admissionClosesOn: toDateColumn(plan.admissionClosesOn),
      capacity: plan.capacity,
      minimumParticipants: plan.minimumParticipants,
      currency: plan.ordinaryPrice.currency,
      ordinaryPrice: plan.ordinaryPrice.amount,
      earlyBirdPrice: plan.earlyBirdPrice.amount,
      earlyBirdPlaces: plan.earlyBirdPlaces,
      rankingCriteria: [...plan.rankingCriteria],
      place: json(plan.place),
      createdAt: await tx.now(),
      gatherings: {
        create: plan.gatherings.map((gathering) => ({
          id: newId(),
          number: gathering.number,
          sessions: {
            create: gathering.sessions.map((session) => ({
              ...session,
              id: newId(),
              date: toDateColumn(session.date),
            })),
          },
        })),
      },
    },
  });
  return id;
}

/** Writes the state that a rule has allowed. Under the cohort's lock. */
export async function storeCohortState(
  tx: Tx,
  cohortId: CohortId,
  state: CohortState,
): Promise<void> {
  await tx.prisma.cohort.update({ where: { id: cohortId }, data: { state } });
}

function json(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}

function programmeFactsOf(row: ProgrammeRow): ProgrammeFacts {
  return {
    id: asId(row.id),
    slug: row.slug,
    texts: programmeTexts.parse(row.texts),
    mailbox: row.mailbox,
    contactPhone: row.contactPhone,
    categories: row.categories.map(
      ({ number, name, description, requirement, minimumFteYears }) => ({
        number,
        name: localizedText.parse(name),
        description: localizedText.parse(description),
        requirement: categoryRequirement.parse(requirement),
        minimumFteYears,
      }),
    ),
  };
}

function cohortFactsOf(row: CohortRow): CohortFacts {
  const programme = programmeFactsOf(row.programme);
  return {
    id: asId(row.id),
    slug: row.slug,
    name: row.name,
    zone: row.zone,
    state: parseState(cohortMoves, row.state),
    opensOn: fromDateColumn(row.opensOn),
    applicationDeadline: fromDateColumn(row.applicationDeadline),
    respondBy: fromDateColumn(row.respondBy),
    decisionDate: fromDateColumn(row.decisionDate),
    admissionClosesOn: fromDateColumn(row.admissionClosesOn),
    capacity: row.capacity,
    placesTaken: row.placesTaken,
    minimumParticipants: row.minimumParticipants,
    ordinaryPrice: { amount: row.ordinaryPrice, currency: 'NOK' },
    earlyBirdPrice: { amount: row.earlyBirdPrice, currency: 'NOK' },
    earlyBirdPlaces: row.earlyBirdPlaces,
    earlyBirdPlacesLeft: Math.max(0, row.earlyBirdPlaces - row.lastEnrollmentOrdinal),
    rankingCriteria: row.rankingCriteria.filter(isRankingCriterion),
    place: place.parse(row.place),
    gatherings: row.gatherings.map(gatheringFactsOf),
    programme: {
      id: programme.id,
      slug: programme.slug,
      name: programme.texts.name,
      mailbox: programme.mailbox,
      contactPhone: programme.contactPhone,
      categories: programme.categories,
    },
  };
}

function gatheringFactsOf(row: CohortRow['gatherings'][number]): GatheringFacts {
  return {
    number: row.number,
    sessions: row.sessions.map(({ date, startsAt, endsAt }) => ({
      date: fromDateColumn(date),
      startsAt,
      endsAt,
    })),
  };
}

function isRankingCriterion(word: string): word is RankingCriterion {
  return (rankingCriteria as readonly string[]).includes(word);
}
