import { door } from '@/app/door';
import { overrideForm } from '@/lib/admission/forms';
import { overrideRanking } from '@/lib/admission/use-cases/override-ranking';
import { ok, refuse } from '@/lib/kernel/result';
import { cohortOf, cohortPage } from '../../../addresses';

/** Where on the form a refusal belongs. */
const fields: Readonly<Record<string, string>> = {
  'reason-too-short': 'reason',
  'no-such-position': 'toPosition',
  'not-in-ranking': 'reference',
};

export const POST = door({
  name: 'override',
  form: overrideForm,
  access: 'signed-in',
  returnTo: (visit) => cohortPage(visit, 'ranking'),
  fieldOf: ({ kind }) => fields[kind] ?? '',
  act: async ({ platform, actor, input, params, locale }) => {
    const cohortId = cohortOf(params);
    if (cohortId === null) return refuse({ kind: 'not-found' });
    const result = await overrideRanking(platform, actor, { cohortId, ...input });
    if (!result.ok) return result;
    return ok({ to: `${cohortPage({ locale, params }, 'ranking')}?done=moved` });
  },
});
