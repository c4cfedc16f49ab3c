import { z } from 'zod';
import { door } from '@/app/door';
import { applicationPath } from '@/components/application/application-paths';
import { ok } from '@/lib/kernel/result';
import { removeDocument } from '@/lib/application/use-cases/remove-document';

export const POST = door({
  name: 'remove-document',
  form: z.object({}),
  access: 'signed-in',
  returnTo: ({ locale, params }) => applicationPath(locale, params['reference'] ?? '', 'documents'),
  act: async ({ platform, actor, params, locale }) => {
    const reference = params['reference'] ?? '';
    const documentId = params['documentId'] ?? '';
    const removed = await removeDocument(platform, actor, { reference, documentId });
    if (!removed.ok) return removed;
    return ok({ to: `${applicationPath(locale, reference, 'documents')}?done=removed` });
  },
});
