import { awaitsOwnAnswer, type AwaitsOwnAnswer } from '@/lib/application/own-answer';
import type { Actor } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { can } from '@/lib/staff/rules/permissions';
import type { Outcome } from '../rules/conclusion';
import { findApplication, parseOutcome } from '../store';

export interface ConclusionRow {
  readonly id: string;
  readonly outcome: Outcome;
  readonly reason: string;
  /** The officer's name, or address when no name is known. */
  readonly by: string;
  readonly at: Instant;
  /** Null for the one that stands. */
  readonly replacedAt: Instant | null;
}

type ConclusionsRefusal = { kind: 'forbidden' } | { kind: 'not-found' } | AwaitsOwnAnswer;

/** Every conclusion of an application, for staff, the newest first; of the reader's own, only once its answer is out. */
export async function conclusions(
  platform: Platform,
  actor: Actor,
  args: { readonly reference: string },
): Promise<Result<readonly ConclusionRow[], ConclusionsRefusal>> {
  if (!can(actor, 'read-applications')) return refuse({ kind: 'forbidden' });
  const application = await findApplication(platform.db, args.reference);
  if (application === null) return refuse({ kind: 'not-found' });
  const isOwn = actor.kind === 'person' && actor.userId === application.applicantId;
  if (isOwn && (await awaitsOwnAnswer(platform.db, actor, application.cohortId))) {
    return refuse({ kind: 'awaits-own-answer' });
  }
  const rows = await platform.db.conclusion.findMany({
    where: { applicationId: application.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  const officers = await platform.db.user.findMany({
    where: { id: { in: rows.map((row) => row.byId) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(officers.map((user) => [user.id, user.name ?? user.email]));
  return ok(
    rows.map((row) => ({
      id: row.id,
      outcome: parseOutcome(row.outcome),
      reason: row.reason,
      by: names.get(row.byId) ?? '',
      at: row.at,
      replacedAt: row.replacedAt,
    })),
  );
}
