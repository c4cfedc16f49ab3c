import { door } from '@/app/door';
import { ok } from '@/lib/kernel/result';
import { ownAddress, requestSignInForm } from '@/lib/staff/forms';
import { writeSignInCookie } from '@/lib/staff/sign-in-cookie';
import { requestSignIn } from '@/lib/staff/use-cases/request-sign-in';

export const POST = door({
  name: 'sign-in',
  form: requestSignInForm,
  access: 'public',
  rate: { name: 'sign-in-network', points: 300, seconds: 900 },
  returnTo: ({ locale }) => `/${locale}/sign-in`,
  fieldOf: () => 'email',
  act: async ({ platform, locale, input }) => {
    const next = ownAddress(input.next, '');
    const result = await requestSignIn(platform, { email: input.email, next, locale });
    if (!result.ok) return result;
    return ok({
      to: `/${locale}/sign-in/sent`,
      cookies: [writeSignInCookie(platform.env, { sentTo: input.email, next })],
    });
  },
});
