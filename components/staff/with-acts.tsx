import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import type { Locale } from '@/lib/kernel/locale';
import styles from './with-acts.module.css';

/** What there is to read, with the things to do beside it; below it where there is no room. */
export function WithActs(props: { locale: Locale; children: ReactNode; acts: ReactNode }) {
  const { locale, children, acts } = props;
  return (
    <div className={styles.frame}>
      {acts === null ? null : (
        <a href="#acts" className={styles.jump}>
          {getTexts(locale, 'staff')('toActs')}
        </a>
      )}
      <div className={styles.read} data-flow>
        {children}
      </div>
      {acts === null ? null : (
        <div className={styles.acts} id="acts" data-flow>
          {acts}
        </div>
      )}
    </div>
  );
}
