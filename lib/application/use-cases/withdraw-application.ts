import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { lockCohort } from '@/lib/platform/locks';
import { readCohort } from '@/lib/programme/store';
import { queueWithdrawalLetter } from '../letters';
import { mayWithdraw } from '../rules/withdrawal';
import { lockOwnApplication, storeWithdrawal } from '../store';

export type WithdrawApplicationRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  /** The outcome is released: answer the offer, or write to the programme. */
  | { readonly kind: 'answer-instead'; readonly mailbox: string };

/**
 * The applicant withdraws their own application, in any state, until the outcome is released: after
 * that they answer the offer instead, or ask the programme. What has arrived keeps its arrival number,
 * and is confirmed by letter. Withdrawing twice is the same answer.
 */
export async function withdrawApplication(
  platform: Platform,
  actor: Actor,
  input: { readonly reference: string; readonly reason: string },
): Promise<Result<{ readonly withdrawnAt: Instant }, WithdrawApplicationRefusal>> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden' });
  return inTransaction<{ withdrawnAt: Instant }, WithdrawApplicationRefusal>(
    platform,
    async (tx) => {
      const application = await lockOwnApplication(tx, actor.userId, input.reference);
      if (application === null) return refuse({ kind: 'not-found' });
      if (application.withdrawnAt !== null) return ok({ withdrawnAt: application.withdrawnAt });
      await lockCohort(tx, application.cohortId);
      const cohort = await readCohort(tx.prisma, application.cohortId);
      if (cohort === null) return refuse({ kind: 'not-found' });
      if (!mayWithdraw(application.state, cohort.state)) {
        return refuse({ kind: 'answer-instead', mailbox: cohort.programme.mailbox });
      }
      const withdrawnAt = await tx.now();
      await storeWithdrawal(tx, application.id, withdrawnAt);
      await appendEvent(tx, {
        actor,
        kind: 'application-withdrawn',
        subject: { type: 'application', id: application.id },
        cohortId: cohort.id,
        before: { state: application.state },
        after: { state: 'withdrawn' },
        ...(input.reason === '' ? {} : { reason: input.reason }),
      });
      if (application.receivedAt !== null) {
        await queueWithdrawalLetter(tx, application, cohort, withdrawnAt);
      }
      return ok({ withdrawnAt });
    },
  );
}
