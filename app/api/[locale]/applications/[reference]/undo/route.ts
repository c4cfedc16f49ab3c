import { z } from 'zod';
import { door } from '@/app/door';
import { applicationPath } from '@/components/application/application-paths';
import { undoWithdrawal } from '@/lib/admission/use-cases/undo-withdrawal';
import { ok } from '@/lib/kernel/result';

export const POST = door({
  name: 'undo',
  form: z.object({}),
  access: 'signed-in',
  returnTo: ({ locale, params }) => applicationPath(locale, params['reference'] ?? ''),
  act: async ({ platform, actor, params, locale }) => {
    const reference = params['reference'] ?? '';
    const undone = await undoWithdrawal(platform, actor, { reference });
    return undone.ok ? ok({ to: `${applicationPath(locale, reference)}?done=undone` }) : undone;
  },
});
