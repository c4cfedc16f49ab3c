import { door } from '@/app/door';
import { ok, refuse } from '@/lib/kernel/result';
import { readCookie, setCookie } from '@/lib/platform/session/cookies';
import { longest } from '@/lib/platform/session/session-store';
import { confirmSignInForm, ownAddress } from '@/lib/staff/forms';
import { readSignInCookie, writeSignInCookie } from '@/lib/staff/sign-in-cookie';
import { confirmSignIn } from '@/lib/staff/use-cases/confirm-sign-in';

export const POST = door({
  name: 'confirm-sign-in',
  form: confirmSignInForm,
  access: 'public',
  rate: { name: 'confirm-network', points: 300, seconds: 900 },
  returnTo: ({ locale }) => `/${locale}/sign-in/confirm`,
  act: async ({ platform, locale, cookies }) => {
    const pending = readSignInCookie(platform.env, cookies);
    if (pending === null || !('token' in pending)) return refuse({ kind: 'link-used-up' });
    const result = await confirmSignIn(platform, locale, {
      token: pending.token,
      formerSession: readCookie(platform.env, cookies, 'session'),
    });
    if (!result.ok) return result;
    return ok({
      to: ownAddress(pending.next, `/${locale}/${result.value.isStaff ? 'staff' : 'applications'}`),
      cookies: [
        writeSignInCookie(platform.env, null),
        setCookie(platform.env, 'session', result.value.sessionSecret, longest / 1000),
      ],
    });
  },
});
