import {
  undoWithdrawal as undoUnlessGoneOn,
  type UndoWithdrawalRefusal,
} from '@/lib/application/use-cases/undo-withdrawal';
import type { ApplicationState } from '@/lib/application/rules/states';
import type { Actor } from '@/lib/kernel/actor';
import type { Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { hasGoneOn } from '../rules/undoing';
import { readAdmissionSoFar } from '../store/undoing';

/**
 * The applicant takes a withdrawal back, unless the ranking was locked or the answers were released
 * without the application meanwhile: then only the programme can say what can be done.
 */
export function undoWithdrawal(
  platform: Platform,
  actor: Actor,
  input: { readonly reference: string },
): Promise<Result<{ readonly state: ApplicationState }, UndoWithdrawalRefusal>> {
  return undoUnlessGoneOn(platform, actor, input, async (tx, { id, cohortId, withdrawnFrom }) =>
    hasGoneOn(withdrawnFrom, await readAdmissionSoFar(tx.prisma, cohortId, id)),
  );
}
