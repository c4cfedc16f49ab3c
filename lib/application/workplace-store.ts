import { Prisma } from '@/prisma/generated/client';
import { asId, type UserId, type WorkplaceId } from '@/lib/kernel/ids';
import { fromDateColumn, toDateColumn, type Instant, type LocalDate } from '@/lib/kernel/time';
import { dateInJson, jsonObject, type InJson } from '@/lib/platform/columns';
import type { Tx } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import type { VerifiedAnchoring } from './rules/anchoring';
import type { WorkplaceAnswers } from './rules/answers';
import { workplaceKey, type ClaimedWorkplace } from './rules/workplace-key';

/** A workplace as its first claimant named it. */
export interface StoredWorkplace {
  readonly id: WorkplaceId;
  readonly organisationNumber: string;
  readonly employer: string;
  readonly unit: string;
}

/** What staff have verified of a workplace, with the evidence. */
export interface StoredAnchoring extends VerifiedAnchoring {
  readonly id: string;
  readonly evidence: string;
  readonly verifiedById: UserId;
  readonly verifiedAt: Instant;
  readonly withdrawnReason: string | null;
}

/**
 * The workplace that a claim names, made if nobody has named it before. Two first claims at once
 * make one: the second waits for the first to commit. Take before the cohort's lock.
 */
export async function findOrMakeWorkplace(
  tx: Tx,
  claim: WorkplaceAnswers,
  now: Instant,
): Promise<WorkplaceId> {
  const { employer, organisationNumber, unit } = claim;
  const matchKey = workplaceKey(claim);
  const find = () => tx.prisma.workplace.findUnique({ where: { matchKey }, select: { id: true } });
  const known = await find();
  if (known !== null) return asId(known.id);
  await tx.prisma.workplace.createMany({
    data: [{ id: newId(), organisationNumber, employer, unit, matchKey, createdAt: now }],
    skipDuplicates: true,
  });
  const made = await find();
  if (made === null) throw new Error('A workplace that was made is not there.');
  return asId(made.id);
}

export async function readWorkplace(
  prisma: Prisma.TransactionClient,
  workplaceId: WorkplaceId,
): Promise<StoredWorkplace | null> {
  const row = await prisma.workplace.findUnique({ where: { id: workplaceId } });
  if (row === null) return null;
  const { organisationNumber, employer, unit } = row;
  return { id: workplaceId, organisationNumber, employer, unit };
}

/** Another unit of the same organisation, anchored on a day, and since when. */
export interface AnchoredNeighbour {
  readonly unit: string;
  readonly since: LocalDate;
}

/** The other workplaces with a workplace's organisation number whose anchoring holds on a day, by unit. */
export async function readAnchoredNeighbours(
  prisma: Prisma.TransactionClient,
  { id, organisationNumber }: Pick<StoredWorkplace, 'id' | 'organisationNumber'>,
  day: LocalDate,
): Promise<AnchoredNeighbour[]> {
  const holds = {
    withdrawnAt: null,
    from: { lte: toDateColumn(day) },
    OR: [{ to: null }, { to: { gte: toDateColumn(day) } }],
  };
  const rows = await prisma.workplace.findMany({
    where: { organisationNumber, id: { not: id }, anchorings: { some: holds } },
    select: { unit: true, anchorings: { where: holds, orderBy: { from: 'asc' }, take: 1 } },
    orderBy: { unit: 'asc' },
    take: 20,
  });
  return rows.flatMap(({ unit, anchorings: [first] }) =>
    first === undefined ? [] : [{ unit, since: fromDateColumn(first.from) }],
  );
}

/** Takes the workplace's row for the rest of the transaction; false when there is none. */
export async function lockWorkplace(tx: Tx, workplaceId: WorkplaceId): Promise<boolean> {
  const rows = await tx.prisma.$queryRaw<unknown[]>`
    select id from workplace where id = ${workplaceId}::uuid for update`;
  return rows.length === 1;
}

/** Whether somebody has an application of their own from the workplace, a draft too. */
export async function hasOwnApplicationFrom(
  prisma: Prisma.TransactionClient,
  workplaceId: WorkplaceId,
  userId: UserId,
): Promise<boolean> {
  const own = await prisma.application.findFirst({
    where: { workplaceId, applicantId: userId, state: { not: 'withdrawn' } },
    select: { id: true },
  });
  return own !== null;
}

/** Who took an anchoring back, as the record has it. */
export async function readAnchoringWithdrawal(
  prisma: Prisma.TransactionClient,
  workplaceId: WorkplaceId,
  anchoringId: string,
): Promise<{ readonly byId: string | null; readonly by: string } | null> {
  const event = await prisma.auditEvent.findFirst({
    where: {
      kind: 'anchoring-withdrawn',
      subjectType: 'workplace',
      subjectId: workplaceId,
      before: { path: ['anchoringId'], equals: anchoringId },
    },
    select: { actorId: true, actorLabel: true },
  });
  return event === null ? null : { byId: event.actorId, by: event.actorLabel };
}

/** A workplace's anchorings, the newest first, withdrawn ones too. */
export async function readAnchorings(
  prisma: Prisma.TransactionClient,
  workplaceId: WorkplaceId,
): Promise<StoredAnchoring[]> {
  return anchoringsWhere(prisma, { workplaceId });
}

/** The anchorings of the workplace that a claim names, if it is known; the newest first. */
export async function readAnchoringsOfClaim(
  prisma: Prisma.TransactionClient,
  claim: ClaimedWorkplace,
): Promise<StoredAnchoring[]> {
  return anchoringsWhere(prisma, { workplace: { matchKey: workplaceKey(claim) } });
}

async function anchoringsWhere(
  prisma: Prisma.TransactionClient,
  where: Prisma.AnchoringWhereInput,
): Promise<StoredAnchoring[]> {
  const rows = await prisma.anchoring.findMany({
    where,
    orderBy: [{ verifiedAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(anchoringOf);
}

type AnchoringRow = Prisma.AnchoringGetPayload<object>;

function anchoringOf(row: AnchoringRow): StoredAnchoring {
  return {
    id: row.id,
    from: fromDateColumn(row.from),
    to: row.to === null ? null : fromDateColumn(row.to),
    evidence: row.evidence,
    verifiedById: asId(row.verifiedById),
    verifiedAt: row.verifiedAt,
    withdrawnAt: row.withdrawnAt,
    withdrawnReason: row.withdrawnReason,
  };
}

/** An anchoring in JSON with the key of its workplace. */
export interface KeyedAnchoring {
  readonly matchKey: string;
  readonly anchoring: InJson<AnchoringRow>;
}

/**
 * The anchorings of all units of an organisation, the newest first, as one JSON array of `KeyedAnchoring`: for
 * statements that read more than anchorings. Which of them a claim names, its key tells.
 */
export function anchoringsOfOrganisation(organisationNumber: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select coalesce(json_agg(json_build_object('matchKey', w.match_key,
      'anchoring', ${jsonObject(Prisma.AnchoringScalarFieldEnum, 'v')})
      order by v.verified_at desc, v.id desc), '[]'::json)
    from workplace w join anchoring v on v.workplace_id = w.id
    where w.organisation_number = ${organisationNumber})`;
}

/** Those of the workplace that a claim names. */
export function anchoringsOfClaim(
  keyed: readonly KeyedAnchoring[],
  claim: ClaimedWorkplace,
): StoredAnchoring[] {
  const key = workplaceKey(claim);
  return keyed
    .filter(({ matchKey }) => matchKey === key)
    .map(({ anchoring }) =>
      anchoringOf({
        ...anchoring,
        from: new Date(anchoring.from),
        to: dateInJson(anchoring.to),
        verifiedAt: new Date(anchoring.verifiedAt),
        withdrawnAt: dateInJson(anchoring.withdrawnAt),
      }),
    );
}

export interface NewAnchoring {
  readonly workplaceId: WorkplaceId;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly evidence: string;
  readonly verifiedById: UserId;
  readonly verifiedAt: Instant;
}

export async function insertAnchoring(tx: Tx, anchoring: NewAnchoring): Promise<string> {
  const id = newId<'Anchoring'>();
  await tx.prisma.anchoring.create({
    data: {
      ...anchoring,
      id,
      from: toDateColumn(anchoring.from),
      to: anchoring.to === null ? null : toDateColumn(anchoring.to),
    },
  });
  return id;
}

export async function storeAnchoringWithdrawal(
  tx: Tx,
  anchoringId: string,
  now: Instant,
  reason: string,
): Promise<void> {
  await tx.prisma.anchoring.update({
    where: { id: anchoringId },
    data: { withdrawnAt: now, withdrawnReason: reason },
  });
}
