import type { Actor } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import { readCohorts } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';
import { cohortAdmission, type CohortAdmission } from './cohort-admission';

export interface StaffCohorts {
  readonly now: Instant;
  /** Of every programme, by application deadline, the earliest first. */
  readonly cohorts: readonly CohortAdmission[];
}

/** Where every cohort stands: the front page of the staff. */
export async function staffCohorts(
  platform: Platform,
  actor: Actor,
): Promise<Result<StaffCohorts, { kind: 'forbidden' }>> {
  if (!can(actor, 'read-cohorts')) return refuse({ kind: 'forbidden' });
  const [now, cohorts] = await Promise.all([readNow(platform), readCohorts(platform.db)]);
  const read = await Promise.all(
    cohorts.map(({ id }) => cohortAdmission(platform, actor, { cohortId: id })),
  );
  return ok({ now, cohorts: read.flatMap((result) => (result.ok ? [result.value] : [])) });
}
