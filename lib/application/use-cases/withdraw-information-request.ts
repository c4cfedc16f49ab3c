import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';
import { storeRemoval } from '../document-store';
import { queueRequestWithdrawnLetter } from '../request-letters';
import { readRequest, storeRequestWithdrawal } from '../request-store';
import { lockApplicationByReference } from '../store';

export interface RequestToWithdraw {
  readonly reference: string;
  readonly number: number;
  readonly reason: string;
}

export type WithdrawRequestRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'own-application' }
  /** The applicant answered first. */
  | { readonly kind: 'request-answered' };

/**
 * An officer takes a request back, with a reason for the record; the applicant is told that nothing more
 * is needed. What had been uploaded for it and not sent is removed. Withdrawing it twice is the same answer.
 */
export async function withdrawInformationRequest(
  platform: Platform,
  actor: Actor,
  { reference, number, reason }: RequestToWithdraw,
): Promise<Result<{ readonly number: number }, WithdrawRequestRefusal>> {
  if (actor.kind !== 'person' || !can(actor, 'request-information')) {
    return refuse({ kind: 'forbidden' });
  }
  return inTransaction<{ number: number }, WithdrawRequestRefusal>(platform, async (tx) => {
    const application = await lockApplicationByReference(tx, reference);
    const cohort = application && (await readCohort(tx.prisma, application.cohortId));
    const request = application && (await readRequest(tx.prisma, application.id, number));
    if (application === null || cohort === null || request === null) {
      return refuse({ kind: 'not-found' });
    }
    if (application.applicantId === actor.userId) return refuse({ kind: 'own-application' });
    if (request.state === 'withdrawn') return ok({ number });
    if (request.state === 'answered') return refuse({ kind: 'request-answered' });
    const now = await tx.now();
    await storeRequestWithdrawal(tx, request.id, { withdrawnAt: now, withdrawnReason: reason });
    for (const { id, storageKey } of request.documents) {
      await storeRemoval(tx, id, now);
      tx.afterCommit(() => platform.storage.remove(storageKey));
    }
    await appendEvent(tx, {
      actor,
      at: now,
      kind: 'information-request-withdrawn',
      subject: { type: 'application', id: application.id },
      cohortId: application.cohortId,
      before: { state: 'open', dueOn: request.dueOn },
      after: { requestId: request.id, number, asks: request.asks },
      reason,
    });
    // Whoever has withdrawn the application waits for nothing from us.
    if (application.state !== 'withdrawn') {
      await queueRequestWithdrawnLetter(tx, application, cohort, request, now);
    }
    return ok({ number });
  });
}
