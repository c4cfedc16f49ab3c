import { door } from '@/app/door';
import { registrationPage } from '@/lib/application/queries/registration-page';
import { documentBytesMaximum } from '@/lib/application/rules/answers';
import { registerApplicationForm } from '@/lib/application/staff-forms';
import { registerApplication } from '@/lib/application/use-cases/register-application';
import { ok } from '@/lib/kernel/result';
import { instantAt } from '@/lib/kernel/time';
import { cohortPage } from '../../../addresses';

/** Which field a refusal belongs to. */
function fieldOf({ kind }: { readonly kind: string }): string {
  if (kind.startsWith('received-')) return 'receivedOn';
  if (kind.startsWith('file-')) return 'file';
  return kind === 'already-applied' || kind === 'applicant-has-draft' ? 'email' : '';
}

export const POST = door({
  name: 'register-application',
  form: registerApplicationForm,
  access: 'signed-in',
  largestFile: documentBytesMaximum,
  rate: { name: 'upload', points: 60, seconds: 600 },
  returnTo: (visit) => cohortPage(visit, 'register'),
  fieldOf,
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
    if (!registered.ok) return registered;
    const { reference } = registered.value;
    return ok({ to: `/${locale}/staff/applications/${reference}?done=registered` });
  },
});
