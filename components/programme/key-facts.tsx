import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import { DateWithDays } from '@/components/ui/date-with-days';
import { formatLongDate, formatWeekdayDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { formatMoney } from '@/lib/kernel/money';
import type { LocalDate } from '@/lib/kernel/time';
import type { CohortOnPage } from '@/lib/programme/queries/programme-page';
import { firstDay } from '@/lib/programme/rules/cohort-facts';
import { canStillEnroll } from '@/lib/programme/rules/cohort-states';
import styles from './key-facts.module.css';

/** What one must know to decide whether to read on: by when, how many, how much, when and where. */
export function KeyFacts({
  cohort,
  today,
  locale,
}: {
  cohort: CohortOnPage;
  today: LocalDate;
  locale: Locale;
}) {
  const t = getTexts(locale, 'programme');
  const { facts } = cohort;
  const start = firstDay(facts);
  const earlyBird = formatMoney(facts.earlyBirdPrice, locale);
  return (
    <section aria-label={t('keyFacts.label')}>
      <dl className={styles.facts}>
        {cohort.window === 'coming' ? (
          <Fact term={t('keyFacts.opens')}>
            <DateWithDays date={facts.opensOn} today={today} locale={locale} />
          </Fact>
        ) : null}
        <Fact
          term={t('keyFacts.deadline')}
          note={cohort.window === 'closed' ? null : t('keyFacts.deadlineNote')}
        >
          {cohort.window === 'closed' ? (
            formatLongDate(facts.applicationDeadline, locale)
          ) : (
            <DateWithDays date={facts.applicationDeadline} today={today} locale={locale} />
          )}
        </Fact>
        {start === null ? null : (
          <Fact term={t('keyFacts.start')} note={facts.place.name[locale]}>
            {formatWeekdayDate(start, locale)}
          </Fact>
        )}
        <Fact
          term={t('keyFacts.places')}
          note={
            facts.placesTaken === 0 || !canStillEnroll[facts.state]
              ? null
              : t('keyFacts.placesTaken', { taken: facts.placesTaken, total: facts.capacity })
          }
        >
          {t('keyFacts.placesUpTo', { count: facts.capacity })}
        </Fact>
        <Fact
          term={t('keyFacts.price')}
          note={
            facts.earlyBirdPlaces === 0 || !canStillEnroll[facts.state]
              ? null
              : t('price.leftOf', {
                  left: facts.earlyBirdPlacesLeft,
                  total: facts.earlyBirdPlaces,
                  earlyBird,
                })
          }
        >
          {formatMoney(facts.ordinaryPrice, locale)}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ term, note, children }: { term: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
      {note ? <dd className={styles.note}>{note}</dd> : null}
    </div>
  );
}
