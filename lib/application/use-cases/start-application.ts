import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { isPublic } from '@/lib/programme/rules/cohort-states';
import { readCohortBySlugs } from '@/lib/programme/store';
import { forApplicant } from '../extension-store';
import { checkWindow, type WindowRefusal } from '../rules/window';
import { insertDraft, readLiveApplication } from '../store';

export type StartApplicationRefusal =
  { readonly kind: 'forbidden' } | { readonly kind: 'not-found' } | WindowRefusal;

/**
 * Starts an application to a cohort while it takes this person's applications (rule 1). Somebody who has a live one
 * gets that one (rule 4), also when two requests come at once, and also after the deadline.
 */
export async function startApplication(
  platform: Platform,
  actor: Actor,
  input: { readonly programmeSlug: string; readonly cohortSlug: string },
): Promise<Result<{ readonly reference: string }, StartApplicationRefusal>> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden' });
  const { userId } = actor;
  return inTransaction<{ reference: string }, StartApplicationRefusal>(platform, async (tx) => {
    const cohort = await readCohortBySlugs(tx.prisma, input.programmeSlug, input.cohortSlug);
    if (cohort === null || !isPublic[cohort.state]) return refuse({ kind: 'not-found' });
    const live = await readLiveApplication(tx.prisma, userId, cohort.id);
    if (live !== null) return ok({ reference: live.reference });
    const now = await tx.now();
    const open = checkWindow(await forApplicant(tx.prisma, cohort, userId), now);
    if (!open.ok) return open;
    const isNew = await insertDraft(tx, userId, cohort.id, now);
    const application = await readLiveApplication(tx.prisma, userId, cohort.id);
    if (application === null) throw new Error('A draft that was made is not there.');
    if (isNew) {
      await appendEvent(tx, {
        actor,
        kind: 'application-started',
        subject: { type: 'application', id: application.id },
        cohortId: cohort.id,
        after: { state: 'draft' },
      });
    }
    return ok({ reference: application.reference });
  });
}
