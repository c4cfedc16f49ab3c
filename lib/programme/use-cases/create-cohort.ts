import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { can } from '@/lib/staff/rules/permissions';
import { checkCohortPlan, type CohortPlan, type UnsoundPlan } from '../rules/cohort-plan';
import { insertCohort, readCohortBySlugs, readProgrammeBySlug } from '../store';

export type CreateCohortRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'slug-taken'; readonly slug: string }
  | UnsoundPlan;

/**
 * Plans a programme's next run: dates, prices in øre, places, gatherings. It stands as `planned` until
 * an administrator opens it. The same dates under the same slug again are the same answer.
 */
export async function createCohort(
  platform: Platform,
  actor: Actor,
  input: { readonly programmeSlug: string; readonly plan: CohortPlan },
): Promise<Result<{ cohortId: CohortId }, CreateCohortRefusal>> {
  if (!can(actor, 'manage-programmes')) return refuse({ kind: 'forbidden' });
  const checked = checkCohortPlan(input.plan);
  if (!checked.ok) return checked;
  const plan = checked.value;
  return inTransaction<{ cohortId: CohortId }, CreateCohortRefusal>(platform, async (tx) => {
    const programme = await readProgrammeBySlug(tx.prisma, input.programmeSlug);
    if (programme === null) return refuse({ kind: 'not-found' });
    const existing = await readCohortBySlugs(tx.prisma, programme.slug, plan.slug);
    if (existing !== null) {
      const same =
        existing.applicationDeadline === plan.applicationDeadline &&
        existing.opensOn === plan.opensOn;
      return same ? ok({ cohortId: existing.id }) : refuse({ kind: 'slug-taken', slug: plan.slug });
    }
    const cohortId = await insertCohort(tx, programme.id, plan);
    await appendEvent(tx, {
      actor,
      kind: 'cohort-created',
      subject: { type: 'cohort', id: cohortId },
      cohortId,
      after: {
        slug: plan.slug,
        opensOn: plan.opensOn,
        applicationDeadline: plan.applicationDeadline,
        capacity: plan.capacity,
        ordinaryPrice: plan.ordinaryPrice.amount,
        earlyBirdPrice: plan.earlyBirdPrice.amount,
        earlyBirdPlaces: plan.earlyBirdPlaces,
      },
    });
    return ok({ cohortId });
  });
}
