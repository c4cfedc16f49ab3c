import { door } from '@/app/door';
import { closeForm } from '@/lib/enrollment/forms';
import { ok } from '@/lib/kernel/result';
import { setCookie } from '@/lib/platform/session/cookies';

/**
 * Ends a visit by a letter's link, for whoever shares the machine: the browser forgets the link and
 * what was typed. The offer stays as it is, and the letter opens it again.
 */
export const POST = door({
  name: 'close-offer',
  form: closeForm,
  access: 'public',
  returnTo: ({ locale }) => `/${locale}`,
  act: ({ platform, locale }) =>
    Promise.resolve(
      ok({
        to: `/${locale}?done=offer-closed`,
        cookies: [setCookie(platform.env, 'offer', '', 0), setCookie(platform.env, 'form', '', 0)],
      }),
    ),
});
