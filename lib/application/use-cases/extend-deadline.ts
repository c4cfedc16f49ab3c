import { appendEvent } from '@/lib/audit/append-event';
import type { Actor } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import { defaultLocale } from '@/lib/kernel/locale';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { LocalDate } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import { lockCohort } from '@/lib/platform/locks';
import { readCohort } from '@/lib/programme/store';
import { findOrMakeAccount } from '@/lib/staff/account-store';
import { can } from '@/lib/staff/rules/permissions';
import { readExtension, storeExtension } from '../extension-store';
import { queueExtensionLetter } from '../letters';
import { checkExtension, type ExtensionRefusal } from '../rules/extension';
import { readLiveApplication } from '../store';

export interface ExtensionToGive {
  readonly cohortId: string;
  /** In lower case; somebody without an account gets one, to sign in to with that address. */
  readonly email: string;
  /** The last day, whole, in the cohort's zone. */
  readonly until: LocalDate;
  readonly reason: string;
}

export type ExtendDeadlineRefusal =
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'own-application' }
  | ExtensionRefusal;

/**
 * An officer gives one applicant a later application deadline (rule 1), which moves nobody else's, nor
 * the day on which anchoring is judged. A new one takes the place of the one that stood. The applicant
 * is told by letter. The same extension twice is one, and one letter. Nobody gives one to themselves.
 */
export async function extendDeadline(
  platform: Platform,
  actor: Actor,
  { cohortId, email, until, reason }: ExtensionToGive,
): Promise<Result<{ readonly extensionId: string }, ExtendDeadlineRefusal>> {
  if (actor.kind !== 'person' || !can(actor, 'extend-deadline')) {
    return refuse({ kind: 'forbidden' });
  }
  if (!isId(cohortId)) return refuse({ kind: 'not-found' });
  return inTransaction<{ extensionId: string }, ExtendDeadlineRefusal>(platform, async (tx) => {
    const account = await findOrMakeAccount(tx, email, defaultLocale);
    const { userId } = account;
    if (userId === actor.userId) return refuse({ kind: 'own-application' });
    await lockCohort(tx, cohortId);
    const cohort = await readCohort(tx.prisma, cohortId);
    if (cohort === null) return refuse({ kind: 'not-found' });
    const standing = await readExtension(tx.prisma, userId, cohort.id);
    if (standing?.until === until && standing.reason === reason) {
      return ok({ extensionId: standing.id });
    }
    const now = await tx.now();
    const checked = checkExtension(cohort, until, now);
    if (!checked.ok) return checked;
    const extensionId = await storeExtension(tx, {
      cohortId: cohort.id,
      applicantId: userId,
      until,
      reason,
      grantedById: actor.userId,
      grantedAt: now,
    });
    await appendEvent(tx, {
      actor,
      at: now,
      kind: 'deadline-extended',
      subject: { type: 'user', id: userId },
      cohortId: cohort.id,
      before: { until: standing?.until ?? cohort.applicationDeadline },
      after: { extensionId, until },
      reason,
    });
    const application = await readLiveApplication(tx.prisma, userId, cohort.id);
    const { aboutYou } = application?.answers ?? { aboutYou: null };
    await queueExtensionLetter(
      tx,
      {
        ...account,
        name: aboutYou?.name || account.name,
        locale: aboutYou?.preferredLanguage ?? account.locale,
      },
      cohort,
      { until, reference: application?.reference ?? null },
    );
    return ok({ extensionId });
  });
}
