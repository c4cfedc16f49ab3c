import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { asId, isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { can } from '@/lib/staff/rules/permissions';
import { anchoringWordsMinimum } from '../rules/anchoring';
import {
  hasOwnApplicationFrom,
  lockWorkplace,
  readAnchoringWithdrawal,
  readAnchorings,
  storeAnchoringWithdrawal,
} from '../workplace-store';

export type WithdrawAnchoringRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'own-application' }
  | { readonly kind: 'reason-too-short'; readonly minimum: number }
  /** Somebody else took it back, or the same person for another reason. */
  | { readonly kind: 'anchoring-already-withdrawn'; readonly name: string };

/**
 * Staff take a verification back, with a reason: it was never in force (rule 5). It stays in the record.
 * Taking it back twice is the same answer; what another has taken back is said so.
 */
export async function withdrawAnchoring(
  platform: Platform,
  actor: Actor,
  input: {
    readonly workplaceId: string;
    readonly anchoringId: string;
    readonly reason: string;
  },
): Promise<Result<{ readonly withdrawnAt: Instant }, WithdrawAnchoringRefusal>> {
  if (actor.kind !== 'person' || !can(actor, 'verify-anchoring')) {
    return refuse({ kind: 'forbidden' });
  }
  if (!isId(input.workplaceId)) return refuse({ kind: 'not-found' });
  const reason = input.reason.trim();
  if (reason.length < anchoringWordsMinimum) {
    return refuse({ kind: 'reason-too-short', minimum: anchoringWordsMinimum });
  }
  const workplaceId = asId<'Workplace'>(input.workplaceId);
  return inTransaction<{ withdrawnAt: Instant }, WithdrawAnchoringRefusal>(platform, async (tx) => {
    if (!(await lockWorkplace(tx, workplaceId))) return refuse({ kind: 'not-found' });
    const anchoring = (await readAnchorings(tx.prisma, workplaceId)).find(
      (known) => known.id === input.anchoringId,
    );
    if (anchoring === undefined) return refuse({ kind: 'not-found' });
    if (anchoring.withdrawnAt !== null) {
      const { withdrawnAt, withdrawnReason } = anchoring;
      const withdrawal = await readAnchoringWithdrawal(tx.prisma, workplaceId, anchoring.id);
      return withdrawal?.byId === actor.userId && withdrawnReason === reason
        ? ok({ withdrawnAt })
        : refuse({ kind: 'anchoring-already-withdrawn', name: withdrawal?.by ?? '' });
    }
    if (await hasOwnApplicationFrom(tx.prisma, workplaceId, actor.userId)) {
      return refuse({ kind: 'own-application' });
    }
    const withdrawnAt = await tx.now();
    await storeAnchoringWithdrawal(tx, anchoring.id, withdrawnAt, reason);
    await appendEvent(tx, {
      actor,
      kind: 'anchoring-withdrawn',
      subject: { type: 'workplace', id: workplaceId },
      before: { anchoringId: anchoring.id, from: anchoring.from, to: anchoring.to },
      reason,
    });
    return ok({ withdrawnAt });
  });
}
