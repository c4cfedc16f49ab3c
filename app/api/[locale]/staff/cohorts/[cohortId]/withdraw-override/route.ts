import { door } from '@/app/door';
import { withdrawOverrideForm } from '@/lib/admission/forms';
import { withdrawOverride } from '@/lib/admission/use-cases/withdraw-override';
import { ok, refuse } from '@/lib/kernel/result';
import { cohortOf, cohortPage } from '../../../addresses';

export const POST = door({
  name: 'withdraw-override',
  form: withdrawOverrideForm,
  access: 'signed-in',
  returnTo: (visit) => cohortPage(visit, 'ranking'),
  act: async ({ platform, actor, input, params, locale }) => {
    const cohortId = cohortOf(params);
    if (cohortId === null) return refuse({ kind: 'not-found' });
    const result = await withdrawOverride(platform, actor, { cohortId, ...input });
    if (!result.ok) return result;
    return ok({ to: `${cohortPage({ locale, params }, 'ranking')}?done=move-withdrawn` });
  },
});
