import { z } from 'zod';
import type { LocalDate } from '@/lib/kernel/time';
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
import { emptySections, type Answers } from './rules/answers';
import { placesWithin, typedPlaces, type TypedPlaces } from './rules/repeatable-groups';
import { enclosures, registeredWays, type Enclosure } from './rules/registration';
import type { StepInput } from './step-form';
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
      places: category.places === undefined ? null : placesWithin('category', category.places),
      answers: {
        aboutYou: aboutYou.answers,
        category: category.answers,
        workplace: workplace.answers,
        motivation: motivation.answers,
        conditions: conditions.answers,
      },
    })),
);

/** What can be read of a registration that cannot be read whole; null stands for what cannot. */
export interface ReadableRegistration {
  readonly email: string | null;
  readonly receivedOn: LocalDate | null;
  readonly receivedTime: string | null;
  readonly enclosed: readonly Enclosure[];
  readonly answers: Answers;
  /** Where the groups of a list stood, when one above another was left empty. */
  readonly places: TypedPlaces | null;
  /** The fields of the answers that cannot be read: "aboutYou.phone". */
  readonly unread: readonly string[];
}

/** Reads of the form for registering what can be read, field by field, as a draft does that saves itself. */
export function readableRegistration(sent: unknown): ReadableRegistration {
  const given = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>) : {};
  const unread: string[] = [];
  const read = <S extends keyof Answers>(
    section: S,
    form: z.ZodType<StepInput<NonNullable<Answers[S]>>>,
  ): NonNullable<Answers[S]> => {
    const part = given[section] ?? {};
    const parsed = form.safeParse(
      typeof part === 'object' ? { ...part, _intent: 'autosave' } : part,
    );
    if (!parsed.success) {
      unread.push(...Object.keys(emptySections[section]).map((field) => `${section}.${field}`));
      return emptySections[section];
    }
    unread.push(...(parsed.data.autosave?.unread ?? []).map((field) => `${section}.${field}`));
    return parsed.data.answers;
  };
  const orNull = <T>(form: z.ZodType<T>, value: unknown): T | null => {
    const parsed = form.safeParse(value);
    return parsed.success ? parsed.data : null;
  };
  const places = typedPlaces(given['category']);
  const ticks = (given['enclosed'] ?? {}) as Record<string, unknown>;
  return {
    email: orNull(email(), given['email']),
    receivedOn: orNull(localDateField(), given['receivedOn']),
    receivedTime: orNull(timeField(), given['receivedTime']),
    enclosed: enclosures.filter((each) => orNull(checkbox(), ticks[each]) === true),
    answers: {
      aboutYou: read('aboutYou', aboutYouForm),
      category: read('category', categoryForm),
      workplace: read('workplace', workplaceForm),
      motivation: read('motivation', motivationForm),
      conditions: read('conditions', conditionsForm),
    },
    places: places === null ? null : placesWithin('category', places),
    unread,
  };
}
