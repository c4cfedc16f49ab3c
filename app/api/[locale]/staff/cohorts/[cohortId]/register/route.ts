import { door } from '@/app/door';
import { registrationPage } from '@/lib/application/queries/registration-page';
import { registrationProblems } from '@/lib/application/queries/registration-problems';
import { documentBytesMaximum } from '@/lib/application/rules/answers';
import { faultField } from '@/lib/application/rules/registration-fields';
import { registerApplicationForm } from '@/lib/application/staff-forms';
import { registerApplication } from '@/lib/application/use-cases/register-application';
import { ok, refuse, type Refusal } from '@/lib/kernel/result';
import { instantAt } from '@/lib/kernel/time';
import { bringsProblems, problemOfRefusal, type Problem } from '@/lib/platform/door/problems';
import { cohortPage } from '../../../addresses';

/** A file that came with a form that was refused is gone: whoever looks the rest over is told so at its field. */
const chooseAgain: Problem = { field: 'file', code: 'choose-again', params: {} };

function withTheFile(refusal: Refusal, hasFile: boolean): Refusal {
  if (refusal.kind === 'not-found' || refusal.kind === 'forbidden') return refusal;
  const problems = bringsProblems(refusal)
    ? refusal.problems
    : [problemOfRefusal(refusal, faultField(refusal.kind))];
  const isToldOf = problems.some(({ field }) => field === 'file');
  const all = isToldOf || !hasFile ? problems : [...problems, chooseAgain];
  return { kind: refusal.kind, problems: all } as Refusal;
}

export const POST = door({
  name: 'register-application',
  form: registerApplicationForm,
  access: 'signed-in',
  largestFile: documentBytesMaximum,
  rate: { name: 'upload', points: 60, seconds: 600 },
  returnTo: (visit) => cohortPage(visit, 'register'),
  // One long form is copied from paper once: what can be found wrong of it is told in one round.
  keep: async ({ platform, actor, fields, hasFile, params }, known) => {
    const cohortId = params['cohortId'] ?? '';
    const others = await registrationProblems(platform, actor, {
      cohortId,
      fields,
      hasFile,
      known,
    });
    return hasFile ? [...others, chooseAgain] : others;
  },
  act: async ({ platform, actor, input, file, params, locale }) => {
    const cohortId = params['cohortId'] ?? '';
    const page = await registrationPage(platform, actor, { cohortId });
    if (!page.ok) return page;
    const { receivedOn, receivedTime, ...application } = input;
    const receivedAt = instantAt(receivedOn, receivedTime, page.value.cohort.zone);
    const registered = await registerApplication(platform, actor, {
      ...application,
      cohortId,
      receivedAt,
      file,
    });
    if (!registered.ok) return refuse(withTheFile(registered.refusal, file !== null));
    const { reference } = registered.value;
    return ok({ to: `/${locale}/staff/applications/${reference}?done=registered` });
  },
});
