import type { ReactNode } from 'react';
import { formReader } from './form-reader';
import styles from './form.module.css';

export interface FormProps {
  action: string;
  /** GET only for searching and filtering: it changes nothing. */
  method?: 'post' | 'get';
  hidden?: Readonly<Record<string, string | undefined>>;
  multipart?: boolean;
  children: ReactNode;
  id?: string;
  /** Names the form for those who cannot see where it stands. */
  label?: string;
  /** What a script of the page finds the form by. */
  data?: Readonly<Record<`data-${string}`, string>>;
}

/** A plain form. The browser checks nothing: one place gives all messages, in the reader's words. */
export function Form({
  action,
  method = 'post',
  hidden = {},
  multipart,
  children,
  data,
  ...rest
}: FormProps) {
  const sent = method === 'post' ? { ...hidden, _for: formReader() } : hidden;
  return (
    <form
      className={styles.form}
      data-flow=""
      action={action}
      method={method}
      encType={multipart ? 'multipart/form-data' : undefined}
      noValidate
      id={rest.id}
      aria-label={rest.label}
      {...data}
    >
      {Object.entries(sent).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
    </form>
  );
}

/** The buttons of a form, the primary one first and left. */
export function FormFooter({ children }: { children: ReactNode }) {
  return <div className={styles.footer}>{children}</div>;
}
