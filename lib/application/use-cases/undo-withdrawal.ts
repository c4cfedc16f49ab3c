import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import type { ApplicationId, CohortId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, type Tx } from '@/lib/platform/database';
import { lockCohort } from '@/lib/platform/locks';
import { readCohort } from '@/lib/programme/store';
import { queueUndoLetters } from '../letters';
import type { ApplicationState } from '../rules/states';
import { checkUndo, type UndoRefusal } from '../rules/withdrawal';
import { lockOwnApplication, readLiveApplication } from '../store';
import { storeUndo } from '../withdrawal-store';

export type UndoWithdrawalRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | UndoRefusal
  /** The applicant has begun another to the same cohort, and there can be one (rule 4). */
  | { readonly kind: 'applied-anew' }
  /** The admission was decided without this application: only the programme can say what can be done. */
  | { readonly kind: 'admission-went-on'; readonly mailbox: string };

/** Whether the admission has gone past an application while it was withdrawn. Asked under the cohort's lock. */
export type WentOn = (
  tx: Tx,
  application: {
    readonly id: ApplicationId;
    readonly cohortId: CohortId;
    readonly withdrawnFrom: ApplicationState;
  },
) => Promise<boolean>;

/**
 * The applicant takes their withdrawal back (`undoUntil` says how long), also after the deadline: the
 * application stands again as it was, with its arrival number and its time (rule 3). What had arrived is
 * confirmed by letter, and another tells the programme; a draft that is given back writes to nobody.
 * Undoing what is not withdrawn changes nothing.
 */
export async function undoWithdrawal(
  platform: Platform,
  actor: Actor,
  input: { readonly reference: string },
  wentOn: WentOn,
): Promise<Result<{ readonly state: ApplicationState }, UndoWithdrawalRefusal>> {
  if (actor.kind !== 'person') return refuse({ kind: 'forbidden' });
  const { userId } = actor;
  return inTransaction<{ state: ApplicationState }, UndoWithdrawalRefusal>(platform, async (tx) => {
    const application = await lockOwnApplication(tx, userId, input.reference);
    if (application === null) return refuse({ kind: 'not-found' });
    const { id, state, withdrawnAt, withdrawnFrom, erasedAt, receivedAt, arrivalNumber } =
      application;
    if (withdrawnAt === null || withdrawnFrom === null) return ok({ state });
    await lockCohort(tx, application.cohortId);
    const cohort = await readCohort(tx.prisma, application.cohortId);
    if (cohort === null) return refuse({ kind: 'not-found' });
    const now = await tx.now();
    const checked = checkUndo({ withdrawnAt, withdrawnFrom, erasedAt }, cohort.state, now);
    if (!checked.ok) return checked;
    const other = await readLiveApplication(tx.prisma, userId, cohort.id);
    if (other !== null) return refuse({ kind: 'applied-anew' });
    if (await wentOn(tx, { id, cohortId: cohort.id, withdrawnFrom })) {
      return refuse({ kind: 'admission-went-on', mailbox: cohort.programme.mailbox });
    }
    if (!(await storeUndo(tx, id, withdrawnFrom, now))) {
      // Begun between the look and the write: starting an application takes no lock.
      return refuse({ kind: 'applied-anew' });
    }
    await appendEvent(tx, {
      actor,
      at: now,
      kind: 'application-withdrawal-undone',
      subject: { type: 'application', id },
      cohortId: cohort.id,
      before: { state: 'withdrawn', withdrawnAt: withdrawnAt.toISOString() },
      after: { state: withdrawnFrom },
    });
    if (receivedAt !== null && arrivalNumber !== null) {
      const arrived = { ...application, receivedAt, arrivalNumber };
      await queueUndoLetters(tx, arrived, cohort, { withdrawnAt, undoneAt: now });
    }
    return ok({ state: withdrawnFrom });
  });
}
