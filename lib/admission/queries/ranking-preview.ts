import { readLastExtendedDay } from '@/lib/application/extension-store';
import { awaitingConclusion } from '@/lib/application/rules/states';
import type { Actor } from '@/lib/kernel/actor';
import { ok, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readNow } from '@/lib/platform/database';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { can } from '@/lib/staff/rules/permissions';
import { checkLock, type LockRefusal } from '../rules/lock';
import type { Override, PriorityClass, RankedPosition } from '../rules/ranking';
import type { Reason } from '../rules/reasons';
import { readCandidates, type Candidate } from '../store/candidates';
import {
  rankCandidates,
  rankingFingerprint,
  readLockedRanking,
  readOverrides,
} from '../store/ranking';
import { candidateRow, type CandidateRow } from './candidate-row';
import { cohortToRank, type NotToBeRead } from './ranking-readers';

export interface RankingRow extends CandidateRow {
  readonly position: number;
  readonly positionByCriteria: number;
  readonly priorityClass: PriorityClass;
  readonly reasons: readonly Reason[];
  readonly override: Override | null;
  /** Withdrawn by the applicant after the lock. */
  readonly withdrawn: boolean;
  /** Within the places there are: would be offered one if released now. */
  readonly withinCapacity: boolean;
}

export interface RankingPreview {
  readonly cohort: CohortFacts;
  /** Null: the order below is live and changes with conclusions, anchorings and moves. */
  readonly locked: { readonly at: Instant; readonly by: string } | null;
  readonly rows: readonly RankingRow[];
  /** Waiting for a conclusion. The ranking cannot be locked before this is empty. */
  readonly unconcluded: readonly CandidateRow[];
  readonly notQualified: readonly (CandidateRow & { readonly reason: string | null })[];
  /** Why it cannot be locked now; null when it can, or has been. */
  readonly lockRefusal: LockRefusal | null;
  /** Goes back with the lock, so that nothing is locked but what was seen. */
  readonly fingerprint: string;
  /** Whether this actor may move applications and lock. */
  readonly mayChange: boolean;
}

/**
 * The cohort's order with the reason for every place: as it stands now, or as it was locked (rule 7). Not for
 * somebody who awaits an answer of their own: without their row the gap that it leaves would tell as much.
 */
export async function rankingPreview(
  platform: Platform,
  actor: Actor,
  args: { readonly cohortId: string },
): Promise<Result<RankingPreview, NotToBeRead>> {
  const readable = await cohortToRank(platform, actor, args.cohortId);
  if (!readable.ok) return readable;
  const cohort = readable.value;
  const locked = await readLockedRanking(platform.db, cohort.id);
  const ranked = locked?.positions.map((position) => position.applicationId) ?? [];
  const candidates = await readCandidates(platform.db, cohort.id, ranked);
  const positions =
    locked?.positions ??
    rankCandidates(cohort, candidates, await readOverrides(platform.db, cohort.id));
  const unconcluded = candidates.filter((each) => awaitingConclusion[each.state]);
  const checked = checkLock(
    {
      ...cohort,
      cohortState: cohort.state,
      extendedUntil: await readLastExtendedDay(platform.db, cohort.id),
      unconcluded: unconcluded.map((each) => each.reference),
    },
    await readNow(platform),
  );
  return ok({
    cohort,
    locked: locked === null ? null : { at: locked.lockedAt, by: locked.lockedBy },
    rows: rowsOf(positions, candidates, cohort.capacity),
    unconcluded: unconcluded.map(candidateRow),
    notQualified: candidates
      .filter((each) => each.state === 'not-qualified')
      .map((each) => ({ ...candidateRow(each), reason: each.conclusionReason })),
    lockRefusal: locked !== null || checked.ok ? null : checked.refusal,
    fingerprint: rankingFingerprint(positions, candidates),
    mayChange: can(actor, 'change-ranking'),
  });
}

function rowsOf(
  positions: readonly RankedPosition[],
  candidates: readonly Candidate[],
  capacity: number,
): RankingRow[] {
  const byId = new Map(candidates.map((each) => [each.applicationId, each]));
  let standing = 0;
  return positions.flatMap((position) => {
    const candidate = byId.get(position.applicationId);
    if (candidate === undefined) return [];
    const withdrawn = candidate.state === 'withdrawn';
    if (!withdrawn) standing += 1;
    const withinCapacity = !withdrawn && standing <= capacity;
    return [{ ...candidateRow(candidate), ...position, withdrawn, withinCapacity }];
  });
}
