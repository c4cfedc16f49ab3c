import { z } from 'zod';
import { door } from '@/app/door';
import { applicationPath } from '@/components/application/application-paths';
import { documentsFor, waitingFor } from '@/components/application/waiting-category';
import { ok } from '@/lib/kernel/result';
import { removeDocument } from '@/lib/application/use-cases/remove-document';

export const POST = door({
  name: 'remove-document',
  form: z.object({ waiting: z.unknown().optional().transform(waitingFor) }),
  access: 'signed-in',
  returnTo: ({ locale, params }) => applicationPath(locale, params['reference'] ?? '', 'documents'),
  act: async ({ platform, actor, input, params, locale }) => {
    const reference = params['reference'] ?? '';
    const documentId = params['documentId'] ?? '';
    const removed = await removeDocument(platform, actor, { reference, documentId });
    if (!removed.ok) return removed;
    return ok({
      to:
        input.waiting === null
          ? `${applicationPath(locale, reference, 'documents')}?done=removed`
          : `${documentsFor(locale, reference, input.waiting)}&done=removed`,
    });
  },
});
