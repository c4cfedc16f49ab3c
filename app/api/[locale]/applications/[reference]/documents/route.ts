import { z } from 'zod';
import { door } from '@/app/door';
import {
  applicationPath,
  cameFrom,
  stepPath,
  type CameFrom,
} from '@/components/application/application-paths';
import { backToWaiting, documentsFor, waitingFor } from '@/components/application/waiting-category';
import { uploadInWords } from '@/components/application/word-problems';
import type { Locale } from '@/lib/kernel/locale';
import { ok } from '@/lib/kernel/result';
import { attachDocumentForm } from '@/lib/application/forms';
import { documentBytesMaximum } from '@/lib/application/rules/answers';
import { attachDocument } from '@/lib/application/use-cases/attach-document';

const ofTheFile = /^(file-.*|too-many-documents(-in-all)?)$/;

/** Beside the file the form says where «Endre» was pressed, and which form of another step waits for it. */
const origin = z.object({
  from: z.unknown().optional().transform(cameFrom),
  waiting: z.unknown().optional().transform(waitingFor),
});

/** Uploads, or goes on; and whoever goes on with a file chosen has it uploaded on the way. */
export const POST = door({
  name: 'documents',
  form: z.intersection(attachDocumentForm, origin),
  access: 'signed-in',
  largestFile: documentBytesMaximum,
  rate: { name: 'upload', points: 60, seconds: 600 },
  inWords: uploadInWords,
  returnTo: ({ locale, params }) => applicationPath(locale, params['reference'] ?? '', 'documents'),
  fieldOf: ({ kind }) => (ofTheFile.test(kind) ? 'file' : ''),
  act: async ({ platform, actor, input, file, params, locale }) => {
    const reference = params['reference'] ?? '';
    const { _intent: intent, documents, from, waiting } = input;
    if (intent !== 'upload' && file === null) return ok({ to: onwards(locale, reference, input) });
    const attached = await attachDocument(platform, actor, { reference, documents, file });
    if (!attached.ok) return attached;
    if (intent !== 'upload') return ok({ to: onwards(locale, reference, input) });
    const page =
      waiting === null
        ? stepPath(locale, reference, 'documents', from)
        : documentsFor(locale, reference, waiting);
    const done = `done=${attached.value.isNew ? 'added' : 'there'}`;
    return ok({ to: `${page}${page.includes('?') ? '&' : '?'}${done}` });
  },
});

function onwards(
  locale: Locale,
  reference: string,
  {
    _intent: intent,
    from,
    waiting,
  }: { _intent: string; from: CameFrom | null; waiting: string | null },
): string {
  if (waiting !== null) return backToWaiting(locale, reference, waiting);
  if (from === 'application') return applicationPath(locale, reference);
  return intent === 'later'
    ? `${applicationPath(locale, reference)}?saved=yes`
    : applicationPath(locale, reference, 'summary');
}
