import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import type { ApplicationId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Instant } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, type Tx } from '@/lib/platform/database';
import { lockCohort } from '@/lib/platform/locks';
import { readCohort } from '@/lib/programme/store';
import { forApplicant } from '../extension-store';
import { queueWithdrawalLetters } from '../letters';
import { mayWithdraw } from '../rules/withdrawal';
import { lockOwnApplication } from '../store';
import { storeWithdrawal } from '../withdrawal-store';

export type WithdrawApplicationRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  /** There is an answer to give first, or a binding enrollment: answer the offer, or write to the programme. */
  | { readonly kind: 'answer-instead'; readonly mailbox: string }
  /** A draft was to be deleted, and has been sent meanwhile: that is withdrawn instead. */
  | { readonly kind: 'already-sent' };

/**
 * Whether something that came of the application keeps it from being withdrawn. Asked under the
 * cohort's lock. What came of it is known in rooms that this one does not know: the caller brings it.
 */
export type HoldsBack = (tx: Tx, applicationId: ApplicationId) => Promise<boolean>;

/**
 * The applicant withdraws their own application, in any state, as long as the cohort has not begun and
 * no offer holds it back. What has arrived keeps its arrival number, and is confirmed by letter; another
 * tells the programme. A draft is deleted by it (`onlyDraft` for whoever means that and nothing more), which
 * writes to nobody: nobody here had read it. Both can be undone for a while. Withdrawing twice is the same
 * answer.
 */
export async function withdrawApplication(
  platform: Platform,
  actor: Actor,
  input: {
    readonly reference: string;
    readonly reason: string;
    readonly onlyDraft?: boolean;
  },
  holdsBack: HoldsBack,
): Promise<Result<{ readonly withdrawnAt: Instant }, WithdrawApplicationRefusal>> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden' });
  return inTransaction<{ withdrawnAt: Instant }, WithdrawApplicationRefusal>(
    platform,
    async (tx) => {
      const application = await lockOwnApplication(tx, actor.userId, input.reference);
      if (application === null) return refuse({ kind: 'not-found' });
      if (application.withdrawnAt !== null) return ok({ withdrawnAt: application.withdrawnAt });
      const isDraft = application.state === 'draft';
      if (input.onlyDraft === true && !isDraft) return refuse({ kind: 'already-sent' });
      await lockCohort(tx, application.cohortId);
      const cohort = await readCohort(tx.prisma, application.cohortId);
      if (cohort === null) return refuse({ kind: 'not-found' });
      if (!mayWithdraw(application.state, cohort.state) || (await holdsBack(tx, application.id))) {
        return refuse({ kind: 'answer-instead', mailbox: cohort.programme.mailbox });
      }
      const withdrawnAt = await tx.now();
      await storeWithdrawal(tx, application.id, application.state, withdrawnAt);
      await appendEvent(tx, {
        actor,
        kind: isDraft ? 'draft-deleted' : 'application-withdrawn',
        subject: { type: 'application', id: application.id },
        cohortId: cohort.id,
        before: { state: application.state },
        after: { state: 'withdrawn' },
        ...(input.reason === '' ? {} : { reason: input.reason }),
      });
      const { arrivalNumber } = application;
      if (arrivalNumber !== null) {
        const own = await forApplicant(tx.prisma, cohort, actor.userId);
        await queueWithdrawalLetters(tx, { ...application, arrivalNumber }, own, withdrawnAt);
      }
      return ok({ withdrawnAt });
    },
  );
}
