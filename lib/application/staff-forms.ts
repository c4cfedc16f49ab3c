import { z } from 'zod';
import {
  checkbox,
  choice,
  email,
  localDateField,
  longText,
  optionalLocalDateField,
  text,
} from '@/lib/platform/door/fields';
import { aboutYouForm, categoryForm, conditionsForm, motivationForm } from './forms';
import { anchoringWordsMinimum } from './rules/anchoring';
import { enclosures, registeredWays } from './rules/registration';
import { workplaceForm } from './workplace-form';

/** The longest that staff may type, in UTF-16 units. */
export const staffLengths = { evidence: 2_000, reason: 1_000 } as const;

/** What staff verified of a workplace: the days between which it was anchored, and the evidence. */
export const verifyAnchoringForm = z
  .object({
    from: localDateField(),
    to: optionalLocalDateField(),
    evidence: longText({ min: anchoringWordsMinimum, max: staffLengths.evidence }),
  })
  .superRefine(({ from, to }, context) => {
    if (to !== null && to < from) {
      context.addIssue({ code: 'custom', path: ['to'], message: 'ends-before-start' });
    }
  });

export const withdrawAnchoringForm = z.object({
  reason: longText({ min: anchoringWordsMinimum, max: staffLengths.reason }),
});

/** Who gets a later deadline, until the end of which day, and why. */
export const extendDeadlineForm = z.object({
  email: email(),
  until: localDateField(),
  reason: longText({ max: staffLengths.reason }),
});

/** A wall-clock time as people type it ("14.30", "kl. 14:30", "1430"), as "HH:MM". */
function timeField() {
  return text({ max: 12 }).transform((value, context) => {
    const [, hour = '', minute = ''] =
      /^(?:kl\.?\s*)?([01]?\d|2[0-3])[.:]?([0-5]\d)$/i.exec(value) ?? [];
    if (minute === '') {
      context.addIssue({ code: 'custom', message: 'not-a-time' });
      return z.NEVER;
    }
    return `${hour.padStart(2, '0')}:${minute}`;
  });
}

const parts = {
  enclosed: {},
  aboutYou: {},
  category: {},
  workplace: {},
  motivation: {},
  conditions: {},
};

/**
 * An application that came otherwise than through the form: how and when, and the same questions as the
 * applicant's own steps, all on one page. Nothing sent of a part is a part left empty.
 */
export const registerApplicationForm = z.preprocess(
  (sent) => (typeof sent === 'object' ? { ...parts, ...sent } : sent),
  z
    .object({
      email: email(),
      way: choice(registeredWays),
      receivedOn: localDateField(),
      receivedTime: timeField(),
      enclosed: z.object({ work: checkbox(), course: checkbox() }),
      aboutYou: aboutYouForm,
      category: categoryForm,
      workplace: workplaceForm,
      motivation: motivationForm,
      conditions: conditionsForm,
    })
    .transform(({ enclosed, aboutYou, category, workplace, motivation, conditions, ...came }) => ({
      ...came,
      enclosed: enclosures.filter((each) => enclosed[each]),
      answers: {
        aboutYou: aboutYou.answers,
        category: category.answers,
        workplace: workplace.answers,
        motivation: motivation.answers,
        conditions: conditions.answers,
      },
    })),
);
