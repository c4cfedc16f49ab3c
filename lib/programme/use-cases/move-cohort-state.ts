import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { lockCohort } from '@/lib/platform/locks';
import { can } from '@/lib/staff/rules/permissions';
import { isReachedByHand, mayMoveCohort, type CohortState } from '../rules/cohort-states';
import { readCohort, storeCohortState } from '../store';

export type MoveCohortRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'cohort-cannot-move'; readonly from: CohortState; readonly to: CohortState };

/**
 * An administrator takes a cohort on: opens it, ends the window early, starts the course, closes it.
 * Admission and cancellation have acts of their own. Moving to the state it is in changes nothing.
 */
export async function moveCohortState(
  platform: Platform,
  actor: Actor,
  input: { readonly cohortId: CohortId; readonly to: CohortState; readonly reason?: string },
): Promise<Result<{ state: CohortState }, MoveCohortRefusal>> {
  if (!can(actor, 'manage-programmes')) return refuse({ kind: 'forbidden' });
  return inTransaction<{ state: CohortState }, MoveCohortRefusal>(platform, async (tx) => {
    await lockCohort(tx, input.cohortId);
    const cohort = await readCohort(tx.prisma, input.cohortId);
    if (cohort === null) return refuse({ kind: 'not-found' });
    if (cohort.state === input.to) return ok({ state: input.to });
    if (!isReachedByHand[input.to] || !mayMoveCohort(cohort.state, input.to)) {
      return refuse({ kind: 'cohort-cannot-move', from: cohort.state, to: input.to });
    }
    await storeCohortState(tx, cohort.id, input.to);
    await appendEvent(tx, {
      actor,
      kind: 'cohort-moved',
      subject: { type: 'cohort', id: cohort.id },
      cohortId: cohort.id,
      before: { state: cohort.state },
      after: { state: input.to },
      ...(input.reason === undefined ? {} : { reason: input.reason }),
    });
    return ok({ state: input.to });
  });
}
