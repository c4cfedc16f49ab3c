import { readLastExtendedDay } from '@/lib/application/extension-store';
import { awaitsOwnAnswer, type AwaitsOwnAnswer } from '@/lib/application/own-answer';
import { awaitingConclusion } from '@/lib/application/rules/states';
import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { lockCohort } from '@/lib/platform/locks';
import { mayMoveCohort } from '@/lib/programme/rules/cohort-states';
import { readCohort, storeCohortState } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';
import { checkLock, wayToAdmitting, type LockRefusal } from '../rules/lock';
import { readCandidates } from '../store/candidates';
import {
  rankCandidates,
  rankingFingerprint,
  readLockedRanking,
  readOverrides,
  storeRanking,
} from '../store/ranking';

export interface LockInput {
  readonly cohortId: string;
  /** Of the order that the officer looked through; left out when there was no page. */
  readonly fingerprint?: string | null;
}

export interface Locked {
  readonly lockedAt: Instant;
  readonly positions: number;
}

export type LockRankingRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | AwaitsOwnAnswer
  /** The order is no longer the one that was looked through. */
  | { readonly kind: 'ranking-changed' }
  | LockRefusal;

/**
 * Freezes the order of a cohort's qualified applications with classes, reasons and the facts they rest
 * on, and takes the cohort into admission (rule 7). Once; locking again answers the first lock.
 */
export async function lockRanking(
  platform: Platform,
  actor: Actor,
  input: LockInput,
): Promise<Result<Locked, LockRankingRefusal>> {
  if (actor.kind !== 'person' || !can(actor, 'change-ranking')) {
    return refuse({ kind: 'forbidden' });
  }
  if (!isId(input.cohortId)) return refuse({ kind: 'not-found' });
  return inTransaction<Locked, LockRankingRefusal>(platform, async (tx) => {
    await lockCohort(tx, input.cohortId);
    const cohort = await readCohort(tx.prisma, input.cohortId);
    if (cohort === null) return refuse({ kind: 'not-found' });
    if (await awaitsOwnAnswer(tx.prisma, actor, cohort.id)) {
      return refuse({ kind: 'awaits-own-answer' });
    }
    const existing = await readLockedRanking(tx.prisma, cohort.id);
    if (existing !== null) {
      return ok({ lockedAt: existing.lockedAt, positions: existing.positions.length });
    }
    const lockedAt = await tx.now();
    const candidates = await readCandidates(tx.prisma, cohort.id);
    const unconcluded = candidates
      .filter((each) => awaitingConclusion[each.state])
      .map((each) => each.reference);
    const extendedUntil = await readLastExtendedDay(tx.prisma, cohort.id);
    const checked = checkLock(
      { ...cohort, cohortState: cohort.state, extendedUntil, unconcluded },
      lockedAt,
    );
    if (!checked.ok) return checked;

    const overrides = await readOverrides(tx.prisma, cohort.id);
    const positions = rankCandidates(cohort, candidates, overrides);
    const fingerprint = rankingFingerprint(positions, candidates);
    if ((input.fingerprint ?? fingerprint) !== fingerprint) {
      return refuse({ kind: 'ranking-changed' });
    }
    const rankingId = await storeRanking(tx, {
      cohort,
      positions,
      candidates,
      overrides,
      lockedById: actor.userId,
      lockedAt,
    });
    await appendEvent(tx, {
      actor,
      kind: 'ranking-locked',
      subject: { type: 'ranking', id: rankingId },
      cohortId: cohort.id,
      after: {
        criteria: [...cohort.rankingCriteria],
        order: positions.map((position) => position.applicationId),
      },
    });
    let { state } = cohort;
    for (const next of wayToAdmitting(state)) {
      if (!mayMoveCohort(state, next)) throw new Error(`No way from ${state} to ${next}.`);
      await storeCohortState(tx, cohort.id, next);
      await appendEvent(tx, {
        actor,
        kind: 'cohort-moved',
        subject: { type: 'cohort', id: cohort.id },
        cohortId: cohort.id,
        before: { state },
        after: { state: next },
      });
      state = next;
    }
    return ok({ lockedAt, positions: positions.length });
  });
}
