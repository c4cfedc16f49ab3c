import { z } from 'zod';
import { choice, localDateField, longText, longTextIfSent } from '@/lib/platform/door/fields';
import { requestKinds, requestLengths } from './rules/information-request';
import { readPrints } from './section-prints';

/** What staff ask an applicant for. */
export const requestInformationForm = z.object({
  asks: choice(requestKinds),
  question: longText({ min: requestLengths.questionMinimum, max: requestLengths.question }),
  dueOn: localDateField(),
});

export const withdrawRequestForm = z.object({
  reason: longText({ min: requestLengths.reasonMinimum, max: requestLengths.reason }),
});

type Intent = 'send' | 'add' | 'remove' | 'later' | 'autosave';

const intents = /^(?<intent>send|add|remove|later|autosave)(?:-(?<documentId>[0-9a-f-]{36}))?$/;

/**
 * The answer, with the button that was pressed: send it, keep it for later, keep one more document for it, or
 * remove one. A page that saves by itself says what it was shown.
 */
export const answerRequestForm = z
  .object({
    _intent: z
      .string({ error: 'malformed' })
      .regex(intents, { error: 'malformed' })
      .default('send'),
    // A script that uploads sends the file alone: what is typed stays on its page.
    answer: longTextIfSent({ max: requestLengths.answer }),
    _shown: z.unknown().optional().transform(readPrints),
  })
  .transform(({ _intent, answer, _shown: shown }) => {
    const { intent = 'send', documentId = '' } = intents.exec(_intent)?.groups ?? {};
    return { intent: intent as Intent, documentId, answer, shown };
  });
