import type { Actor } from '@/lib/kernel/actor';
import { asId, isId, type WorkplaceId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { can } from '@/lib/staff/rules/permissions';
import { receivedStates } from '../rules/states';
import {
  readAnchorings,
  readWorkplace,
  type StoredAnchoring,
  type StoredWorkplace,
} from '../workplace-store';

/** An anchoring with who verified it, in words. */
export interface StaffAnchoring extends StoredAnchoring {
  readonly verifiedBy: string;
}

/** A workplace as staff verify it. */
export interface StaffWorkplace extends StoredWorkplace {
  /** The newest first, withdrawn ones too. */
  readonly anchorings: readonly StaffAnchoring[];
  /** Applications from here that count: what a verification touches. */
  readonly applications: readonly {
    readonly reference: string;
    readonly name: string;
    /** The name of the cohort applied to. */
    readonly cohort: string;
  }[];
}

/** A workplace with everything that has been verified of it, for staff. */
export async function workplaceAnchorings(
  platform: Platform,
  actor: Actor,
  args: { readonly workplaceId: string },
): Promise<Result<StaffWorkplace, { kind: 'forbidden' | 'not-found' }>> {
  if (!can(actor, 'read-applications')) return refuse({ kind: 'forbidden' });
  const workplace = isId(args.workplaceId)
    ? await readWorkplaceForStaff(platform, asId(args.workplaceId))
    : null;
  return workplace === null ? refuse({ kind: 'not-found' }) : ok(workplace);
}

/** The same, for a query that has checked who asks. */
export async function readWorkplaceForStaff(
  platform: Platform,
  workplaceId: WorkplaceId,
): Promise<StaffWorkplace | null> {
  const [workplace, anchorings, applications] = await Promise.all([
    readWorkplace(platform.db, workplaceId),
    readAnchorings(platform.db, workplaceId),
    platform.db.application.findMany({
      where: { workplaceId, state: { in: receivedStates } },
      select: { reference: true, applicantName: true, cohort: { select: { name: true } } },
      orderBy: [{ receivedAt: 'asc' }, { arrivalNumber: 'asc' }],
    }),
  ]);
  if (workplace === null) return null;
  const people = await platform.db.user.findMany({
    where: { id: { in: anchorings.map((anchoring) => anchoring.verifiedById) } },
    select: { id: true, name: true, email: true },
  });
  const labels = new Map(people.map(({ id, name, email }) => [id, name ?? email]));
  return {
    ...workplace,
    anchorings: anchorings.map((anchoring) => ({
      ...anchoring,
      verifiedBy: labels.get(anchoring.verifiedById) ?? '',
    })),
    applications: applications.map(({ reference, applicantName, cohort }) => ({
      reference,
      name: applicantName ?? '',
      cohort: cohort.name,
    })),
  };
}
