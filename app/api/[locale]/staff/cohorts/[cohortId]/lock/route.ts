import { door } from '@/app/door';
import { lockForm } from '@/lib/admission/forms';
import { lockRanking } from '@/lib/admission/use-cases/lock-ranking';
import { ok, refuse } from '@/lib/kernel/result';
import { cohortOf, cohortPage } from '../../../addresses';

export const POST = door({
  name: 'lock',
  form: lockForm,
  access: 'signed-in',
  returnTo: (visit) => cohortPage(visit, 'ranking'),
  act: async ({ platform, actor, input, params, locale }) => {
    const cohortId = cohortOf(params);
    if (cohortId === null) return refuse({ kind: 'not-found' });
    const result = await lockRanking(platform, actor, {
      cohortId,
      fingerprint: input.fingerprint,
    });
    if (!result.ok) return result;
    return ok({ to: `${cohortPage({ locale, params }, 'ranking')}?done=locked` });
  },
});
