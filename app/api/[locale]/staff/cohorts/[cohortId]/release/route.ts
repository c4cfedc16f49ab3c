import { door } from '@/app/door';
import { releaseForm } from '@/lib/admission/forms';
import { releaseAdmission } from '@/lib/admission/use-cases/release-admission';
import { ok, refuse } from '@/lib/kernel/result';
import { cohortOf, cohortPage } from '../../../addresses';

export const POST = door({
  name: 'release',
  form: releaseForm,
  access: 'signed-in',
  returnTo: (visit) => cohortPage(visit, 'release'),
  act: async ({ platform, actor, input, params, locale }) => {
    const cohortId = cohortOf(params);
    if (cohortId === null) return refuse({ kind: 'not-found' });
    const result = await releaseAdmission(platform, actor, {
      cohortId,
      fingerprint: input.fingerprint,
    });
    if (!result.ok) return result;
    return ok({ to: `${cohortPage({ locale, params }, 'release')}?done=released` });
  },
});
