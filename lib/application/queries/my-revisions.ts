import type { Person } from '@/lib/kernel/actor';
import { localDateOf, type Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readCohort } from '@/lib/programme/store';
import { readAnswers, type Answers } from '../rules/answers';
import { countedPosition } from '../rules/eligibility';
import { totalWork, type WorkTotal } from '../rules/work-periods';
import { readOwnApplication } from '../store';

/** The answers as they stood from a moment on. */
export interface MyRevision {
  readonly number: number;
  readonly at: Instant;
  /** The applicant wrote it; otherwise staff, who registered the application. */
  readonly own: boolean;
  readonly answers: Answers;
  /** The work periods that are complete, counted to that day; null when there are none. */
  readonly work: WorkTotal | null;
}

/** A document's time with the application. */
export interface DocumentSpan {
  readonly filename: string;
  readonly from: Instant;
  /** When it was removed; null while it is there. */
  readonly to: Instant | null;
}

export interface MyRevisions {
  readonly reference: string;
  readonly cohort: CohortFacts;
  /** The oldest first: the first is what was received. */
  readonly revisions: readonly [MyRevision, ...MyRevision[]];
  readonly documents: readonly DocumentSpan[];
}

/** Every revision of an application that has arrived, for its own applicant; null for everybody else. */
export async function myRevisions(
  platform: Platform,
  actor: Person,
  args: { readonly reference: string },
): Promise<MyRevisions | null> {
  const application = await readOwnApplication(platform.db, actor.userId, args.reference);
  if (application === null || application.receivedAt === null) return null;
  const { id: applicationId, applicantId, cohortId, reference } = application;
  const [cohort, rows, documents] = await Promise.all([
    readCohort(platform.db, cohortId),
    platform.db.applicationRevision.findMany({
      where: { applicationId },
      orderBy: { number: 'asc' },
    }),
    platform.db.supportingDocument.findMany({
      where: {
        applicationId,
        // An answer that is not sent is not part of the application yet.
        OR: [{ requestId: null }, { request: { state: 'answered' } }],
      },
      orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
    }),
  ]);
  if (cohort === null) return null;
  const [first, ...later] = rows.map(({ number, at, byId, answers }) => {
    const read = readAnswers(answers);
    const positions = (read.category?.workPeriods ?? [])
      .map(countedPosition)
      .filter((position) => position !== null);
    const work = positions.length === 0 ? null : totalWork(positions, localDateOf(at, cohort.zone));
    return { number, at, own: byId === applicantId, answers: read, work };
  });
  if (first === undefined) return null;
  return {
    reference,
    cohort,
    revisions: [first, ...later],
    documents: documents.map(({ filename, uploadedAt, removedAt }) => ({
      filename,
      from: uploadedAt,
      to: removedAt,
    })),
  };
}
