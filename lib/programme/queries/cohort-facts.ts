import type { Actor } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { isStaff } from '@/lib/staff/rules/permissions';
import type { CohortFacts } from '../rules/cohort-facts';
import { isPublic } from '../rules/cohort-states';
import { readCohortBySlugs } from '../store';

/** One cohort by the words of its address. The public reads public cohorts; staff read all. */
export async function cohortFacts(
  platform: Platform,
  actor: Actor | null,
  args: { readonly programmeSlug: string; readonly cohortSlug: string },
): Promise<Result<CohortFacts, { kind: 'not-found' }>> {
  const cohort = await readCohortBySlugs(platform.db, args.programmeSlug, args.cohortSlug);
  if (cohort === null || !mayRead(actor, cohort)) return refuse({ kind: 'not-found' });
  return ok(cohort);
}

/** Whether somebody, signed in or not, may read of a cohort. */
export function mayRead(actor: Actor | null, cohort: CohortFacts): boolean {
  return isPublic[cohort.state] || (actor !== null && isStaff(actor));
}
