import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { releaseAdmission } from '@/lib/admission/use-cases/release-admission';
import { FixedClock } from '@/lib/platform/clock';
import type { Role } from '@/lib/kernel/actor';
import type { CohortId } from '@/lib/kernel/ids';
import { localDate } from '@/lib/kernel/time';
import type { CohortPlan } from '@/lib/programme/rules/cohort-plan';
import { grantRole } from '@/lib/staff/use-cases/grant-role';
import {
  concludes,
  done,
  moments,
  openCohort,
  person,
  type StagePlatform,
} from '../admission/stage';
import type { TestServer } from '../harness/server';

/** Where the programme gets its mail. */
export const programmeMailbox = 'bet@helsetrust.example';

/** The page of the cohort of 2027, whose deadline is 31 May and whose answers are due on 31 July. */
export const cohortPlace = 'bet-recovery/2027-2028';

/** Days of that cohort. */
export const days = {
  open: localDate('2027-03-01'),
  deadline: localDate('2027-05-31'),
  afterDeadline: localDate('2027-06-12'),
} as const;

/** The server's own parts with a clock that stands, for what happened before the story begins. */
export function before(server: TestServer): StagePlatform {
  return { ...server.platform, clock: new FixedClock(moments.open) };
}

/** The programme with one cohort that takes applications. */
export function hasOpenCohort(
  server: TestServer,
  plan: Partial<CohortPlan> = {},
): Promise<CohortId> {
  return openCohort(before(server), plan);
}

/** Somebody on the staff, who signs in with this address. */
export async function hasStaff(
  server: TestServer,
  role: Role,
  email: string,
  name: string,
): Promise<void> {
  done(await grantRole(server.platform, { kind: 'system', job: 'test' }, { email, name, role }));
}

/** Everybody who has applied is found qualified, ranked and told, some days after the deadline. */
export async function hasOfferedPlaces(
  server: TestServer,
  cohortId: CohortId,
  references: readonly string[],
): Promise<void> {
  const past = before(server);
  const officer = await person(past, 'Ola Opptak', { roles: ['officer'] });
  past.clock.set(moments.afterDeadline);
  for (const reference of references) await concludes(past, officer, { reference });
  done(await lockRanking(past, officer, { cohortId }));
  done(await releaseAdmission(past, officer, { cohortId }));
}
