import { door } from '@/app/door';
import { requestInformationForm } from '@/lib/application/request-forms';
import { requestInformation } from '@/lib/application/use-cases/request-information';
import { ok } from '@/lib/kernel/result';
import { optionalText } from '@/lib/platform/door/fields';
import { applicationPage, applicationPageAfter } from '../../../addresses';

export const POST = door({
  name: 'request-information',
  form: requestInformationForm.extend({ list: optionalText({ max: 500 }) }),
  access: 'signed-in',
  returnTo: applicationPage,
  fieldOf: ({ kind }) =>
    kind.startsWith('due-') ? 'dueOn' : kind === 'already-asked' ? 'question' : '',
  act: async ({ platform, actor, input, params, locale }) => {
    const { list, ...request } = input;
    const reference = params['reference'] ?? '';
    const asked = await requestInformation(platform, actor, { reference, ...request });
    if (!asked.ok) return asked;
    return ok({ to: applicationPageAfter({ locale, params }, 'requested', list) });
  },
});
