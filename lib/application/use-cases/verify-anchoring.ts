import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { asId, isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { localDateOf, type LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { can } from '@/lib/staff/rules/permissions';
import { checkAnchoring, type AnchoringRefusal } from '../rules/anchoring';
import {
  hasOwnApplicationFrom,
  insertAnchoring,
  lockWorkplace,
  readAnchorings,
} from '../workplace-store';

export interface AnchoringToVerify {
  readonly workplaceId: string;
  readonly from: LocalDate;
  /** The last day; null while it still holds. */
  readonly to: LocalDate | null;
  /** What it rests on: whom staff spoke with, what they read. */
  readonly evidence: string;
}

/** Whose days a verification is typed in: a workplace belongs to no cohort. */
const zone = 'Europe/Oslo';

export type VerifyAnchoringRefusal =
  { readonly kind: 'forbidden' } | { readonly kind: 'not-found' } | AnchoringRefusal;

/**
 * Staff verify that a workplace works, or worked, with recovery grounded in KYR (rule 5). It holds for
 * everybody who works there, in every cohort whose deadline it covers. The same verification twice is one.
 */
export async function verifyAnchoring(
  platform: Platform,
  actor: Actor,
  input: AnchoringToVerify,
): Promise<Result<{ readonly anchoringId: string }, VerifyAnchoringRefusal>> {
  if (actor.kind !== 'person' || !can(actor, 'verify-anchoring')) {
    return refuse({ kind: 'forbidden' });
  }
  if (!isId(input.workplaceId)) return refuse({ kind: 'not-found' });
  const workplaceId = asId<'Workplace'>(input.workplaceId);
  const { from, to, evidence } = input;
  return inTransaction<{ anchoringId: string }, VerifyAnchoringRefusal>(platform, async (tx) => {
    if (!(await lockWorkplace(tx, workplaceId))) return refuse({ kind: 'not-found' });
    const anchorings = await readAnchorings(tx.prisma, workplaceId);
    const same = anchorings.find(
      (known) =>
        known.withdrawnAt === null &&
        known.from === from &&
        known.to === to &&
        known.evidence === evidence,
    );
    if (same !== undefined) return ok({ anchoringId: same.id });
    const verifiedAt = await tx.now();
    const checked = checkAnchoring(
      { from, to, evidence },
      {
        today: localDateOf(verifiedAt, zone),
        anchorings,
        isOwn: await hasOwnApplicationFrom(tx.prisma, workplaceId, actor.userId),
      },
    );
    if (!checked.ok) return checked;
    const anchoringId = await insertAnchoring(tx, {
      workplaceId,
      from,
      to,
      evidence,
      verifiedById: actor.userId,
      verifiedAt,
    });
    await appendEvent(tx, {
      actor,
      kind: 'anchoring-verified',
      subject: { type: 'workplace', id: workplaceId },
      after: { anchoringId, from, to },
      reason: evidence,
    });
    return ok({ anchoringId });
  });
}
