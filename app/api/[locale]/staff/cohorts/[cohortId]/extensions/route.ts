import { door } from '@/app/door';
import { extendDeadlineForm } from '@/lib/application/staff-forms';
import { extendDeadline } from '@/lib/application/use-cases/extend-deadline';
import { ok } from '@/lib/kernel/result';
import { cohortPage } from '../../../addresses';

export const POST = door({
  name: 'extend-deadline',
  form: extendDeadlineForm,
  access: 'signed-in',
  returnTo: (visit) => cohortPage(visit, 'extensions'),
  fieldOf: ({ kind }) => {
    if (kind === 'own-application') return 'email';
    return kind.startsWith('extension-') && kind !== 'extension-not-now' ? 'until' : '';
  },
  act: async ({ platform, actor, input, params, locale }) => {
    const cohortId = params['cohortId'] ?? '';
    const result = await extendDeadline(platform, actor, { cohortId, ...input });
    if (!result.ok) return result;
    return ok({ to: `${cohortPage({ locale, params }, 'extensions')}?done=extended` });
  },
});
