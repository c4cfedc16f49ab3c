import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import { CountOf } from '@/components/ui/count-of';
import { Price } from '@/components/ui/price';
import type { CohortEnrollments } from '@/lib/enrollment/queries/cohort-enrollments';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import styles from './enrollment-figures.module.css';

/** Where the cohort stands: each count with its whole. */
export function EnrollmentFigures({
  locale,
  enrollments,
}: {
  locale: Locale;
  enrollments: CohortEnrollments;
}) {
  const t = getTexts(locale, 'enrollment');
  const { cohort, totals, openOffers } = enrollments;
  const figures: readonly (readonly [string, ReactNode])[] = [
    [
      t('staff.enrolled'),
      <CountOf
        key="enrolled"
        count={totals.count}
        total={cohort.capacity}
        unit={t('staff.places')}
        locale={locale}
      />,
    ],
    [
      t('staff.earlyBird'),
      <CountOf
        key="early"
        count={totals.earlyBird}
        total={cohort.earlyBirdPlaces}
        locale={locale}
      />,
    ],
    [t('staff.open'), openOffers],
    [t('staff.fees'), <Price key="fees" money={totals.fees} locale={locale} />],
    [
      t('staff.minimum'),
      t('staff.minimumValue', {
        minimum: cohort.minimumParticipants,
        date: formatLongDate(cohort.decisionDate, locale),
      }),
    ],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
