import type { ReactNode } from 'react';
import type { Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import styles from './notice.module.css';

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger' | 'answer';

/**
 * Something to know before going on. The kind is said in a word above the text, never by colour
 * alone. `answer` (cloudberry) is for what waits for the reader's answer, and for nothing else.
 */
export function Notice({
  kind,
  locale,
  heading,
  children,
  live = false,
}: {
  kind: NoticeKind;
  locale: Locale;
  heading?: ReactNode;
  children?: ReactNode;
  /**
   * For the outcome of what was just done. Takes the focus when the page opens, with JavaScript or
   * without, and so is read out: a live region that was there from the start is not. One a page.
   */
  live?: boolean;
}) {
  const word = getTexts(locale, 'common')(`notice.${kind}`);
  const color = kind === 'answer' ? 'cloudberry' : kind;
  return (
    <div
      className={styles.notice}
      data-color={color}
      {...(live ? { role: 'status', tabIndex: -1, autoFocus: true } : {})}
    >
      <p className={styles.kind}>{word}</p>
      {heading ? <h2 className={`ds-heading ${styles.heading}`}>{heading}</h2> : null}
      {children ? <div className={styles.body}>{children}</div> : null}
    </div>
  );
}
