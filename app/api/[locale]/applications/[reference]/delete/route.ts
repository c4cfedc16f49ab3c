import { z } from 'zod';
import { door } from '@/app/door';
import { applicationPath } from '@/components/application/application-paths';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import { ok } from '@/lib/kernel/result';

export const POST = door({
  name: 'delete',
  form: z.object({}),
  access: 'signed-in',
  returnTo: ({ locale, params }) => applicationPath(locale, params['reference'] ?? '', 'delete'),
  act: async ({ platform, actor, params, locale }) => {
    const reference = params['reference'] ?? '';
    const draft = { reference, reason: '', onlyDraft: true };
    const deleted = await withdrawApplication(platform, actor, draft);
    return deleted.ok ? ok({ to: applicationPath(locale, reference) }) : deleted;
  },
});
