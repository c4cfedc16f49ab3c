import type { Person } from '@/lib/kernel/actor';
import type { DocumentId } from '@/lib/kernel/ids';
import { localDateOf, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import type { ApplicationWindow } from '@/lib/programme/rules/application-window';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { attachedOf, type AttachedDocument, type StoredDocument } from '../document-store';
import { arrivedWith } from '../kyr-store';
import { readOwnCase, type OwnCase } from '../own-case-store';
import { documentsMaximum, type Answers } from '../rules/answers';
import { countedPosition, missingFor, type Missing } from '../rules/eligibility';
import { anchoringInForce, kyrIsKnown } from '../rules/kyr-question';
import { stepProgress, stepToContinueWith, type StepProgress } from '../rules/progress';
import { afterRemoval, type AfterRemoval } from '../rules/removed-document';
import { editableByApplicant, stateForApplicant, type StateForApplicant } from '../rules/states';
import type { ApplicationStep } from '../rules/steps';
import { ownDeadline, ownWindow } from '../rules/window';
import { mayWithdraw } from '../rules/withdrawal';
import { totalWork, type WorkTotal } from '../rules/work-periods';
import { myRequestOf, type MyRequest } from './my-requests';

/** A document that is gone because of what the virus scanner found in it. */
export interface RemovedForVirus {
  readonly id: DocumentId;
  readonly filename: string;
  readonly removedAt: Instant;
  /** What its applicant can do about it now. */
  readonly next: AfterRemoval;
}

/** An application as its own applicant reads and edits it. */
export interface MyApplication {
  readonly reference: string;
  readonly state: StateForApplicant;
  readonly answers: Answers;
  /** The address of the account, where letters go. */
  readonly email: string;
  readonly cohort: CohortFacts;
  readonly window: ApplicationWindow;
  /** The last day for this applicant: the cohort's, or an extension's. */
  readonly deadline: LocalDate;
  /** The moment of reading, by the clock that decides: for "om 190 dager". */
  readonly now: Instant;
  /** Answers and documents can be changed now. */
  readonly editable: boolean;
  /** It can be withdrawn here; otherwise the way is the answer to the offer, or the programme's mailbox. */
  readonly withdrawable: boolean;
  readonly steps: readonly StepProgress[];
  readonly continueWith: ApplicationStep;
  readonly missing: readonly Missing[];
  /** The work periods that are complete, counted to today; null when there are none. */
  readonly work: WorkTotal | null;
  readonly documents: readonly AttachedDocument[];
  readonly documentsLeft: number;
  /** What the virus scanner had removed; nothing of an erased draft. */
  readonly infected: readonly RemovedForVirus[];
  /** What staff have asked for, the oldest first. */
  readonly requests: readonly MyRequest[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly receivedAt: Instant | null;
  readonly arrivalNumber: number | null;
  readonly withdrawnAt: Instant | null;
  /** A deleted draft of which nothing is left. */
  readonly isErased: boolean;
  /** Staff have verified that the workplace is anchored on the deadline (rule 5): since when. */
  readonly anchoredSince: LocalDate | null;
  /** The questions about KYR need no answer: the workplace is known, or was when the application came. */
  readonly kyrIsKnown: boolean;
}

/**
 * One application by its reference, for its own applicant; null for anybody else's and for none. A
 * conclusion is never told here: nobody learns anything before the release (rule 8).
 */
export async function myApplication(
  platform: Platform,
  actor: Person,
  args: { readonly reference: string },
): Promise<MyApplication | null> {
  const own = await readOwnCase({ platform, prisma: platform.db }, actor.userId, args.reference);
  if (own === null) return null;
  const { application, cohort, now, documents, infected, requests, anchorings } = own;
  const { answers, receivedAt } = application;
  const today = localDateOf(now, cohort.zone);
  const { applicationDeadline } = cohort;
  const known = kyrIsKnown({
    ...{ claim: answers.workplace, anchorings, applicationDeadline },
    arrivedWith: arrivedWith(application),
  });
  const missing = missingFor({
    answers,
    documented: documents.map((document) => document.documents),
    categories: cohort.programme.categories,
    today,
    kyrIsKnown: known,
  });
  const steps = stepProgress(
    { answers, documents: documents.length, received: receivedAt !== null },
    missing,
  );
  const positions = (answers.category?.workPeriods ?? []).map(countedPosition);
  const counted = positions.filter((position) => position !== null);
  const window = ownWindow(cohort, now);
  return {
    reference: application.reference,
    state: stateForApplicant(application.state),
    answers,
    email: actor.email,
    cohort,
    window,
    deadline: ownDeadline(cohort),
    now,
    editable: window === 'open' && editableByApplicant[application.state],
    withdrawable: mayWithdraw(application.state, cohort.state),
    steps,
    continueWith: stepToContinueWith(steps),
    missing,
    work: counted.length === 0 ? null : totalWork(counted, today),
    documents: documents.map(attachedOf),
    documentsLeft: Math.max(
      0,
      documentsMaximum - documents.filter(({ requestId }) => requestId === null).length,
    ),
    infected: application.erasedAt === null ? infected.map(removedOf(own)) : [],
    requests: requests.map((request) => myRequestOf(request, application.state, cohort, now)),
    createdAt: application.createdAt,
    updatedAt: application.updatedAt,
    receivedAt,
    arrivalNumber: application.arrivalNumber,
    withdrawnAt: application.withdrawnAt,
    isErased: application.erasedAt !== null,
    anchoredSince: anchoringInForce(anchorings, applicationDeadline)?.from ?? null,
    kyrIsKnown: known,
  };
}

function removedOf({ application, cohort, requests, now }: OwnCase) {
  return ({ id, filename, requestId, ...document }: StoredDocument): RemovedForVirus => {
    const removedAt = document.removedAt ?? document.uploadedAt;
    const { state } = application;
    const next = afterRemoval({ state, cohort, document: { requestId, removedAt }, requests, now });
    return { id, filename, removedAt, next };
  };
}
