import type { Locale } from '@/lib/kernel/locale';
import type { AnswerStep, ApplicationStep } from '@/lib/application/rules/steps';

/** Where «Endre» was pressed: the summary of a draft, or the page of an application that is sent. */
export type CameFrom = 'summary' | 'application';

/** Reads `?from=`, or the form's hidden field of the same name. */
export function cameFrom(value: unknown): CameFrom | null {
  return value === 'summary' || value === 'application' ? value : null;
}

/** The page of one's own application, or a page below it. */
export function applicationPath(
  locale: Locale,
  reference: string,
  page?: ApplicationStep | 'receipt' | 'withdraw' | 'delete' | 'revisions' | `requests/${number}`,
): string {
  const own = `/${locale}/applications/${encodeURIComponent(reference)}`;
  return page === undefined ? own : `${own}/${page}`;
}

/** A step's page, remembering where one came from. */
export function stepPath(
  locale: Locale,
  reference: string,
  step: ApplicationStep,
  from: CameFrom | null = null,
): string {
  const path = applicationPath(locale, reference, step);
  return from === null ? path : `${path}?from=${from}`;
}

/** The receipt as a file, to be kept. */
export function receiptFile(locale: Locale, reference: string): string {
  return `/api${applicationPath(locale, reference)}/receipt.pdf`;
}

/** Where a form of one's own application is sent. */
export function applicationAction(
  locale: Locale,
  reference: string,
  act:
    | AnswerStep
    | 'documents'
    | 'submit'
    | 'withdraw'
    | 'delete'
    | 'undo'
    | `documents/${string}/remove`
    | `requests/${number}`,
): string {
  return `/api${applicationPath(locale, reference)}/${act}`;
}
