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
import { readCandidates } from '../store/candidates';
import { readOverrides, withdrawOverrides } from '../store/ranking';

export type WithdrawOverrideRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | AwaitsOwnAnswer
  | { readonly kind: 'ranking-locked'; readonly cohortState: CohortState };

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
    const candidate = candidates.find((each) => each.reference === reference);
    if (candidate === undefined) return refuse({ kind: 'not-found' });
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
