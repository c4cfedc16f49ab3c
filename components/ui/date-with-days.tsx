import type { Locale } from '@/lib/kernel/locale';
import { daysBetween, type LocalDate } from '@/lib/kernel/time';
import { formatLongDate } from '@/lib/kernel/dates';
import { getTexts } from '@/components/texts/get-texts';

/** A day both ways: «31. mai 2027, om 190 dager». `today` is the day in the cohort's zone. */
export function DateWithDays(props: { date: LocalDate; today: LocalDate; locale: Locale }) {
  const { date, today, locale } = props;
  return (
    <time dateTime={date}>
      {`${formatLongDate(date, locale)}, ${inWords(date, today, locale)}`}
    </time>
  );
}

/** «om 190 dager», «i morgen», «i dag», «i går», «for 3 dager siden». */
export function inWords(date: LocalDate, today: LocalDate, locale: Locale): string {
  const t = getTexts(locale, 'common');
  const days = daysBetween(today, date);
  if (days === 0) return t('today');
  if (days === 1) return t('tomorrow');
  if (days === -1) return t('yesterday');
  return days > 0 ? t('inDays', { days }) : t('daysAgo', { days: -days });
}
