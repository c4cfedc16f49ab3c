import { door } from '@/app/door';
import { verifyAnchoringForm } from '@/lib/application/staff-forms';
import { verifyAnchoring } from '@/lib/application/use-cases/verify-anchoring';
import { ok } from '@/lib/kernel/result';
import { optionalText, text } from '@/lib/platform/door/fields';
import { applicationPage, applicationPageAfter } from '../../../addresses';

/** Where on the form a refusal belongs. */
const fields: Readonly<Record<string, string>> = {
  'from-too-early': 'from',
  'from-in-future': 'from',
  'ends-before-start': 'to',
  'ends-too-late': 'to',
  'evidence-too-short': 'evidence',
  'anchoring-overlaps': 'from',
};

export const POST = door({
  name: 'verify-anchoring',
  // The workplace that stood on the page, which is not the application's own if that has changed since.
  form: verifyAnchoringForm.safeExtend({
    workplaceId: text({ max: 36 }),
    list: optionalText({ max: 500 }),
  }),
  access: 'signed-in',
  returnTo: applicationPage,
  fieldOf: ({ kind }) => fields[kind] ?? '',
  act: async ({ platform, actor, input, params, locale }) => {
    const { list, ...anchoring } = input;
    const result = await verifyAnchoring(platform, actor, anchoring);
    if (!result.ok) return result;
    return ok({ to: applicationPageAfter({ locale, params }, 'anchoring-verified', list) });
  },
});
