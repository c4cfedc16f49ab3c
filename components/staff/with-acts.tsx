import type { ReactNode } from 'react';
import styles from './with-acts.module.css';

/** What there is to read, with the things to do beside it; below it where there is no room. */
export function WithActs({ children, acts }: { children: ReactNode; acts: ReactNode }) {
  return (
    <div className={styles.frame}>
      <div className={styles.read} data-flow>
        {children}
      </div>
      {acts === null ? null : (
        <div className={styles.acts} data-flow>
          {acts}
        </div>
      )}
    </div>
  );
}
