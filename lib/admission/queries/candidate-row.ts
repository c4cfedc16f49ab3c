import type { ApplicationId } from '@/lib/kernel/ids';
import type { Instant } from '@/lib/kernel/time';
import type { Candidate } from '../store/candidates';

/** Who a row in one of admission's tables is about: no address, no answers. */
export interface CandidateRow {
  readonly applicationId: ApplicationId;
  readonly reference: string;
  readonly name: string;
  readonly categoryNumber: number | null;
  readonly workplace: string | null;
  readonly receivedAt: Instant;
  readonly arrivalNumber: number;
}

/** What tables show of a candidate. */
export function candidateRow(candidate: Candidate): CandidateRow {
  const { applicationId, reference, name, categoryNumber, workplace, receivedAt, arrivalNumber } =
    candidate;
  return { applicationId, reference, name, categoryNumber, workplace, receivedAt, arrivalNumber };
}
