import { door } from '@/app/door';
import { declineOffer } from '@/lib/admission/use-cases/decline-offer';
import { declineForm } from '@/lib/enrollment/forms';
import { ok } from '@/lib/kernel/result';
import { readCookie } from '@/lib/platform/session/cookies';

export const POST = door({
  name: 'decline-offer',
  form: declineForm,
  access: 'public',
  returnTo: ({ locale, params }) => `/${locale}/offers/${params.reference}`,
  act: async ({ platform, actor, params, locale, cookies }) => {
    const result = await declineOffer(platform, actor, {
      reference: params.reference ?? '',
      linkSecret: readCookie(platform.env, cookies, 'offer'),
    });
    if (!result.ok) return result;
    return ok({ to: `/${locale}/offers/${result.value.reference}/declined` });
  },
});
