import { door } from '@/app/door';
import { applicationPath } from '@/components/application/application-paths';
import { ok } from '@/lib/kernel/result';
import { withdrawApplicationForm } from '@/lib/application/forms';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';

export const POST = door({
  name: 'withdraw',
  form: withdrawApplicationForm,
  access: 'signed-in',
  returnTo: ({ locale, params }) => applicationPath(locale, params['reference'] ?? '', 'withdraw'),
  act: async ({ platform, actor, input, params, locale }) => {
    const reference = params['reference'] ?? '';
    const { reason } = input;
    const withdrawn = await withdrawApplication(platform, actor, { reference, reason });
    if (!withdrawn.ok) return withdrawn;
    return ok({ to: `${applicationPath(locale, reference)}?done=withdrawn` });
  },
});
