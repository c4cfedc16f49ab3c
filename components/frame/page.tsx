import type { ReactNode } from 'react';
import styles from './page.module.css';

/** The one column of an applicant's page, or with `wide` the full width of a staff page (16 px). */
export function Page({ children, wide }: { children: ReactNode; wide?: boolean }) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className={wide ? `${styles.page} ${styles.wide}` : styles.page}
      data-density={wide ? 'staff' : undefined}
    >
      {children}
    </main>
  );
}
