import { z } from 'zod';
import { choice, localDateField, longText, longTextIfSent } from '@/lib/platform/door/fields';
import { requestKinds, requestLengths } from './rules/information-request';

/** What staff ask an applicant for. */
export const requestInformationForm = z.object({
  asks: choice(requestKinds),
  question: longText({ min: requestLengths.questionMinimum, max: requestLengths.question }),
  dueOn: localDateField(),
});

export const withdrawRequestForm = z.object({
  reason: longText({ min: requestLengths.reasonMinimum, max: requestLengths.reason }),
});

const intents = /^(?<intent>send|add|remove)(?:-(?<documentId>[0-9a-f-]{36}))?$/;

/** The answer, with the button that was pressed: send it, keep one more document for it, or remove one. */
export const answerRequestForm = z
  .object({
    _intent: z
      .string({ error: 'malformed' })
      .regex(intents, { error: 'malformed' })
      .default('send'),
    // A script that uploads sends the file alone: what is typed stays on its page.
    answer: longTextIfSent({ max: requestLengths.answer }),
  })
  .transform(({ _intent, answer }) => {
    const { intent = 'send', documentId = '' } = intents.exec(_intent)?.groups ?? {};
    return { intent: intent as 'send' | 'add' | 'remove', documentId, answer };
  });
