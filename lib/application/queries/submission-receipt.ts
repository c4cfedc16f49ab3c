import type { Person } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { fromDateColumn, localDateOf, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readCohort } from '@/lib/programme/store';
import { documentOf } from '../document-store';
import { readAnswers, type Answers, type DocumentPurpose } from '../rules/answers';
import { countedPosition } from '../rules/eligibility';
import { registeredWays, type RegisteredWay } from '../rules/registration';
import { ownDeadline } from '../rules/window';
import { totalWork, type WorkTotal } from '../rules/work-periods';
import { readOwnApplication } from '../store';

/** A document as it was when the application arrived. */
export interface ReceivedDocument {
  readonly filename: string;
  readonly documents: DocumentPurpose;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** An application as it arrived: what a receipt proves, whatever was changed later. */
export interface SubmissionReceipt {
  readonly installation: string;
  readonly reference: string;
  readonly cohort: CohortFacts;
  /**
   * The last day for this applicant, as it was when the application arrived: the cohort's, or an extension's.
   * What is given later changes nothing in a receipt that may be in a drawer.
   */
  readonly deadline: LocalDate;
  readonly email: string;
  readonly receivedAt: Instant;
  readonly arrivalNumber: number;
  /** When it was written in: for one that staff registered later than it came. */
  readonly writtenAt: Instant;
  /** How it came, when staff have registered it; null when it was sent here. */
  readonly registeredWay: RegisteredWay | null;
  readonly answers: Answers;
  /** The work periods that are complete, counted to the day it was received; null when there are none. */
  readonly work: WorkTotal | null;
  readonly documents: readonly ReceivedDocument[];
}

/** What was received, for its own applicant: the first revision with the documents of that moment. */
export async function submissionReceipt(
  platform: Platform,
  actor: Person | null,
  args: { readonly reference: string },
): Promise<Result<SubmissionReceipt, { readonly kind: 'not-found' }>> {
  const application =
    actor && (await readOwnApplication(platform.db, actor.userId, args.reference));
  const cohort = application && (await readCohort(platform.db, application.cohortId));
  if (actor === null || application === null || cohort === null) {
    return refuse({ kind: 'not-found' });
  }
  const { id: applicationId, reference, receivedAt, arrivalNumber } = application;
  const first = await platform.db.applicationRevision.findUnique({
    where: { applicationId_number: { applicationId, number: 1 } },
  });
  if (first === null || receivedAt === null || arrivalNumber === null) {
    return refuse({ kind: 'not-found' });
  }
  const [documents, registration, extension] = await Promise.all([
    platform.db.supportingDocument.findMany({
      where: {
        applicationId,
        uploadedAt: { lte: first.at },
        OR: [{ removedAt: null }, { removedAt: { gt: first.at } }],
      },
      orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
    }),
    platform.db.auditEvent.findFirst({
      where: {
        subjectType: 'application',
        subjectId: applicationId,
        kind: 'application-registered',
      },
    }),
    platform.db.deadlineExtension.findFirst({
      where: {
        applicantId: actor.userId,
        cohortId: application.cohortId,
        grantedAt: { lte: first.at },
        OR: [{ withdrawnAt: null }, { withdrawnAt: { gt: first.at } }],
      },
    }),
  ]);
  const answers = readAnswers(first.answers);
  const positions = (answers.category?.workPeriods ?? [])
    .map(countedPosition)
    .filter((position) => position !== null);
  const way = (registration?.after as { way?: unknown } | null | undefined)?.way;
  return ok({
    installation: platform.env.INSTALLATION_NAME,
    reference,
    cohort,
    deadline: ownDeadline({
      applicationDeadline: cohort.applicationDeadline,
      extendedUntil: extension === null ? null : fromDateColumn(extension.until),
    }),
    email: actor.email,
    receivedAt,
    arrivalNumber,
    writtenAt: first.at,
    registeredWay: registeredWays.find((each) => each === way) ?? null,
    answers,
    work:
      positions.length === 0 ? null : totalWork(positions, localDateOf(receivedAt, cohort.zone)),
    documents: documents.map((row) => {
      const { filename, documents: purpose, size, sha256 } = documentOf(row);
      return { filename, documents: purpose, size, sha256 };
    }),
  });
}
