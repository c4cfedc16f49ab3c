import type { ReactNode } from 'react';
import { drawing } from './drawing';
import styles from './back-link.module.css';

const arrow = drawing('<path d="M10 3 5 8l5 5"></path>');

/** One step back, above the heading. The words say where to. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className={styles.back} data-print="no">
      <a href={href}>
        <svg
          aria-hidden="true"
          className={styles.arrow}
          viewBox="0 0 16 16"
          dangerouslySetInnerHTML={arrow}
        />
        {children}
      </a>
    </p>
  );
}
