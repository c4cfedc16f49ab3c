import { door } from '@/app/door';
import { ok } from '@/lib/kernel/result';
import { forgetFormReturns } from '@/lib/platform/door/form-return';
import { readCookie, setCookie } from '@/lib/platform/session/cookies';
import { endSession } from '@/lib/platform/session/session-store';
import { signOutForm } from '@/lib/staff/forms';

export const POST = door({
  name: 'sign-out',
  form: signOutForm,
  access: 'public',
  returnTo: ({ locale }) => `/${locale}`,
  act: async ({ platform, locale, cookies }) => {
    const secret = readCookie(platform.env, cookies, 'session');
    if (secret !== null) await endSession(platform, secret);
    // The cookie stays: by it somebody who was here before finds what they had typed, and nobody else does.
    const browser = readCookie(platform.env, cookies, 'form');
    if (browser !== null) await forgetFormReturns(platform, browser);
    return ok({
      to: `/${locale}/sign-in?done=signed-out`,
      cookies: [setCookie(platform.env, 'session', '', 0), setCookie(platform.env, 'offer', '', 0)],
    });
  },
});
