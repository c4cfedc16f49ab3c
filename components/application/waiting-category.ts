import { getTexts } from '@/components/texts/get-texts';
import type { FieldProblem } from '@/components/ui/field-problem';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { DocumentPurpose } from '@/lib/application/rules/answers';
import { isId } from '@/lib/kernel/ids';
import type { Locale } from '@/lib/kernel/locale';
import type { FormReturn } from '@/lib/platform/door/form-return';
import type { Problem } from '@/lib/platform/door/problems';
import { stepPath } from './application-paths';
import { wordApplicationProblems } from './word-problems';

const shownBy: Readonly<Record<string, DocumentPurpose>> = {
  'work-not-documented': 'work',
  'course-not-documented': 'course',
};

/** What was typed about another group in an application that is sent, and waits for that group's documents. */
export interface WaitingCategory {
  /** The id of the form that came back. */
  readonly retur: string;
  readonly needs: readonly DocumentPurpose[];
}

/** Reads `?waiting=`, or the hidden field of the same name: the id of a form that came back. */
export function waitingFor(value: unknown): string | null {
  return typeof value === 'string' && isId(value) ? value : null;
}

/** What a form of the category step waits for; null when it is gone, or waits for nothing. */
export function readWaiting(retur: unknown, back: FormReturn | null): WaitingCategory | null {
  if (typeof retur !== 'string') return null;
  const needs = (back?.problems ?? []).flatMap(({ code }) => shownBy[code] ?? []);
  return needs.length === 0 ? null : { retur, needs };
}

/** The page of the documents, which leads back to the form that waits for them. */
export function documentsFor(locale: Locale, reference: string, retur: string): string {
  return `${stepPath(locale, reference, 'documents', 'application')}&waiting=${retur}`;
}

/** The category step, with what was typed there. */
export function backToWaiting(locale: Locale, reference: string, retur: string): string {
  return `${stepPath(locale, reference, 'category', 'application')}&retur=${retur}`;
}

/**
 * The problems of a form that waits, in words: what was missing leads to the page of the documents, and is
 * no problem any more when it is there. Null for a form that waits for nothing.
 */
export function wordWaiting(
  locale: Locale,
  waiting: WaitingCategory | null,
  problems: readonly Problem[],
  { reference, documents }: Pick<MyApplication, 'reference' | 'documents'>,
): FieldProblem[] | null {
  if (waiting === null) return null;
  const isThere = (code: string) => documents.some((each) => each.documents === shownBy[code]);
  const left = problems.filter(({ code }) => !(code in shownBy && isThere(code)));
  if (left.length === 0) {
    return [{ field: '', message: getTexts(locale, 'documents')('waiting.ready'), isNews: true }];
  }
  return left.flatMap((problem) =>
    wordApplicationProblems(locale, 'application', [problem]).map((worded) =>
      problem.code in shownBy
        ? { ...worded, href: documentsFor(locale, reference, waiting.retur) }
        : worded,
    ),
  );
}
