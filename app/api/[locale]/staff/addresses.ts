import { isId } from '@/lib/kernel/ids';
import type { Params } from '@/lib/platform/door/options';

interface Visit {
  readonly locale: string;
  readonly params: Params;
}

/** The page of the application that a form belongs to. */
export function applicationPage({ locale, params }: Visit): string {
  return `/${locale}/staff/applications/${encodeURIComponent(params['reference'] ?? '')}`;
}

/** The same page after an act, still knowing the list that the reader came from. */
export function applicationPageAfter(visit: Visit, done: string, list: string | null): string {
  const query = new URLSearchParams({ done, ...(list === null ? {} : { list }) });
  return `${applicationPage(visit)}?${query.toString()}`;
}

/** One of the pages of the cohort that a form belongs to. */
export function cohortPage(
  { locale, params }: Visit,
  page: 'ranking' | 'release' | 'register' | 'extensions',
): string {
  return `/${locale}/staff/cohorts/${encodeURIComponent(params['cohortId'] ?? '')}/${page}`;
}

/** The cohort of an address, null for words that are no id. */
export function cohortOf(params: Params): string | null {
  const sent = params['cohortId'] ?? '';
  return isId(sent) ? sent : null;
}
