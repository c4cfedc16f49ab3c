import type { ReactNode } from 'react';
import type { Locale } from '@/lib/kernel/locale';
import { ErrorMessage } from './field-frame';
import styles from './field.module.css';

export interface CheckboxProps {
  id: string;
  name: string;
  locale: Locale;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** What is sent when it is ticked. */
  value?: string;
  /** `bindFields` gives what was typed: ticked when it equals `value`. Never tick for the reader. */
  defaultValue?: string | undefined;
}

/** One confirmation. */
export function Checkbox(props: CheckboxProps) {
  const { id, name, locale, label, hint, error, value = 'yes', defaultValue } = props;
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return (
    <div className={styles.group} data-invalid={error ? 'true' : undefined}>
      <ErrorMessage id={id} locale={locale}>
        {error}
      </ErrorMessage>
      <div className={`ds-field ${styles.option}`}>
        <input
          className="ds-input"
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={defaultValue === value}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        />
        <label className="ds-label" htmlFor={id}>
          {label}
        </label>
        {hint ? (
          <div data-field="description" id={`${id}-hint`}>
            {hint}
          </div>
        ) : null}
      </div>
    </div>
  );
}
