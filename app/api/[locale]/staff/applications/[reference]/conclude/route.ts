import { door } from '@/app/door';
import { concludeForm } from '@/lib/assessment/forms';
import { concludeApplication } from '@/lib/assessment/use-cases/conclude-application';
import { ok } from '@/lib/kernel/result';
import { optionalText } from '@/lib/platform/door/fields';
import { applicationPage, applicationPageAfter } from '../../../addresses';

export const POST = door({
  name: 'conclude',
  form: concludeForm.extend({ list: optionalText({ max: 500 }) }),
  access: 'signed-in',
  returnTo: applicationPage,
  fieldOf: ({ kind }) => (kind === 'reason-too-short' ? 'reason' : ''),
  act: async ({ platform, actor, input, params, locale }) => {
    const { list, ...conclusion } = input;
    const reference = params['reference'] ?? '';
    const result = await concludeApplication(platform, actor, { reference, ...conclusion });
    if (!result.ok) return result;
    return ok({ to: applicationPageAfter({ locale, params }, 'concluded', list) });
  },
});
