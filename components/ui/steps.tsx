import type { Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import { Way, type Station } from '@/components/frame/way';
import { Details } from './details';
import styles from './steps.module.css';

/** Where the reader is in a dialogue of many pages: one line of words, the whole way on request. */
export function Steps({
  locale,
  label,
  stations,
}: {
  locale: Locale;
  label: string;
  stations: readonly Station[];
}) {
  const t = getTexts(locale, 'common');
  const current = stations.findIndex(({ state }) => state === 'current');
  return (
    <div className={styles.steps} data-print="no">
      {current < 0 ? null : (
        <p className={styles.where}>{t('stepOf', { step: current + 1, total: stations.length })}</p>
      )}
      <Details summary={t('allSteps')}>
        <Way locale={locale} label={label} stations={stations} direction="down" />
      </Details>
    </div>
  );
}
