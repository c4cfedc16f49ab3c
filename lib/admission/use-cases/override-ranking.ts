import { awaitsOwnAnswer, type AwaitsOwnAnswer } from '@/lib/application/own-answer';
import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { lockCohort } from '@/lib/platform/locks';
import { isAssessed, type CohortState } from '@/lib/programme/rules/cohort-states';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';
import { overrideReasonMinimum } from '../rules/override';
import { readCandidates } from '../store/candidates';
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
  | { readonly kind: 'not-found' }
  | AwaitsOwnAnswer
  | { readonly kind: 'ranking-locked'; readonly cohortState: CohortState }
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
    await lockCohort(tx, input.cohortId);
    const cohort = await readCohort(tx.prisma, input.cohortId);
    if (cohort === null) return refuse({ kind: 'not-found' });
    if (await awaitsOwnAnswer(tx.prisma, actor, cohort.id)) {
      return refuse({ kind: 'awaits-own-answer' });
    }
    if (!isAssessed[cohort.state]) {
      return refuse({ kind: 'ranking-locked', cohortState: cohort.state });
    }
    const candidates = await readCandidates(tx.prisma, cohort.id);
    const candidate = candidates.find((each) => each.reference === input.reference);
    if (candidate === undefined) return refuse({ kind: 'not-found' });
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
