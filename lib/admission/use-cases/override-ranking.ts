import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { can } from '@/lib/staff/rules/permissions';
import { lockLiveRanking, type LiveRankingRefusal } from '../live-ranking';
import { overrideReasonMinimum } from '../rules/override';
import { rankCandidates, readOverrides, storeOverride } from '../store/ranking';

export interface OverrideInput {
  readonly cohortId: string;
  readonly reference: string;
  /** From 1, as in the ranking that the officer saw. */
  readonly toPosition: number;
  readonly reason: string;
}

export type OverrideRefusal =
  | { readonly kind: 'forbidden' }
  | LiveRankingRefusal
  | { readonly kind: 'not-in-ranking' }
  | { readonly kind: 'no-such-position'; readonly last: number }
  | { readonly kind: 'reason-too-short'; readonly minimum: number };

/**
 * An officer moves one application to another place in the live ranking, with a reason (rule 7). It
 * shows as a move for ever; a new move of the same application replaces this one. The same move with
 * the same reason again stores nothing.
 */
export async function overrideRanking(
  platform: Platform,
  actor: Actor,
  input: OverrideInput,
): Promise<Result<{ readonly toPosition: number }, OverrideRefusal>> {
  if (actor.kind !== 'person' || !can(actor, 'change-ranking')) {
    return refuse({ kind: 'forbidden' });
  }
  const { toPosition } = input;
  const reason = input.reason.trim();
  if (reason.length < overrideReasonMinimum) {
    return refuse({ kind: 'reason-too-short', minimum: overrideReasonMinimum });
  }
  if (!isId(input.cohortId)) return refuse({ kind: 'not-found' });
  return inTransaction<{ toPosition: number }, OverrideRefusal>(platform, async (tx) => {
    const live = await lockLiveRanking(tx, actor, input);
    if (!live.ok) return live;
    const { cohort, candidates, candidate } = live.value;
    const overrides = await readOverrides(tx.prisma, cohort.id);
    const ranked = rankCandidates(cohort, candidates, overrides);
    const current = ranked.find((each) => each.applicationId === candidate.applicationId);
    if (current === undefined) return refuse({ kind: 'not-in-ranking' });
    if (!Number.isInteger(toPosition) || toPosition < 1 || toPosition > ranked.length) {
      return refuse({ kind: 'no-such-position', last: ranked.length });
    }
    const standing = overrides.find((each) => each.applicationId === candidate.applicationId);
    if (standing?.toPosition === toPosition && standing.reason === reason) {
      return ok({ toPosition });
    }
    await storeOverride(tx, {
      cohortId: cohort.id,
      applicationId: candidate.applicationId,
      toPosition,
      reason,
      byId: actor.userId,
      at: await tx.now(),
    });
    await appendEvent(tx, {
      actor,
      kind: 'ranking-overridden',
      subject: { type: 'application', id: candidate.applicationId },
      cohortId: cohort.id,
      before: { position: current.position, positionByCriteria: current.positionByCriteria },
      after: { position: toPosition },
      reason,
    });
    return ok({ toPosition });
  });
}
