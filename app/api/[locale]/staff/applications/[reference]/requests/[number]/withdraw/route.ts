import { door } from '@/app/door';
import { withdrawRequestForm } from '@/lib/application/request-forms';
import { readRequestNumber } from '@/lib/application/rules/information-request';
import { withdrawInformationRequest } from '@/lib/application/use-cases/withdraw-information-request';
import { ok } from '@/lib/kernel/result';
import { optionalText } from '@/lib/platform/door/fields';
import { applicationPage, applicationPageAfter } from '../../../../../addresses';

export const POST = door({
  name: 'withdraw-request',
  form: withdrawRequestForm.extend({
    list: optionalText({ max: 500 }),
    // Says to the page which of its forms came back.
    number: optionalText({ max: 10 }),
  }),
  access: 'signed-in',
  returnTo: applicationPage,
  act: async ({ platform, actor, input, params, locale }) => {
    const { list, reason } = input;
    const withdrawn = await withdrawInformationRequest(platform, actor, {
      reference: params['reference'] ?? '',
      number: readRequestNumber(params['number']),
      reason,
    });
    if (!withdrawn.ok) return withdrawn;
    return ok({ to: applicationPageAfter({ locale, params }, 'request-withdrawn', list) });
  },
});
