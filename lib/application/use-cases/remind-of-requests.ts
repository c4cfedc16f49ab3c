import { appendEvent } from '@/lib/audit/append-event';
import type { SystemActor } from '@/lib/kernel/actor';
import type { ApplicationId } from '@/lib/kernel/ids';
import { ok } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction, readNow } from '@/lib/platform/database';
import { readCohort } from '@/lib/programme/store';
import { queueReminderLetter } from '../request-letters';
import { readRequest, readUnremindedDue, storeReminder } from '../request-store';
import { dueDaysToRemind, isToBeReminded } from '../rules/request-reminder';
import { lockApplicationRow } from '../store';

const actor: SystemActor = { kind: 'system', job: 'remind-of-requests' };

/**
 * Reminds applicants, once, of what staff have asked them for and will soon be due. Run by a job: running it
 * again, or in two places at once, reminds nobody twice, and one reminder that fails holds up no other.
 */
export async function remindOfRequests(
  platform: Platform,
): Promise<{ readonly reminded: number; readonly failed: number }> {
  let reminded = 0;
  let failed = 0;
  const due = await readUnremindedDue(platform.db, dueDaysToRemind(await readNow(platform)));
  for (const { applicationId, number } of due) {
    try {
      if (await remindOf(platform, applicationId, number)) reminded += 1;
    } catch (error) {
      failed += 1;
      platform.log.error(
        { err: error, applicationId, number },
        'the applicant could not be reminded of a request; the next run tries again',
      );
    }
  }
  return { reminded, failed };
}

/** Everything is read anew under the application's lock: an answer may have come, or another worker. */
async function remindOf(
  platform: Platform,
  applicationId: ApplicationId,
  number: number,
): Promise<boolean> {
  const result = await inTransaction(platform, async (tx) => {
    const application = await lockApplicationRow(tx, applicationId);
    const cohort = application && (await readCohort(tx.prisma, application.cohortId));
    const request = application && (await readRequest(tx.prisma, applicationId, number));
    if (application === null || cohort === null || request === null) return ok(false);
    const now = await tx.now();
    if (!isToBeReminded({ application: application.state, request, cohort, now })) return ok(false);
    await storeReminder(tx, request.id, now);
    await appendEvent(tx, {
      actor,
      at: now,
      kind: 'information-request-reminded',
      subject: { type: 'application', id: applicationId },
      cohortId: application.cohortId,
      after: { requestId: request.id, number, asks: request.asks, dueOn: request.dueOn },
    });
    await queueReminderLetter(tx, application, cohort, request, now);
    return ok(true);
  });
  return result.ok && result.value;
}
