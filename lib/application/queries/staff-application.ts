import type { Actor } from '@/lib/kernel/actor';
import type { ApplicationId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { localDateOf, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';
import {
  attachedOf,
  readDocuments,
  readInfected,
  type AttachedDocument,
  type InfectedDocument,
} from '../document-store';
import { awaitsOwnAnswer } from '../own-answer';
import { hasPriority } from '../rules/anchoring';
import { readAnswers, type Answers } from '../rules/answers';
import { countedPosition, missingFor, type Missing } from '../rules/eligibility';
import { isKyrLeftOpen } from '../rules/kyr-question';
import { checkAsking, dueDays } from '../rules/information-request';
import { isNearUnit } from '../rules/near-unit';
import { stateForApplicant, type ApplicationState } from '../rules/states';
import { totalWork, type WorkTotal } from '../rules/work-periods';
import { applicationOf, isReference, readApplicant } from '../store';
import { readCaseEvents, type CaseEvent } from './case-events';
import { readStaffRequests, staffRequestOf, type StaffRequest } from './staff-requests';
import {
  readAnchoredNeighbours,
  type AnchoredNeighbour,
  hasOwnApplicationFrom,
} from '../workplace-store';
import { readWorkplaceForStaff, type StaffWorkplace } from './workplace-anchorings';

export interface Revision {
  readonly number: number;
  readonly at: Instant;
  readonly answers: Answers;
}

/** Everything in an application, for staff; of the reader's own, before its answer is out, what applicants know. */
export interface StaffApplication {
  readonly id: ApplicationId;
  readonly reference: string;
  readonly state: ApplicationState;
  readonly cohort: CohortFacts;
  readonly now: Instant;
  readonly email: string;
  readonly answers: Answers;
  readonly receivedAt: Instant;
  readonly arrivalNumber: number;
  readonly withdrawnAt: Instant | null;
  /** The oldest first; the last is what the application says now. */
  readonly revisions: readonly Revision[];
  readonly documents: readonly AttachedDocument[];
  /** What the virus scanner had removed. */
  readonly infected: readonly InfectedDocument[];
  readonly events: readonly CaseEvent[];
  /** What the applicant has been asked for, the oldest first. */
  readonly requests: readonly StaffRequest[];
  /** Whether more can be asked for now, and by which days. */
  readonly asking: {
    readonly open: boolean;
    readonly earliest: LocalDate;
    readonly latest: LocalDate;
  };
  /** The workplace with what has been verified of it; null only for an application older than its claim. */
  readonly workplace: StaffWorkplace | null;
  /** Anchored units of the same organisation, when this one is not: the same place may be written otherwise. */
  readonly anchoredNeighbours: readonly (AnchoredNeighbour & { readonly isNear: boolean })[];
  /** As it was locked with the ranking; before that, verified and in force on the deadline (rule 5). */
  readonly priority: boolean;
  /** What the locked ranking says; null before the lock, for one without a place in it, and while that is a secret. */
  readonly lockedPriority: boolean | null;
  /** Work periods counted to the day of submission, when there are any. */
  readonly work: WorkTotal | null;
  /** What would be missing if it were submitted as it stands: nothing, unless the programme has changed. */
  readonly missing: readonly Missing[];
  /** What the reader may not act on, whatever their role: one's own is for somebody else. */
  readonly own: {
    readonly application: boolean;
    /** It is the reader's own and its answer is not out: they read of it what its applicant may. */
    readonly awaitsAnswer: boolean;
    /** The reader has applied from the same workplace. */
    readonly workplace: boolean;
  };
  /** What the reader may do, role and impartiality taken together. */
  readonly permissions: {
    readonly readDocuments: boolean;
    readonly verifyAnchoring: boolean;
    readonly conclude: boolean;
    readonly requestInformation: boolean;
  };
}

/** One application that has arrived, whole, by its reference. A draft is not found: it is the applicant's own. */
export async function staffApplication(
  platform: Platform,
  actor: Actor,
  args: { readonly reference: string },
): Promise<Result<StaffApplication, { kind: 'forbidden' | 'not-found' }>> {
  if (!can(actor, 'read-applications')) return refuse({ kind: 'forbidden' });
  const row = isReference(args.reference)
    ? await platform.db.application.findUnique({ where: { reference: args.reference } })
    : null;
  if (row === null) return refuse({ kind: 'not-found' });
  const application = applicationOf(row);
  const { id, answers, receivedAt, arrivalNumber, workplaceId } = application;
  if (receivedAt === null || arrivalNumber === null) return refuse({ kind: 'not-found' });
  const awaits = await awaitsOwnAnswer(platform.db, actor, application.cohortId);
  const isOwn = actor.kind === 'person' && actor.userId === application.applicantId;
  const isSecret = isOwn && awaits;
  const [
    cohort,
    now,
    applicant,
    documents,
    infected,
    revisions,
    events,
    workplace,
    lockedPriority,
    requests,
    isOwnWorkplace,
  ] = await Promise.all([
    readCohort(platform.db, application.cohortId),
    readNow(platform),
    readApplicant(platform.db, application.applicantId),
    readDocuments(platform.db, id),
    readInfected(platform.db, id),
    readRevisions(platform, id),
    readCaseEvents(platform, application, { awaitsOwnAnswer: awaits, isSecret }),
    workplaceId === null ? null : readWorkplaceForStaff(platform, workplaceId),
    // That it has a class is that it has a place.
    isSecret ? null : readLockedPriority(platform, id),
    readStaffRequests(platform, id),
    actor.kind === 'person' && workplaceId !== null
      ? hasOwnApplicationFrom(platform.db, workplaceId, actor.userId)
      : false,
  ]);
  if (cohort === null) return refuse({ kind: 'not-found' });
  const submittedOn = localDateOf(receivedAt, cohort.zone);
  const isAnchored = hasPriority(workplace?.anchorings ?? [], cohort.applicationDeadline);
  const neighbours =
    workplace === null || isAnchored
      ? []
      : await readAnchoredNeighbours(platform.db, workplace, cohort.applicationDeadline);
  const positions = (answers.category?.workPeriods ?? [])
    .map(countedPosition)
    .filter((position) => position !== null);
  return ok({
    id,
    reference: application.reference,
    state: isSecret ? stateForApplicant(application.state) : application.state,
    cohort,
    now,
    email: applicant.email,
    answers,
    receivedAt,
    arrivalNumber,
    withdrawnAt: application.withdrawnAt,
    revisions,
    documents: documents.map(attachedOf),
    infected,
    events,
    requests: requests.map((request) => ({
      ...staffRequestOf(request, cohort.zone, now),
      // What staff write for each other.
      ...(isSecret ? { withdrawnReason: null } : {}),
    })),
    asking: {
      open: checkAsking({ application: application.state, cohort: cohort.state, isOwn }).ok,
      ...dueDays(cohort, now),
    },
    workplace,
    anchoredNeighbours: neighbours.map((neighbour) => ({
      ...neighbour,
      isNear: isNearUnit(workplace?.unit ?? '', neighbour.unit),
    })),
    priority: lockedPriority ?? isAnchored,
    lockedPriority,
    work: positions.length === 0 ? null : totalWork(positions, submittedOn),
    missing: missingFor({
      answers,
      documented: documents.map((document) => document.documents),
      categories: cohort.programme.categories,
      today: submittedOn,
      // What has arrived without an answer was known when it came.
      kyrIsKnown: answers.workplace !== null && isKyrLeftOpen(answers.workplace),
    }),
    own: { application: isOwn, awaitsAnswer: isSecret, workplace: isOwnWorkplace },
    permissions: {
      readDocuments: can(actor, 'read-documents'),
      verifyAnchoring: can(actor, 'verify-anchoring') && !isOwnWorkplace,
      conclude: can(actor, 'conclude-application') && !isOwn,
      requestInformation: can(actor, 'request-information') && !isOwn,
    },
  });
}

/** The class of a locked ranking that ranks by workplace. */
async function readLockedPriority(
  platform: Platform,
  applicationId: ApplicationId,
): Promise<boolean | null> {
  const position = await platform.db.rankingPosition.findFirst({
    where: { applicationId, ranking: { criteria: { has: 'priority-workplace' } } },
    select: { priorityClass: true },
  });
  return position === null ? null : position.priorityClass === 1;
}

async function readRevisions(
  platform: Platform,
  applicationId: ApplicationId,
): Promise<Revision[]> {
  const rows = await platform.db.applicationRevision.findMany({
    where: { applicationId },
    orderBy: { number: 'asc' },
  });
  return rows.map(({ number, at, answers }) => ({ number, at, answers: readAnswers(answers) }));
}
