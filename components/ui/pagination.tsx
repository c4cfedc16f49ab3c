import type { Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import styles from './pagination.module.css';

/** Previous and next, for lists that are paged by key; `shown` says how much of the whole is here. */
export function Pagination({
  locale,
  previousHref,
  nextHref,
  shown,
}: {
  locale: Locale;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  shown?: { from: number; to: number; total: number };
}) {
  const t = getTexts(locale, 'common');
  if (previousHref === undefined && nextHref === undefined && shown === undefined) return null;
  return (
    <nav aria-label={t('pagination.label')} className={styles.pagination} data-print="no">
      {shown === undefined ? null : <p>{t('pagination.shown', shown)}</p>}
      {previousHref === undefined ? null : (
        <a href={previousHref} rel="prev">
          {t('pagination.previous')}
        </a>
      )}
      {nextHref === undefined ? null : (
        <a href={nextHref} rel="next">
          {t('pagination.next')}
        </a>
      )}
    </nav>
  );
}
