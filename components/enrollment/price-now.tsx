import { getTexts } from '@/components/texts/get-texts';
import { Price } from '@/components/ui/price';
import type { ShownPrice } from '@/lib/enrollment/rules/slip-text';
import type { Locale } from '@/lib/kernel/locale';
import { formatMoney } from '@/lib/kernel/money';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import styles from './price-now.module.css';

/** The price that applies now, and what it depends on: how many places at the early-bird price are left. */
export function PriceNow({
  shown,
  cohort,
  locale,
}: {
  shown: ShownPrice;
  cohort: CohortFacts;
  locale: Locale;
}) {
  const t = getTexts(locale, 'enrollment');
  const places = cohort.earlyBirdPlaces;
  const left = shown.earlyBirdPlacesLeft;
  const earlyBird = formatMoney(cohort.earlyBirdPrice, locale);
  const ordinary = formatMoney(cohort.ordinaryPrice, locale);
  return (
    <section className={styles.price} id="price" tabIndex={-1} aria-labelledby="price-label">
      <h2 className={styles.label} id="price-label">
        {t('price.label')}
      </h2>
      <p className={styles.figure}>
        <Price money={shown.price} locale={locale} />
      </p>
      {places === 0 ? null : (
        <>
          <p className={styles.left}>
            {left > 0
              ? t('price.left', { left, places })
              : t('price.noneLeft', { places, earlyBird })}
          </p>
          {left > 0 ? (
            <p className={styles.rule}>{t('price.earlyBird', { places, earlyBird, ordinary })}</p>
          ) : null}
        </>
      )}
    </section>
  );
}
