import { door } from '@/app/door';
import { withdrawAnchoringForm } from '@/lib/application/staff-forms';
import { withdrawAnchoring } from '@/lib/application/use-cases/withdraw-anchoring';
import { ok } from '@/lib/kernel/result';
import { optionalText, text } from '@/lib/platform/door/fields';
import { applicationPage, applicationPageAfter } from '../../../addresses';

export const POST = door({
  name: 'withdraw-anchoring',
  form: withdrawAnchoringForm.extend({
    workplaceId: text({ max: 36 }),
    anchoringId: text({ max: 36 }),
    list: optionalText({ max: 500 }),
  }),
  access: 'signed-in',
  returnTo: applicationPage,
  fieldOf: ({ kind }) => (kind === 'reason-too-short' ? 'reason' : ''),
  act: async ({ platform, actor, input, params, locale }) => {
    const { list, ...withdrawal } = input;
    const result = await withdrawAnchoring(platform, actor, withdrawal);
    if (!result.ok) return result;
    return ok({ to: applicationPageAfter({ locale, params }, 'anchoring-withdrawn', list) });
  },
});
