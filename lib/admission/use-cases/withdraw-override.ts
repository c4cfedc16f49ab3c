import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { can } from '@/lib/staff/rules/permissions';
import { lockLiveRanking, type LiveRankingRefusal } from '../live-ranking';
import { readOverrides, withdrawOverrides } from '../store/ranking';

export type WithdrawOverrideRefusal = { readonly kind: 'forbidden' } | LiveRankingRefusal;

/** Puts a moved application back where the criteria place it. One that is not moved is left as it is. */
export async function withdrawOverride(
  platform: Platform,
  actor: Actor,
  input: { readonly cohortId: string; readonly reference: string },
): Promise<Result<{ readonly reference: string }, WithdrawOverrideRefusal>> {
  if (actor.kind !== 'person' || !can(actor, 'change-ranking')) {
    return refuse({ kind: 'forbidden' });
  }
  const { reference } = input;
  if (!isId(input.cohortId)) return refuse({ kind: 'not-found' });
  return inTransaction<{ reference: string }, WithdrawOverrideRefusal>(platform, async (tx) => {
    const live = await lockLiveRanking(tx, actor, input);
    if (!live.ok) return live;
    const { cohort, candidate } = live.value;
    const { applicationId } = candidate;
    const standing = (await readOverrides(tx.prisma, cohort.id)).find(
      (each) => each.applicationId === applicationId,
    );
    if (standing === undefined) return ok({ reference });
    await withdrawOverrides(tx, applicationId, await tx.now());
    await appendEvent(tx, {
      actor,
      kind: 'ranking-override-withdrawn',
      subject: { type: 'application', id: applicationId },
      cohortId: cohort.id,
      before: { toPosition: standing.toPosition, reason: standing.reason, by: standing.by },
    });
    return ok({ reference });
  });
}
