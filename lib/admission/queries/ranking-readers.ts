import { awaitsOwnAnswer, type AwaitsOwnAnswer } from '@/lib/application/own-answer';
import type { Actor } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';

export type NotToBeRead = { kind: 'forbidden' } | { kind: 'not-found' } | AwaitsOwnAnswer;

/** The cohort whose ranking and release somebody may read: not of one in which they await an answer of their own. */
export async function cohortToRank(
  platform: Platform,
  actor: Actor,
  cohortId: string,
): Promise<Result<CohortFacts, NotToBeRead>> {
  if (!can(actor, 'read-ranking')) return refuse({ kind: 'forbidden' });
  if (!isId(cohortId)) return refuse({ kind: 'not-found' });
  const cohort = await readCohort(platform.db, cohortId);
  if (cohort === null) return refuse({ kind: 'not-found' });
  if (await awaitsOwnAnswer(platform.db, actor, cohort.id)) {
    return refuse({ kind: 'awaits-own-answer' });
  }
  return ok(cohort);
}
