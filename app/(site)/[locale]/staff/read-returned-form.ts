import { readFormReturn, wasRefused, type SearchParams } from '@/app/form-return';
import type { ReturnedForm } from '@/components/staff/scoped-fields';
import type { Area } from '@/components/texts/areas';
import { getTexts } from '@/components/texts/get-texts';
import { wordProblems } from '@/components/texts/word-problem';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { parseLocalDate } from '@/lib/kernel/time';

/** What came back to a form after a refusal, with its problems in words; null when nothing did. */
export async function readReturnedForm(
  name: string,
  area: Area,
  locale: Locale,
  searchParams: SearchParams,
): Promise<ReturnedForm | null> {
  const back = await readFormReturn(name, searchParams);
  if (back === null) return null;
  const problems = back.problems.map((problem) => ({
    ...problem,
    params: Object.fromEntries(
      Object.entries(problem.params).map(([name, value]) => [name, readable(value, locale)]),
    ),
  }));
  return { typed: back.typed, problems: wordProblems(locale, area, problems) };
}

/** A refusal's facts come as they are stored; a day among them is read as people write it. */
function readable(value: string | number, locale: Locale): string | number {
  const day = typeof value === 'string' ? parseLocalDate(value) : null;
  return day === null ? value : formatLongDate(day, locale);
}

/** The page's title, which says so when one of its forms came back («Feil: …»). */
export async function titleOf(
  title: string,
  locale: Locale,
  searchParams: SearchParams,
  forms: readonly string[],
): Promise<string> {
  return (await wasRefused(forms, searchParams))
    ? getTexts(locale, 'common')('errorTitle', { title })
    : title;
}
