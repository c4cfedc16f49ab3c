import { door } from '@/app/door';
import { wordRefusal } from '@/components/enrollment/word-refusal';
import { slipForm } from '@/lib/enrollment/forms';
import { signSlip } from '@/lib/enrollment/use-cases/sign-slip';
import { ok, refuse } from '@/lib/kernel/result';
import { readCookie } from '@/lib/platform/session/cookies';

export const POST = door({
  name: 'sign-slip',
  form: slipForm,
  access: 'public',
  returnTo: ({ locale, params }) => `/${locale}/offers/${params.reference}`,
  act: async ({ platform, actor, input, params, locale, cookies }) => {
    const result = await signSlip(platform, actor, {
      reference: params.reference ?? '',
      linkSecret: readCookie(platform.env, cookies, 'offer'),
      locale,
      slip: input,
    });
    if (!result.ok) return refuse(wordRefusal(result.refusal, locale));
    return ok({ to: `/${locale}/offers/${result.value.reference}/enrolled` });
  },
});
