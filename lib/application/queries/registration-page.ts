import type { Actor } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { isAssessed } from '@/lib/programme/rules/cohort-states';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';

export interface RegistrationPage {
  readonly cohort: CohortFacts;
  readonly now: Instant;
  /** Whether applications can still be registered. */
  readonly open: boolean;
}

/** What somebody needs to know to register an application that came by e-mail or post. */
export async function registrationPage(
  platform: Platform,
  actor: Actor,
  args: { readonly cohortId: string },
): Promise<Result<RegistrationPage, { kind: 'forbidden' | 'not-found' }>> {
  if (!can(actor, 'register-application')) return refuse({ kind: 'forbidden' });
  const cohort = isId(args.cohortId) ? await readCohort(platform.db, args.cohortId) : null;
  if (cohort === null) return refuse({ kind: 'not-found' });
  return ok({ cohort, now: await readNow(platform), open: isAssessed[cohort.state] });
}
