import type { ApplicationId } from '@/lib/kernel/ids';
import type { Instant, LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { attachedOf, type AttachedDocument } from '../document-store';
import { readRequests, type StoredRequest } from '../request-store';
import { isAfterDue, type RequestKind, type RequestState } from '../rules/information-request';

/** Something that an applicant has been asked for, as staff read it. */
export interface StaffRequest {
  readonly number: number;
  readonly asks: RequestKind;
  readonly question: string;
  /** The last day, whole, in the cohort's zone. */
  readonly dueOn: LocalDate;
  readonly state: RequestState;
  /** The officer's name, or address when no name is known. */
  readonly by: string;
  readonly requestedAt: Instant;
  /** When the applicant was reminded of the due day, if they were. */
  readonly remindedAt: Instant | null;
  /** It was answered after its day; or, while it is open, its day is over. */
  readonly late: boolean;
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnReason: string | null;
  /** What was sent with the answer: nothing before it. */
  readonly documents: readonly AttachedDocument[];
}

type Asked = StoredRequest & { readonly by: string };

/** Everything that has been asked for in an application, with the names of those who asked. */
export async function readStaffRequests(
  platform: Platform,
  applicationId: ApplicationId,
): Promise<Asked[]> {
  const requests = await readRequests(platform.db, applicationId);
  const officers = await platform.db.user.findMany({
    where: { id: { in: requests.map(({ requestedById }) => requestedById) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(officers.map(({ id, name, email }) => [id, name ?? email]));
  return requests.map((request) => ({ ...request, by: names.get(request.requestedById) ?? '' }));
}

/** A request as pages for staff show it. */
export function staffRequestOf(request: Asked, zone: string, now: Instant): StaffRequest {
  const { number, asks, question, dueOn, state, by, requestedAt, remindedAt } = request;
  const { answeredAt, withdrawnAt, withdrawnReason, documents } = request;
  return {
    ...{ number, asks, question, dueOn, state, by, requestedAt, remindedAt },
    ...{ answeredAt, withdrawnAt, withdrawnReason },
    // What has been written and not sent is the applicant's own.
    answer: state === 'answered' ? request.answer : null,
    late: state !== 'withdrawn' && isAfterDue(answeredAt ?? now, dueOn, zone),
    documents: state === 'answered' ? documents.map(attachedOf) : [],
  };
}
