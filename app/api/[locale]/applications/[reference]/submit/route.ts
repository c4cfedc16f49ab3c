import { door } from '@/app/door';
import { applicationPath } from '@/components/application/application-paths';
import { ok } from '@/lib/kernel/result';
import { submitApplicationForm } from '@/lib/application/forms';
import { submitApplication } from '@/lib/application/use-cases/submit-application';

export const POST = door({
  name: 'submit',
  form: submitApplicationForm,
  access: 'signed-in',
  returnTo: ({ locale, params }) => applicationPath(locale, params['reference'] ?? '', 'summary'),
  act: async ({ platform, actor, params, locale }) => {
    const reference = params['reference'] ?? '';
    const submitted = await submitApplication(platform, actor, { reference });
    if (!submitted.ok) return submitted;
    return ok({ to: applicationPath(locale, reference, 'receipt') });
  },
});
