import type { ReactNode } from 'react';
import styles from './page.module.css';

/**
 * The one column of an applicant's page, or with `wide` the full width of a staff page (16 px). `className` is the
 * page's own, for the distances between its parts.
 */
export function Page({
  children,
  wide,
  className,
}: {
  children: ReactNode;
  wide?: boolean;
  className?: string | undefined;
}) {
  const classes = [styles.page, wide ? styles.wide : undefined, className];
  return (
    <main
      id="content"
      tabIndex={-1}
      className={classes.filter(Boolean).join(' ')}
      data-density={wide ? 'staff' : undefined}
    >
      {children}
    </main>
  );
}
