import type { FieldProblem } from '@/components/ui/field-problem';
import type { Locale } from '@/lib/kernel/locale';
import type { Problem } from '@/lib/platform/door/problems';
import { uploadInWords, wordApplicationProblems } from './word-problems';

/** Turned away before the form was looked at: whether a file came along nobody knows, and it is not kept. */
const turnedAway: ReadonlySet<string> = new Set([
  'session-ended',
  'somebody-else',
  'too-many-attempts',
]);

/** What is said of a file in other words than where documents are uploaded to the application. */
const ofRequests: ReadonlySet<string> = new Set(['document-missing', 'too-many-documents']);

/**
 * What was wrong with an answer that came back, in words. Whoever was signed out in between is told of the
 * file too: an answer is sent once, and it would go without.
 */
export function wordReturnedAnswer(locale: Locale, problems: readonly Problem[]): FieldProblem[] {
  const worded = problems.flatMap((problem) =>
    // What can be wrong with a file is worded where files are uploaded.
    wordApplicationProblems(
      locale,
      problem.field === 'file' && !ofRequests.has(problem.code) ? 'application' : 'requests',
      [problem],
    ),
  );
  if (!problems.some(({ code }) => turnedAway.has(code))) return worded;
  const again = { field: '', code: 'choose-again-if-any', params: {} };
  const news = wordApplicationProblems(locale, 'requests', [again]);
  return [...worded, ...news.map((each): FieldProblem => ({ ...each, isNews: true }))];
}

/** One problem of a file that a script has sent for an answer, as it stands beside the file. */
export function requestUploadInWords(problem: Problem, locale: Locale): string {
  if (turnedAway.has(problem.code)) return uploadInWords(problem, locale);
  const [worded] = wordReturnedAnswer(locale, [problem]);
  return worded?.message ?? '';
}
