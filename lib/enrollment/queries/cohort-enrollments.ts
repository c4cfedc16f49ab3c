import type { Person } from '@/lib/kernel/actor';
import { asId, isId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { parseState } from '@/lib/kernel/state-machine';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';
import { enrollmentMoves, takesPlace, type EnrollmentState } from '../rules/enrollment-states';
import type { Payer } from '../rules/payer';
import {
  enrollmentTotals,
  sortEnrollments,
  type EnrollmentOrder,
  type EnrollmentTotals,
} from '../rules/enrollment-list';

/** One row of the cohort's enrollments. */
export interface EnrollmentRow {
  readonly reference: string;
  readonly ordinal: number;
  readonly state: EnrollmentState;
  readonly name: string;
  /** "Employer, unit"; null when the application names none. */
  readonly workplace: string | null;
  readonly price: Money;
  readonly earlyBird: boolean;
  readonly payer: Payer;
  readonly signedAt: Instant;
}

export interface CohortEnrollments {
  readonly cohort: CohortFacts;
  readonly now: Instant;
  readonly rows: readonly EnrollmentRow[];
  readonly totals: EnrollmentTotals;
  /** Offers that are open by their rows. */
  readonly openOffers: number;
  /** Whether the reader may open the applications behind the rows. */
  readonly mayReadApplications: boolean;
}

/** The binding enrollments of a cohort, for staff who may read them. At most `capacity` and those cancelled: one page. */
export async function cohortEnrollments(
  platform: Platform,
  actor: Person,
  args: { readonly cohortId: string; readonly order: EnrollmentOrder },
): Promise<Result<CohortEnrollments, { readonly kind: 'not-found' | 'forbidden' }>> {
  if (!can(actor, 'read-enrollments')) return refuse({ kind: 'forbidden' });
  if (!isId(args.cohortId)) return refuse({ kind: 'not-found' });
  const cohortId = asId<'Cohort'>(args.cohortId);
  const cohort = await readCohort(platform.db, cohortId);
  if (cohort === null) return refuse({ kind: 'not-found' });
  const stored = await platform.db.enrollment.findMany({
    where: { cohortId },
    orderBy: { ordinal: 'asc' },
    select: {
      ordinal: true,
      state: true,
      price: true,
      earlyBird: true,
      slip: { select: { payer: true, signedName: true, signedAt: true } },
      application: {
        select: {
          reference: true,
          applicantName: true,
          workplace: { select: { employer: true, unit: true } },
        },
      },
    },
  });
  const rows = stored.flatMap(({ slip, application, ...row }): EnrollmentRow[] => {
    if (slip === null) return [];
    const { workplace } = application;
    return [
      {
        reference: application.reference,
        ordinal: row.ordinal,
        state: parseState(enrollmentMoves, row.state),
        name: application.applicantName ?? slip.signedName,
        workplace: workplace === null ? null : `${workplace.employer}, ${workplace.unit}`,
        price: { amount: row.price, currency: 'NOK' },
        earlyBird: row.earlyBird,
        payer: slip.payer as unknown as Payer,
        signedAt: slip.signedAt,
      },
    ];
  });
  return ok({
    cohort,
    now: await readNow(platform),
    rows: sortEnrollments(rows, args.order),
    totals: enrollmentTotals(rows.filter((row) => takesPlace[row.state])),
    mayReadApplications: can(actor, 'read-applications'),
    openOffers: await platform.db.offer.count({ where: { cohortId, state: 'open' } }),
  });
}
