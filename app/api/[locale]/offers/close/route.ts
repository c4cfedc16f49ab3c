import { door } from '@/app/door';
import { closeForm } from '@/lib/enrollment/forms';
import { ok } from '@/lib/kernel/result';
import { forgetFormReturns } from '@/lib/platform/door/form-return';
import { readCookie, setCookie } from '@/lib/platform/session/cookies';

/**
 * Ends a visit by a letter's link, for whoever shares the machine: the browser forgets the link and
 * what was typed. The offer stays as it is, and the letter opens it again.
 */
export const POST = door({
  name: 'close-offer',
  form: closeForm,
  access: 'public',
  returnTo: ({ locale }) => `/${locale}`,
  act: async ({ platform, locale, cookies }) => {
    const browser = readCookie(platform.env, cookies, 'form');
    if (browser !== null) await forgetFormReturns(platform, browser);
    return ok({
      to: `/${locale}?done=offer-closed`,
      cookies: [setCookie(platform.env, 'offer', '', 0)],
    });
  },
});
