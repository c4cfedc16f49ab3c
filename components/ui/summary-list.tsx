import type { ReactNode } from 'react';
import type { Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import styles from './summary-list.module.css';

export interface SummaryRow {
  key: string;
  term: string;
  /** Empty shows «Ikke besvart». */
  value: ReactNode;
  changeHref?: string | undefined;
}

/** Answers, each with its question and «Endre» (whose whole name is «Endre telefon»). */
export function SummaryList({ locale, rows }: { locale: Locale; rows: readonly SummaryRow[] }) {
  const t = getTexts(locale, 'common');
  return (
    <dl className={styles.list}>
      {rows.map((row) => (
        <div className={styles.row} key={row.key}>
          <dt className={styles.term}>{row.term}</dt>
          <dd className={styles.value}>
            {isEmpty(row.value) ? (
              <span className={styles.none}>{t('notAnswered')}</span>
            ) : (
              row.value
            )}
          </dd>
          {row.changeHref === undefined ? null : (
            <dd className={styles.change}>
              <a href={row.changeHref}>
                {t.rich('changeWhat', {
                  what: row.term,
                  hidden: (text) => <span className="ds-sr-only">{text}</span>,
                })}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function isEmpty(value: ReactNode): boolean {
  return value === null || value === undefined || value === '' || value === false;
}
