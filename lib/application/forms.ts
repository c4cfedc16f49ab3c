import { z } from 'zod';
import { locales } from '@/lib/kernel/locale';
import {
  checkbox,
  choice,
  confirmed,
  localDateField,
  optionalLocalDateField,
  phone,
  text,
  wholeNumber,
} from '@/lib/platform/door/fields';
import {
  coursesMaximum,
  documentPurposes,
  workPeriodsMaximum,
  type AboutYou,
  type CategoryAnswers,
  type ConditionsAnswers,
  type Course,
  type MotivationAnswers,
  type WorkPeriod,
} from './rules/answers';
import type { RepeatableGroup } from './rules/repeatable-groups';
import { isPossiblePercent, parseTypedPercent, percentLimits } from './rules/typed-percent';
import {
  blankLine,
  blankLines,
  groups,
  line,
  lines,
  oneOf,
  orBlank,
  orElse,
  stepForm,
  type Mode,
} from './step-form';

/** The longest that may be typed, in UTF-16 units; pages put the same in `maxlength`. */
export const lengths = {
  name: 120,
  phone: 30,
  profession: 120,
  education: 1_000,
  relevantExperience: 3_000,
  employer: 120,
  position: 120,
  courseName: 200,
  provider: 120,
  unit: 120,
  managerName: 120,
  howKyr: 3_000,
  howLearningUsed: 3_000,
  motivation: 5_000,
  filename: 200,
  reason: 1_000,
} as const;

export const aboutYouForm = stepForm<AboutYou>((mode) =>
  z.object({
    name: line(mode, lengths.name),
    phone: mode === 'continue' ? phone() : orBlank(phone(), ''),
    preferredLanguage: oneOf(mode, locales),
  }),
);

function authorisationNumber() {
  return text({ max: 20 }).transform((value, context) => {
    const digits = value.replace(/[\s\u00a0]/g, '');
    if (!/^\d{7,9}$/.test(digits)) {
      context.addIssue({ code: 'custom', message: 'not-an-authorisation-number' });
      return z.NEVER;
    }
    return digits;
  });
}

function percentOfFullTime() {
  return text({ max: 12 }).transform((value, context) => {
    const percent = parseTypedPercent(value);
    if (percent !== null && isPossiblePercent(percent)) return percent;
    context.addIssue(
      percent === null
        ? { code: 'custom', message: 'not-a-percent' }
        : { code: 'custom', message: 'out-of-range', params: percentLimits },
    );
    return z.NEVER;
  });
}

function workPeriod(mode: Mode): z.ZodType<WorkPeriod> {
  const percent = percentOfFullTime();
  return z
    .object({
      employer: line(mode, lengths.employer),
      position: line(mode, lengths.position),
      percent: mode === 'continue' ? percent : orBlank(percent, null),
      from: mode === 'continue' ? localDateField() : optionalLocalDateField(),
      to: optionalLocalDateField(),
    })
    .superRefine(({ from, to }, context) => {
      if (from !== null && to !== null && to < from) {
        context.addIssue({ code: 'custom', path: ['to'], message: 'ends-before-start' });
      }
    });
}

function course(mode: Mode): z.ZodType<Course> {
  const year = wholeNumber({ min: 1950, max: 2100 });
  return z.object({
    name: line(mode, lengths.courseName),
    provider: line(mode, lengths.provider),
    year: mode === 'continue' ? year : orBlank(year, null),
  });
}

function categorySection(mode: Mode, groupMode: Mode): z.ZodType<CategoryAnswers> {
  const number = choice(['1', '2', '3', '4', '5', '6', '7', '8', '9']).transform(Number);
  return z.object({
    categoryNumber: mode === 'continue' ? number : orBlank(number, null),
    profession: blankLine(lengths.profession),
    education: blankLines(lengths.education),
    relevantExperience: blankLines(lengths.relevantExperience),
    authorisationNumber: orBlank(authorisationNumber(), ''),
    workPeriods: groups(workPeriod(groupMode), workPeriodsMaximum),
    courses: groups(course(groupMode), coursesMaximum),
  });
}

/**
 * What a category requires beyond its number depends on the programme: the use case asks for that. So work
 * and courses that are half filled in are refused here only together with something else, to be told all at
 * once; alone they are let through, since they may have been left behind under another group.
 */
export const categoryForm = stepForm<CategoryAnswers>((mode) =>
  mode === 'later'
    ? categorySection('later', 'later')
    : orElse(
        categorySection('continue', 'continue'),
        categorySection('continue', 'later'),
        ({ path: [first], message }) =>
          (first === 'workPeriods' || first === 'courses') && message === 'required',
      ),
);

export const motivationForm = stepForm<MotivationAnswers>((mode) =>
  z.object({ motivation: lines(mode, lengths.motivation) }),
);

export const conditionsForm = stepForm<ConditionsAnswers>((mode) => {
  const tick = () => (mode === 'continue' ? confirmed() : checkbox());
  return z.object({ readsEnglish: tick(), rolePlay: tick(), videoRecording: tick() });
});

/**
 * What comes beside an uploaded file: what it shows, and which button was pressed. Whether all is there
 * is judged with the file, so that everything that is missing is told at once.
 */
export const attachDocumentForm = z.object({
  _intent: z.enum(['upload', 'continue', 'later'], { error: 'malformed' }).default('upload'),
  documents: orBlank(choice(documentPurposes), null),
});

/** Sending the application: the answers are already saved, so the form is its button alone. */
export const submitApplicationForm = z.object({});

/** Withdrawing is final, so it is ticked; the reason is the applicant's own business. */
export const withdrawApplicationForm = z.object({
  confirmed: confirmed(),
  reason: blankLines(lengths.reason),
});

/** The lists of the category step, and their buttons «Legg til» and «Fjern». */
export const categoryGroups = [
  {
    list: 'workPeriods',
    button: 'work',
    fields: ['employer', 'position', 'percent', 'from', 'to'],
    maximum: workPeriodsMaximum,
  },
  {
    list: 'courses',
    button: 'course',
    fields: ['name', 'provider', 'year'],
    maximum: coursesMaximum,
  },
] as const satisfies readonly RepeatableGroup[];
