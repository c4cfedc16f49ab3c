import type { Actor } from '@/lib/kernel/actor';
import { isId } from '@/lib/kernel/ids';
import { instantAt } from '@/lib/kernel/time';
import type { Platform } from '@/lib/platform/context';
import { readCohort } from '@/lib/programme/store';
import { can } from '@/lib/staff/rules/permissions';
import { checkTypedRegistration, problemsOfRegistration } from '../registration-check';
import type { FormProblem } from '../rules/editing';
import { readableRegistration } from '../staff-forms';

/**
 * What else is wrong with a registration that has fields which cannot be read: so that all of it is told at once,
 * and not the rest when the first has been put right. Says nothing of what was not readable, and nothing to
 * somebody who may not register.
 */
export async function registrationProblems(
  platform: Platform,
  actor: Actor,
  sent: {
    readonly cohortId: string;
    /** The form as it was sent, nested. */
    readonly fields: unknown;
    readonly hasFile: boolean;
    /** What has been found wrong already. */
    readonly known: readonly Pick<FormProblem, 'field'>[];
  },
): Promise<FormProblem[]> {
  if (!can(actor, 'register-application') || !isId(sent.cohortId)) return [];
  const cohort = await readCohort(platform.db, sent.cohortId);
  if (cohort === null) return [];
  const read = readableRegistration(sent.fields);
  const { email, receivedOn, receivedTime, answers, enclosed, places, unread } = read;
  const receivedAt =
    receivedOn === null || receivedTime === null
      ? null
      : instantAt(receivedOn, receivedTime, cohort.zone);
  const checked = await checkTypedRegistration(platform, actor, cohort, {
    email,
    receivedAt,
    answers,
    enclosed,
    // Which file it was says nothing here: it is not kept.
    file: sent.hasFile ? { sha256: '' } : null,
  });
  const taken = new Set([...unread, ...sent.known.map(({ field }) => partOf(field))]);
  return problemsOfRegistration(checked, places).filter(({ field }) => !taken.has(partOf(field)));
}

/** A field, or the whole list that it stands in: "category.workPeriods" of "category.workPeriods.0.from". */
function partOf(field: string): string {
  return field.split('.').slice(0, 2).join('.');
}
