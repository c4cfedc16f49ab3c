import type { Actor } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { addDays, fromDateColumn, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { isAssessed } from '@/lib/programme/rules/cohort-states';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';

/** A deadline that somebody was given for themselves. */
export interface GivenExtension {
  readonly id: string;
  readonly email: string;
  /** As the application that has arrived has it; null while we know the address alone. */
  readonly name: string | null;
  readonly until: LocalDate;
  readonly reason: string;
  readonly grantedBy: string;
  readonly grantedAt: Instant;
  /** False when a later one has taken its place. */
  readonly standing: boolean;
  /** The application that has arrived from them; null while none has. */
  readonly reference: string | null;
}

export interface CohortExtensions {
  readonly cohort: CohortFacts;
  readonly now: Instant;
  /** Whether more can be given. */
  readonly open: boolean;
  /** The last day that can be given. */
  readonly latest: LocalDate;
  /** The newest first. */
  readonly extensions: readonly GivenExtension[];
}

/** A cohort's extensions, for those who may give them. */
export async function cohortExtensions(
  platform: Platform,
  actor: Actor,
  args: { readonly cohortId: string },
): Promise<Result<CohortExtensions, { kind: 'forbidden' | 'not-found' }>> {
  if (!can(actor, 'extend-deadline')) return refuse({ kind: 'forbidden' });
  const cohort = isId(args.cohortId) ? await readCohort(platform.db, args.cohortId) : null;
  if (cohort === null) return refuse({ kind: 'not-found' });
  const [now, rows] = await Promise.all([
    readNow(platform),
    platform.db.deadlineExtension.findMany({
      where: { cohortId: cohort.id },
      orderBy: { id: 'desc' },
      include: {
        applicant: {
          select: {
            email: true,
            name: true,
            applications: {
              where: { cohortId: cohort.id, state: { not: 'withdrawn' } },
              select: { reference: true, applicantName: true, receivedAt: true },
            },
          },
        },
      },
    }),
  ]);
  const granters = await platform.db.user.findMany({
    where: { id: { in: rows.map(({ grantedById }) => grantedById) } },
    select: { id: true, name: true, email: true },
  });
  return ok({
    cohort,
    now,
    open: isAssessed[cohort.state],
    latest: addDays(cohort.respondBy, -1),
    extensions: rows.map(
      ({ id, applicant, until, reason, grantedById, grantedAt, withdrawnAt }) => {
        const application = applicant.applications[0];
        const granter = granters.find((each) => each.id === grantedById);
        return {
          id,
          email: applicant.email,
          // What is written in a draft is its applicant's own.
          name: (application?.receivedAt && application.applicantName) ?? applicant.name,
          until: fromDateColumn(until),
          reason,
          grantedBy: granter?.name ?? granter?.email ?? '',
          grantedAt,
          standing: withdrawnAt === null,
          reference: application?.receivedAt ? application.reference : null,
        };
      },
    ),
  });
}
