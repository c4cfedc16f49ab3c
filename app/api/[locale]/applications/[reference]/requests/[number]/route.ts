import { door } from '@/app/door';
import { applicationPath } from '@/components/application/application-paths';
import { requestUploadInWords } from '@/components/application/returned-answer';
import { getTexts } from '@/components/texts/get-texts';
import { documentBytesMaximum } from '@/lib/application/rules/answers';
import { answerRequestForm } from '@/lib/application/request-forms';
import { readRequestNumber } from '@/lib/application/rules/information-request';
import { answerInformationRequest } from '@/lib/application/use-cases/answer-information-request';
import { attachRequestedDocument } from '@/lib/application/use-cases/attach-requested-document';
import { removeRequestedDocument } from '@/lib/application/use-cases/remove-requested-document';
import {
  saveRequestAnswer,
  type SavedAnswer,
} from '@/lib/application/use-cases/save-request-answer';
import { formatTime, wallTimeOf } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { ok, refuse, type Refusal } from '@/lib/kernel/result';
import type { Done } from '@/lib/platform/door/options';
import { problemOfRefusal, type Problem } from '@/lib/platform/door/problems';

const ofTheFile = /^(file-.*|too-many-documents|document-missing)$/;

/** A file that came with a form that was refused is gone: an answer without it would be sent for good. */
const chooseAgain: Problem = { field: 'file', code: 'choose-again', params: {} };

function fieldOf({ kind }: Refusal): string {
  return ofTheFile.test(kind) ? 'file' : kind === 'answer-missing' ? 'answer' : '';
}

function withTheFile(refusal: Refusal): Refusal {
  const { kind } = refusal;
  if (kind === 'not-found' || kind === 'forbidden' || fieldOf(refusal) === 'file') return refusal;
  const problems = [problemOfRefusal(refusal, fieldOf(refusal)), chooseAgain];
  return { kind, problems } as Refusal;
}

/** The answer to a request for more, and the documents that are gathered for it. */
export const POST = door({
  name: 'answer-request',
  form: answerRequestForm,
  access: 'signed-in',
  largestFile: documentBytesMaximum,
  // As often as a page saves by itself (every three seconds at the most) and half as often again, files among them.
  rate: { name: 'answer', points: 300, seconds: 600 },
  inWords: requestUploadInWords,
  returnTo: ({ locale, params }) => requestPage(locale, params),
  fieldOf,
  keep: ({ hasFile }) => Promise.resolve(hasFile ? [chooseAgain] : []),
  act: async ({ platform, actor, input, file, params, locale }) => {
    const { intent, documentId, answer: written, shown } = input;
    const answer = written ?? null;
    const which = {
      reference: params['reference'] ?? '',
      number: readRequestNumber(params['number']),
    };
    const page = requestPage(locale, params);
    switch (intent) {
      case 'add': {
        const kept = await attachRequestedDocument(platform, actor, {
          ...which,
          answer: written,
          file,
        });
        return kept.ok ? ok({ to: `${page}?done=${kept.value.isNew ? 'added' : 'there'}` }) : kept;
      }
      case 'later': {
        const kept =
          file === null
            ? await saveRequestAnswer(platform, actor, { ...which, answer })
            : await attachRequestedDocument(platform, actor, { ...which, answer, file });
        if (kept.ok) return ok({ to: `${applicationPath(locale, which.reference)}?saved=answer` });
        return file === null ? kept : refuse(withTheFile(kept.refusal));
      }
      case 'autosave': {
        if (file !== null) await platform.storage.remove(file.key);
        const autosave = { shown };
        const saved = await saveRequestAnswer(platform, actor, { ...which, answer, autosave });
        return saved.ok ? ok({ to: page, also: autosaved(locale, saved.value) }) : saved;
      }
      case 'remove': {
        const removal = { ...which, documentId, answer };
        const removed = await removeRequestedDocument(platform, actor, removal);
        // A file that was chosen beside the button is nobody's.
        if (removed.ok && file !== null) await platform.storage.remove(file.key);
        return removed.ok ? ok({ to: `${page}?done=removed` }) : removed;
      }
      case 'send': {
        const sent = await answerInformationRequest(platform, actor, { ...which, answer, file });
        if (sent.ok) return ok({ to: `${page}?done=answered` });
        return file === null ? sent : refuse(withTheFile(sent.refusal));
      }
    }
  },
});

/** What a page that saved by itself is told: when, in words, and what its form is to carry from now on. */
function autosaved(locale: Locale, { at, zone, shown }: SavedAnswer): Done['also'] {
  const time = formatTime(wallTimeOf(at, zone), locale);
  return { said: getTexts(locale, 'drafts')('autosave.saved', { time }), shown };
}

function requestPage(locale: Locale, params: Readonly<Record<string, string>>): string {
  const number = readRequestNumber(params['number']);
  return applicationPath(locale, params['reference'] ?? '', `requests/${number}`);
}
