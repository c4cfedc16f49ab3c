import type { Person } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import type { Instant, LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import type { ApplicationWindow } from '@/lib/programme/rules/application-window';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readCohort } from '@/lib/programme/store';
import { forApplicant } from '../extension-store';
import { stateForApplicant, type StateForApplicant } from '../rules/states';
import { ownDeadline, ownWindow } from '../rules/window';
import { isAssessed } from '@/lib/programme/rules/cohort-states';
import { readAwaited } from '../request-store';
import { applicationOf } from '../store';

/** One of the applicant's own applications, as a list shows it. */
export interface MyApplicationItem {
  readonly reference: string;
  readonly state: StateForApplicant;
  readonly cohort: CohortFacts;
  readonly window: ApplicationWindow;
  /** The last day for this applicant: the cohort's, or an extension's. */
  readonly deadline: LocalDate;
  readonly updatedAt: Instant;
  readonly receivedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  /** What we wait for from the applicant, the most pressing of it; null when there is nothing. */
  readonly awaited: Awaited | null;
}

/** A request for more that can be answered now. */
export interface Awaited {
  readonly number: number;
  readonly dueOn: LocalDate;
}

export interface MyApplications {
  /** The newest first; withdrawn ones last. */
  readonly applications: readonly MyApplicationItem[];
  readonly now: Instant;
}

/** All of the signed-in person's own applications, withdrawn ones too. */
export async function myApplications(platform: Platform, actor: Person): Promise<MyApplications> {
  const now = await readNow(platform);
  const rows = await platform.db.application.findMany({
    where: { applicantId: actor.userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  // Of an erased draft nothing is left to be listed.
  const stored = rows.map(applicationOf).filter(({ erasedAt }) => erasedAt === null);
  const open = await readAwaited(platform.db, actor.userId);
  const cohorts = new Map<string, CohortFacts & { readonly extendedUntil: LocalDate | null }>();
  for (const { cohortId } of stored) {
    if (cohorts.has(cohortId)) continue;
    const cohort = await readCohort(platform.db, cohortId);
    if (cohort === null) continue;
    cohorts.set(cohortId, await forApplicant(platform.db, cohort, actor.userId));
  }
  const items = stored.flatMap((application): MyApplicationItem[] => {
    const cohort = cohorts.get(application.cohortId);
    if (cohort === undefined) return [];
    const { reference, updatedAt, receivedAt, withdrawnAt } = application;
    const state = stateForApplicant(application.state);
    const [window, deadline] = [ownWindow(cohort, now), ownDeadline(cohort)];
    const waits = isAssessed[cohort.state] && application.state !== 'withdrawn';
    const awaited = waits ? (open.get(application.id) ?? null) : null;
    return [
      { reference, state, cohort, window, deadline, updatedAt, receivedAt, withdrawnAt, awaited },
    ];
  });
  const [live, withdrawn] = [
    items.filter((item) => item.state !== 'withdrawn'),
    items.filter((item) => item.state === 'withdrawn'),
  ];
  return { applications: [...live, ...withdrawn], now };
}

/** The reference of the person's live application to a cohort, for its programme page; null when there is none. */
export async function myApplicationToCohort(
  platform: Platform,
  actor: Person,
  args: { readonly cohortId: string },
): Promise<{ readonly reference: string; readonly state: StateForApplicant } | null> {
  const row = await platform.db.application.findFirst({
    where: { applicantId: actor.userId, cohortId: args.cohortId, state: { not: 'withdrawn' } },
  });
  if (row === null) return null;
  const { reference, state } = applicationOf(row);
  return { reference, state: stateForApplicant(state) };
}

/** When this person can apply to a cohort: its window, or an extension of it. Null for no such cohort. */
export async function myWindow(
  platform: Platform,
  actor: Person,
  args: { readonly cohortId: string },
): Promise<{ readonly window: ApplicationWindow; readonly deadline: LocalDate } | null> {
  const cohort = isId(args.cohortId) ? await readCohort(platform.db, args.cohortId) : null;
  if (cohort === null) return null;
  const own = await forApplicant(platform.db, cohort, actor.userId);
  return { window: ownWindow(own, await readNow(platform)), deadline: ownDeadline(own) };
}
