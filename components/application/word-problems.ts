import { getTexts } from '@/components/texts/get-texts';
import type { FieldProblem } from '@/components/ui/field-problem';
import { wordProblems } from '@/components/texts/word-problem';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { parseLocalDate } from '@/lib/kernel/time';
import type { Problem } from '@/lib/platform/door/problems';

/** Problems of the applicant's forms in words: dates as people read them, sizes in megabytes. */
export function wordApplicationProblems(
  locale: Locale,
  area: 'application' | 'my-application' | 'requests' | 'drafts',
  problems: readonly Problem[],
): FieldProblem[] {
  return wordProblems(
    locale,
    area,
    problems.map((problem) => ({ ...problem, params: readable(problem, locale) })),
  );
}

function readable({ code, params }: Problem, locale: Locale): Problem['params'] {
  const worded = Object.entries(params).map(([key, value]): [string, string | number] => {
    const day = typeof value === 'string' ? parseLocalDate(value) : null;
    return [key, day === null ? value : formatLongDate(day, locale)];
  });
  const bytes = params['maximum'];
  return {
    ...Object.fromEntries(worded),
    ...(code === 'file-too-large' && typeof bytes === 'number'
      ? { megabytes: Math.floor(bytes / 1024 / 1024) }
      : {}),
  };
}

/** One problem of an upload that a script has sent, as it stands beside the file. */
export function uploadInWords(problem: Problem, locale: Locale): string {
  if (problem.code === 'session-ended') return getTexts(locale, 'documents')('uploader.signedOut');
  if (problem.code === 'somebody-else') {
    return getTexts(locale, 'documents')('uploader.somebodyElse');
  }
  const [worded] = wordApplicationProblems(locale, 'application', [problem]);
  return worded?.message ?? '';
}
