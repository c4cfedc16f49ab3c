import type { UserId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/database';
import { lockOwnCase, type OwnCase } from './own-case-store';
import type { StoredRequest } from './request-store';
import { checkAnswering } from './rules/information-request';

/** Something that an applicant has been asked for, with the application that it was asked for in. */
export interface OwnRequest extends OwnCase {
  readonly request: StoredRequest;
  /** Whether it can be answered now. */
  readonly allowed: ReturnType<typeof checkAnswering>;
}

/** One of the requests of the applicant's own application, which is locked; null for another's, and for none. */
export async function lockOwnRequest(
  tx: Tx,
  applicantId: UserId,
  { reference, number }: { readonly reference: string; readonly number: number },
): Promise<OwnRequest | null> {
  const own = await lockOwnCase(tx, applicantId, reference);
  const request = own?.requests.find((each) => each.number === number);
  if (own === null || request === undefined) return null;
  const { application, cohort } = own;
  const allowed = checkAnswering({
    application: application.state,
    request: request.state,
    cohort: cohort.state,
  });
  return { ...own, request, allowed };
}
