import type { FieldProblem } from '@/components/ui/field-problem';
import type { Locale } from '@/lib/kernel/locale';
import type { Problem } from '@/lib/platform/door/problems';
import { areas, type Area } from './areas';
import { getTexts } from './get-texts';

/** Looks a dotted key up without complaint: which of several wordings exists is the question here. */
function has(area: Area, key: string): boolean {
  let node: unknown = areas[area].nb;
  for (const step of key.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return false;
    node = (node as Record<string, unknown>)[step];
  }
  return typeof node === 'string';
}

/**
 * The sentence for one problem: the area's own for that field (`problems.work.from.required`, places in
 * lists left out), else the area's for the code (`problems.deadline-passed`), else the common one, else
 * that something is wrong with the field. Every code that a form can give should have the first or second.
 */
export function wordProblem(locale: Locale, area: Area, problem: Problem): string {
  const field = problem.field.replace(/\.\d+(?=\.|$)/g, '');
  const candidates: (readonly [Area, string])[] = [
    ...(field === '' ? [] : [[area, `problems.${field}.${problem.code}`] as const]),
    [area, `problems.${problem.code}`],
    // What is wrong with a file is the same wherever one is taken.
    ...(problem.code.startsWith('file-')
      ? [['documents', `problems.${problem.code}`] as const]
      : []),
    ['common', `problems.${problem.code}`],
    ['common', 'problems.malformed'],
  ];
  const [where, key] = candidates.find(([each, name]) => has(each, name)) ?? ['common', ''];
  // The key was just looked up; its type cannot say so.
  const say = getTexts(locale, where) as unknown as (
    key: string,
    values: Readonly<Record<string, string | number>>,
  ) => string;
  return say(key, problem.params);
}

/** Whoever was signed out in between, or met another's session, has made no mistake. */
export function isNews({ code }: Problem): boolean {
  return code === 'session-ended' || code === 'somebody-else';
}

/** All problems of a form in words, for the summary on top and the messages at the fields. */
export function wordProblems(
  locale: Locale,
  area: Area,
  problems: readonly Problem[],
): FieldProblem[] {
  return problems.map((problem) => ({
    field: problem.field,
    message: wordProblem(locale, area, problem),
    ...(isNews(problem) ? { isNews: true } : {}),
  }));
}
