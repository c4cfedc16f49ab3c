import { Prisma } from '@/prisma/generated/client';
import type { CohortId, ProgrammeId } from '@/lib/kernel/ids';
import { toDateColumn } from '@/lib/kernel/time';
import type { Tx } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import {
  cohortFactsOf,
  programmeFactsOf,
  selectCohorts,
  withCategories,
  type CohortRow,
  type ProgrammeFacts,
} from './row-store';
import type { CohortFacts } from './rules/cohort-facts';
import { isSlug, type CohortPlan } from './rules/cohort-plan';
import type { CohortState } from './rules/cohort-states';

/** The database, in a transaction or not: reads are the same. */
type Reader = Prisma.TransactionClient;

/** One cohort, or null. In a transaction that counts on `placesTaken` or ordinals: read it after `lockCohort`. */
export async function readCohort(prisma: Reader, cohortId: string): Promise<CohortFacts | null> {
  const rows = await prisma.$queryRaw<CohortRow[]>`
    ${selectCohorts} where c.id = ${cohortId}::uuid`;
  return rows[0] === undefined ? null : cohortFactsOf(rows[0]);
}

/** One cohort by the words of its address, or null; words that no address of ours has never reach the database. */
export async function readCohortBySlugs(
  prisma: Reader,
  programmeSlug: string,
  cohortSlug: string,
): Promise<CohortFacts | null> {
  if (!isSlug(programmeSlug) || !isSlug(cohortSlug)) return null;
  const rows = await prisma.$queryRaw<CohortRow[]>`
    ${selectCohorts} where p.slug = ${programmeSlug} and c.slug = ${cohortSlug}`;
  return rows[0] === undefined ? null : cohortFactsOf(rows[0]);
}

/** All cohorts, of one programme or of every, by deadline, the earliest first. */
export async function readCohorts(prisma: Reader, programmeId?: string): Promise<CohortFacts[]> {
  const which =
    programmeId === undefined ? Prisma.empty : Prisma.sql`where p.id = ${programmeId}::uuid`;
  const rows = await prisma.$queryRaw<CohortRow[]>`
    ${selectCohorts} ${which} order by c.application_deadline, c.slug`;
  return rows.map(cohortFactsOf);
}

export async function readProgrammeBySlug(
  prisma: Reader,
  slug: string,
): Promise<ProgrammeFacts | null> {
  if (!isSlug(slug)) return null;
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
