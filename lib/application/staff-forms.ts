import { z } from 'zod';
import { localDateField, longText, optionalLocalDateField } from '@/lib/platform/door/fields';

/** The longest that staff may type, in UTF-16 units. */
export const staffLengths = { evidence: 2_000, reason: 1_000 } as const;

/** What staff verified of a workplace: the days between which it was anchored, and the evidence. */
export const verifyAnchoringForm = z
  .object({
    from: localDateField(),
    to: optionalLocalDateField(),
    evidence: longText({ max: staffLengths.evidence }),
  })
  .superRefine(({ from, to }, context) => {
    if (to !== null && to < from) {
      context.addIssue({ code: 'custom', path: ['to'], message: 'ends-before-start' });
    }
  });

export const withdrawAnchoringForm = z.object({ reason: longText({ max: staffLengths.reason }) });
