import { awaitsOwnAnswer, type AwaitsOwnAnswer } from '@/lib/application/own-answer';
import type { Actor } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Tx } from '@/lib/platform/database';
import { lockCohort } from '@/lib/platform/locks';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { isAssessed, type CohortState } from '@/lib/programme/rules/cohort-states';
import { readCohort } from '@/lib/programme/store';
import { readCandidates, type Candidate } from './store/candidates';

export type LiveRankingRefusal =
  | { readonly kind: 'not-found' }
  | AwaitsOwnAnswer
  | { readonly kind: 'ranking-locked'; readonly cohortState: CohortState };

/** A ranking that can still be changed, and the application that somebody wants moved in it. */
interface LiveRanking {
  readonly cohort: CohortFacts;
  readonly candidates: readonly Candidate[];
  readonly candidate: Candidate;
}

/** Locks a cohort's ranking for a change of one application in it, if it is the actor's to change. */
export async function lockLiveRanking(
  tx: Tx,
  actor: Actor,
  { cohortId, reference }: { readonly cohortId: string; readonly reference: string },
): Promise<Result<LiveRanking, LiveRankingRefusal>> {
  await lockCohort(tx, cohortId);
  const cohort = await readCohort(tx.prisma, cohortId);
  if (cohort === null) return refuse({ kind: 'not-found' });
  if (await awaitsOwnAnswer(tx.prisma, actor, cohort.id)) {
    return refuse({ kind: 'awaits-own-answer' });
  }
  if (!isAssessed[cohort.state]) {
    return refuse({ kind: 'ranking-locked', cohortState: cohort.state });
  }
  const candidates = await readCandidates(tx.prisma, cohort.id);
  const candidate = candidates.find((each) => each.reference === reference);
  if (candidate === undefined) return refuse({ kind: 'not-found' });
  return ok({ cohort, candidates, candidate });
}
