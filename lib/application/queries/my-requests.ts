import type { Instant, LocalDate } from '@/lib/kernel/time';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { attachedOf, type AttachedDocument } from '../document-store';
import type { StoredRequest } from '../request-store';
import {
  checkAnswering,
  isAfterDue,
  requestDocumentsMaximum,
  type RequestKind,
  type RequestState,
} from '../rules/information-request';
import type { ApplicationState } from '../rules/states';

/** Something that staff have asked the applicant for. Who asked stays with the staff. */
export interface MyRequest {
  readonly number: number;
  readonly asks: RequestKind;
  readonly question: string;
  /** The last day, whole, in the cohort's zone. */
  readonly dueOn: LocalDate;
  readonly state: RequestState;
  readonly requestedAt: Instant;
  /** It can be answered now. */
  readonly answerable: boolean;
  /** It was answered after its day; or, while it is open, its day is over. */
  readonly late: boolean;
  /** What was answered; while it is open, what has been written so far. */
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly documents: readonly AttachedDocument[];
  readonly documentsLeft: number;
}

/** A request as its applicant reads it. */
export function myRequestOf(
  request: StoredRequest,
  application: ApplicationState,
  cohort: Pick<CohortFacts, 'state' | 'zone'>,
  now: Instant,
): MyRequest {
  const { number, asks, question, dueOn, state, requestedAt } = request;
  const { answer, answeredAt, withdrawnAt, documents } = request;
  return {
    ...{ number, asks, question, dueOn, state, requestedAt, answer, answeredAt, withdrawnAt },
    answerable: checkAnswering({ application, request: state, cohort: cohort.state }).ok,
    late: isAfterDue(answeredAt ?? now, dueOn, cohort.zone),
    documents: documents.map(attachedOf),
    documentsLeft: Math.max(0, requestDocumentsMaximum - documents.length),
  };
}
