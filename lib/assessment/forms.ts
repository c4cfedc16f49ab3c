import { z } from 'zod';
import { choice, longText, optionalText, wholeNumber } from '@/lib/platform/door/fields';
import { outcomes, reasonMaximum, reasonMinimum } from './rules/conclusion';

/**
 * What the officer's form sends; `readRevision` is the number of the revision on the page,
 * `readAnswered` how many answers to requests stood there, and `readConclusion` the conclusion that stood there: empty for none.
 */
export const concludeForm = z.object({
  outcome: choice(outcomes),
  reason: longText({ min: reasonMinimum, max: reasonMaximum }),
  readRevision: wholeNumber({ min: 1, max: 1_000_000 }).nullable().default(null),
  readAnswered: wholeNumber({ min: 0, max: 1_000_000 }).nullable().default(null),
  readConclusion: optionalText({ max: 36 }),
});
