import { getTexts } from '@/components/texts/get-texts';
import type { FieldProblem } from '@/components/ui/field-problem';
import type { MyApplication } from '@/lib/application/queries/my-application';
import { answerSteps, sectionOf, type AnswerStep } from '@/lib/application/rules/steps';
import type { Locale } from '@/lib/kernel/locale';
import type { Problem } from '@/lib/platform/door/problems';
import { fieldLabel, savedInWords } from './field-words';
import type { FieldValues } from './typed-answers';

/** Answers that are chosen: the form shows them better than their values do. */
const choices: ReadonlySet<string> = new Set([
  'preferredLanguage',
  'managerSupports',
  'worksWithKyr',
]);

/** Longer than this is not repeated in the middle of a sentence. */
export const shortEnough = 120;

/** A field that was changed here and in another window, differently. */
export interface ConflictField {
  readonly field: string;
  readonly label: string;
  /** As the other window saved it. */
  readonly there: string;
  /** As it was typed here; null where the form below says it better: ticks, choices, groups. */
  readonly here: string | null;
}

/** What a form that met another window's changes shows on top. */
export interface Conflict {
  readonly fields: readonly ConflictField[];
  /** Labels of what only the other window had changed: the form shows that now. */
  readonly kept: readonly string[];
}

/** The code of a problem of this kind; the one of the form as a whole says what the form is to carry. */
export const changedElsewhere = 'changed-elsewhere';

/** The code of what is no problem: the form was saved before it was refused, and is to carry these prints. */
export const savedAllTheSame = 'saved-all-the-same';

/** Brings the prints of what was saved to the form that comes back, or it would take its own save for another's. */
export function asSaved(shown: string): Problem {
  return { field: '', code: savedAllTheSame, params: { shown } };
}

/** What a form that was saved and came back is to carry; null for one that was not saved. */
export function readSaved(problems: readonly Problem[]): string | null {
  const saved = problems.find(({ code }) => code === savedAllTheSame);
  return saved === undefined ? null : String(saved.params['shown']);
}

/** What a form that came back because of another window is to carry and to show anew; null for any other. */
export function readConflict(
  problems: readonly Problem[],
): { readonly shown: string; readonly kept: readonly string[] } | null {
  const whole = problems.find(({ field, code }) => field === '' && code === changedElsewhere);
  if (whole === undefined) return null;
  const { shown, kept } = whole.params;
  return { shown: String(shown), kept: String(kept).split('.').filter(Boolean) };
}

/** The fields of a conflict in words, and what is said beside each of them. */
export function wordConflict(
  locale: Locale,
  step: AnswerStep,
  given: {
    problems: readonly Problem[];
    typed: FieldValues;
    application: Pick<MyApplication, 'answers' | 'cohort'>;
  },
): { readonly conflict: Conflict; readonly atFields: readonly FieldProblem[] } | null {
  const found = readConflict(given.problems);
  if (found === null) return null;
  const t = getTexts(locale, 'drafts');
  const { answers, cohort } = given.application;
  const shown = { answers, categories: cohort.programme.categories };
  const section: Readonly<Record<string, unknown>> = { ...answers[sectionOf[step]] };
  const fields = given.problems.flatMap(({ field, code }): ConflictField[] => {
    const label = code === changedElsewhere ? fieldLabel(locale, step, field) : null;
    if (label === null) return [];
    const typed = given.typed[field]?.[0] ?? '';
    const here = typed === '' ? getTexts(locale, 'common')('notAnswered') : typed;
    return [
      {
        field,
        label,
        there: savedInWords(locale, step, field, shown),
        here: typeof section[field] === 'string' && !choices.has(field) ? here : null,
      },
    ];
  });
  return {
    conflict: {
      fields,
      kept: found.kept
        .map((field) => fieldLabel(locale, step, field))
        .filter((each) => each !== null),
    },
    atFields: fields.map(({ field, there }) => ({
      field,
      message:
        there.length <= shortEnough && !there.includes('\n')
          ? t('conflict.atField', { value: there })
          : t('conflict.atLongField'),
      isSaidAbove: true,
    })),
  };
}

/** What was saved over the form's own, when another window had changed something that it had not touched. */
export interface Merged {
  readonly step: AnswerStep;
  readonly fields: readonly string[];
}

/** Reads `?merged=about-you.phone.name`; null for anything else. */
export function readMerged(value: unknown): Merged | null {
  if (typeof value !== 'string' || value.length > 300) return null;
  const [first, ...fields] = value.split('.');
  const step = answerSteps.find((each) => each === first);
  return step === undefined || fields.length === 0 ? null : { step, fields };
}
