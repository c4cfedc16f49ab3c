import { z } from 'zod';
import { door } from '@/app/door';
import { ok } from '@/lib/kernel/result';

/** «Fortsett å være logget inn»: a session that is read has been used, so there is nothing more to do. */
export const POST = door({
  name: 'renew-session',
  form: z.object({}),
  access: 'signed-in',
  returnTo: ({ locale }) => `/${locale}/applications`,
  act: async ({ locale }) => ok({ to: `/${locale}/applications` }),
});
