import type { FieldProblem } from '@/components/ui/field-problem';
import type { Locale } from '@/lib/kernel/locale';
import type { Problem } from '@/lib/platform/door/problems';
import { wordApplicationProblems } from './word-problems';

/** Turned away before the form was looked at: whether a file came along nobody knows, and it is not kept. */
const turnedAway: ReadonlySet<string> = new Set([
  'session-ended',
  'somebody-else',
  'too-many-attempts',
]);

/**
 * What was wrong with an answer that came back, in words. Whoever was signed out in between is told of the
 * file too: an answer is sent once, and it would go without.
 */
export function wordReturnedAnswer(locale: Locale, problems: readonly Problem[]): FieldProblem[] {
  const worded = problems.flatMap((problem) =>
    // What can be wrong with a file is worded where files are uploaded.
    wordApplicationProblems(
      locale,
      problem.field === 'file' && problem.code !== 'document-missing' ? 'application' : 'requests',
      [problem],
    ),
  );
  if (!problems.some(({ code }) => turnedAway.has(code))) return worded;
  const again = { field: '', code: 'choose-again-if-any', params: {} };
  const news = wordApplicationProblems(locale, 'requests', [again]);
  return [...worded, ...news.map((each): FieldProblem => ({ ...each, isNews: true }))];
}
