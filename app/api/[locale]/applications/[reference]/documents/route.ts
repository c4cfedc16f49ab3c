import { door } from '@/app/door';
import { applicationPath } from '@/components/application/application-paths';
import { ok } from '@/lib/kernel/result';
import { attachDocumentForm } from '@/lib/application/forms';
import { documentBytesMaximum } from '@/lib/application/rules/answers';
import { attachDocument } from '@/lib/application/use-cases/attach-document';

const ofTheFile = /^(file-.*|too-many-documents)$/;

export const POST = door({
  name: 'documents',
  form: attachDocumentForm,
  access: 'signed-in',
  largestFile: documentBytesMaximum,
  rate: { name: 'upload', points: 60, seconds: 600 },
  returnTo: ({ locale, params }) => applicationPath(locale, params['reference'] ?? '', 'documents'),
  fieldOf: ({ kind }) => (ofTheFile.test(kind) ? 'file' : ''),
  act: async ({ platform, actor, input, file, params, locale }) => {
    const reference = params['reference'] ?? '';
    const attached = await attachDocument(platform, actor, { reference, ...input, file });
    if (!attached.ok) return attached;
    return ok({ to: `${applicationPath(locale, reference, 'documents')}?done=added` });
  },
});
