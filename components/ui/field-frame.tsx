import type { ReactNode } from 'react';
import type { Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import styles from './field.module.css';

/** The words round a field. `optional` puts "(valgfritt)" after the label. */
export interface FieldWords {
  id: string;
  locale: Locale;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
}

/** The `aria-*` of a field whose hint and error have ids made from its own. */
export function describedBy({ id, hint, error }: FieldWords): {
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
} {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    ...(ids === '' ? {} : { 'aria-describedby': ids }),
    ...(error ? { 'aria-invalid': 'true' as const } : {}),
  };
}

export function OptionalMark({ locale }: { locale: Locale }) {
  return <span className={styles.optional}>{` (${getTexts(locale, 'common')('optional')})`}</span>;
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div data-field="description" className={styles.hint} id={`${id}-hint`}>
      {children}
    </div>
  );
}

export function ErrorMessage({
  id,
  locale,
  children,
}: {
  id: string;
  locale: Locale;
  children: ReactNode;
}) {
  if (!children) return null;
  return (
    <p className="ds-validation-message" data-field="validation" id={`${id}-error`}>
      <span className="ds-sr-only">{`${getTexts(locale, 'common')('errorPrefix')} `}</span>
      {children}
    </p>
  );
}

/** Label, hint and error round one control; the error stands above it, nearest the label. */
export function FieldFrame({ children, ...words }: FieldWords & { children: ReactNode }) {
  const { id, locale, label, hint, error, optional } = words;
  return (
    <div className={`ds-field ${styles.field}`} data-invalid={error ? 'true' : undefined}>
      <label className="ds-label" htmlFor={id}>
        {label}
        {optional ? <OptionalMark locale={locale} /> : null}
      </label>
      <Hint id={id}>{hint}</Hint>
      <ErrorMessage id={id} locale={locale}>
        {error}
      </ErrorMessage>
      {children}
    </div>
  );
}
