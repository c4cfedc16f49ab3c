import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { isOnOrBefore, type Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { lockApplication, lockCohort } from '@/lib/platform/locks';
import { can } from '@/lib/staff/rules/permissions';
import { checkConclusion, type ConclusionRefusal, type Outcome } from '../rules/conclusion';
import { findApplication, readConcludable, storeConclusion } from '../store';

export interface ConcludeInput {
  readonly reference: string;
  readonly outcome: Outcome;
  readonly reason: string;
  /** The revision of the answers that the officer had in front of them, when there was a page. */
  readonly readRevision?: number | null;
  /** How many answers to requests the officer had in front of them, when there was a page. */
  readonly readAnswered?: number | null;
  /** The conclusion that stood there, null for none; left out when there was no page. */
  readonly readConclusion?: string | null;
}

export interface Concluded {
  readonly reference: string;
  readonly outcome: Outcome;
  readonly at: Instant;
}

export type ConcludeRefusal =
  { readonly kind: 'forbidden' } | { readonly kind: 'not-found' } | ConclusionRefusal;

/**
 * An officer concludes that an applicant is qualified or not, with a reason (rule 6). A later
 * conclusion replaces this one until the ranking is locked; all are kept. The same conclusion with
 * the same reason again is the same answer, and stores nothing.
 */
export async function concludeApplication(
  platform: Platform,
  actor: Actor,
  input: ConcludeInput,
): Promise<Result<Concluded, ConcludeRefusal>> {
  if (actor.kind !== 'person' || !can(actor, 'conclude-application')) {
    return refuse({ kind: 'forbidden' });
  }
  const { reference, outcome } = input;
  const reason = input.reason.trim();
  return inTransaction<Concluded, ConcludeRefusal>(platform, async (tx) => {
    const found = await findApplication(tx.prisma, reference);
    if (found === null) return refuse({ kind: 'not-found' });
    await lockApplication(tx, found.id);
    await lockCohort(tx, found.cohortId);
    const application = await readConcludable(tx.prisma, found.id);
    const { standing } = application;
    const isOwn = application.applicantId === actor.userId;
    if (
      standing !== null &&
      !isOwn &&
      application.state === outcome &&
      standing.outcome === outcome &&
      standing.reason === reason
    ) {
      return ok({ reference, outcome, at: standing.at });
    }
    const at = await tx.now();
    const awaited = application.openRequests.filter((dueOn) =>
      isOnOrBefore(at, dueOn, application.zone),
    );
    const checked = checkConclusion({
      applicationState: application.state,
      cohortState: application.cohortState,
      revision: application.revision,
      readRevision: input.readRevision ?? null,
      awaitedUntil: awaited.toSorted().at(-1) ?? null,
      answered: application.answeredRequests,
      readAnswered: input.readAnswered ?? null,
      standing,
      readConclusion: input.readConclusion,
      isOwn,
      outcome,
      reason,
    });
    if (!checked.ok) return checked;
    await storeConclusion(tx, {
      applicationId: application.id,
      outcome,
      reason,
      byId: actor.userId,
      at,
    });
    await appendEvent(tx, {
      actor,
      kind: 'application-concluded',
      subject: { type: 'application', id: application.id },
      cohortId: application.cohortId,
      before: { state: application.state, reason: standing?.reason ?? null },
      after: { state: outcome },
      reason,
    });
    return ok({ reference, outcome, at });
  });
}
