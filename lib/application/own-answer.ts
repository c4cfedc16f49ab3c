import type { Actor } from '@/lib/kernel/actor';
import { parseState } from '@/lib/kernel/state-machine';
import type { Tx } from '@/lib/platform/database';
import { applicationMoves, stateForApplicant, type ApplicationState } from './rules/states';

/** The database, in a transaction or not: reads are the same. */
type Reader = Tx['prisma'];

/** Whoever has applied is an applicant like all others until the answers are out, whatever their role. */
export interface AwaitsOwnAnswer {
  readonly kind: 'awaits-own-answer';
}

/**
 * Whether somebody of staff has sent an application to a cohort whose answers are not out. They learn of their
 * own case what applicants learn (rule 8), and have no part in the ranking. One that is withdrawn counts too,
 * since that can be undone; a draft that was never sent does not. In a use case, under the cohort's lock:
 * nothing arrives and nothing is released while it is held.
 */
export async function awaitsOwnAnswer(
  prisma: Reader,
  actor: Actor,
  cohortId: string,
): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  const sent = await prisma.application.count({
    where: {
      cohortId,
      applicantId: actor.userId,
      arrivalNumber: { not: null },
      cohort: { release: null },
    },
  });
  return sent > 0;
}

/** How many of a cohort's applications are in each state. */
export interface StateCounts {
  /** Drafts are counted, never shown; withdrawn ones had arrived. A reader's own is where its applicant knows it to be. */
  readonly byState: Readonly<Record<ApplicationState, number>>;
  /** How many wait for a conclusion that the reader can make: all but the reader's own. */
  readonly toConclude: number;
}

/** @param awaits whether the reader awaits an answer of their own (`awaitsOwnAnswer`) */
export async function countStates(
  prisma: Reader,
  actor: Actor,
  { cohortId, awaits }: { readonly cohortId: string; readonly awaits: boolean },
): Promise<StateCounts> {
  const where = { cohortId, NOT: { state: 'withdrawn', arrivalNumber: null } };
  const [all, own] = await Promise.all([
    prisma.application.groupBy({ by: ['state'], where, _count: true }),
    actor.kind === 'person'
      ? prisma.application.findMany({
          where: { cohortId, applicantId: actor.userId, arrivalNumber: { not: null } },
          select: { state: true },
        })
      : [],
  ]);
  const byState = { draft: 0, submitted: 0, qualified: 0, 'not-qualified': 0, withdrawn: 0 };
  for (const { state, _count } of all) byState[parseState(applicationMoves, state)] += _count;
  const owned = own.map(({ state }) => parseState(applicationMoves, state));
  for (const state of awaits ? owned : []) {
    byState[state] -= 1;
    byState[stateForApplicant(state)] += 1;
  }
  const known = owned.map((state) => (awaits ? stateForApplicant(state) : state));
  const waiting = known.filter((state) => state === 'submitted').length;
  return { byState, toConclude: byState.submitted - waiting };
}
