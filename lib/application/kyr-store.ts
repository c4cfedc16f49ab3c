import type { Prisma } from '@/prisma/generated/client';
import type { LocalDate } from '@/lib/kernel/time';
import type { Answers, WorkplaceAnswers } from './rules/answers';
import { isKyrLeftOpen, kyrIsKnown } from './rules/kyr-question';
import { receivedStates, type ApplicationState } from './rules/states';
import { readAnchoringsOfClaim } from './workplace-store';

/** The application as it is stored, before the change that is being checked. */
interface Before {
  readonly state: ApplicationState;
  readonly answers: Answers;
}

/** What an application has arrived with; null for a draft. */
export function arrivedWith({ state, answers }: Before): WorkplaceAnswers | null {
  return receivedStates.includes(state) ? answers.workplace : null;
}

/**
 * Whether the questions about KYR may be left open (`kyrIsKnown`), asked of the database only when
 * something has been left open: an answer given needs no knowledge of the workplace.
 */
export async function mayLeaveKyrOpen(
  prisma: Prisma.TransactionClient,
  checked: {
    /** Null for one that staff register: it has not been before. */
    readonly application: Before | null;
    readonly answers: Answers;
    readonly applicationDeadline: LocalDate;
  },
): Promise<boolean> {
  const { application, applicationDeadline } = checked;
  const claim = checked.answers.workplace;
  if (claim === null || !isKyrLeftOpen(claim)) return false;
  return kyrIsKnown({
    claim,
    anchorings: await readAnchoringsOfClaim(prisma, claim),
    applicationDeadline,
    arrivedWith: application === null ? null : arrivedWith(application),
  });
}
