import { getTexts } from '@/components/texts/get-texts';
import { HeadedSection } from '@/components/ui/headed-section';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import { formatInstant } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { wordEvent } from './word-event';
import styles from './application-history.module.css';

/** Everything that has happened with the case, the newest first: what, who, when and why. */
export function ApplicationHistory(props: { locale: Locale; application: StaffApplication }) {
  const { locale, application } = props;
  const { events, cohort, requests } = application;
  const t = getTexts(locale, 'staff');
  return (
    <HeadedSection id="history" size="sm" heading={t('history.heading')}>
      <ol className={styles.events} reversed>
        {events.toReversed().map((event, index) => (
          <li key={`${event.at.toISOString()} ${event.kind} ${index}`}>
            <p>{wordEvent(event, locale, requests)}</p>
            <p className={styles.by}>
              {event.bySystem ? t('history.system') : event.actor},{' '}
              <time dateTime={event.at.toISOString()}>
                {formatInstant(event.at, cohort.zone, locale)}
              </time>
            </p>
            {event.reason === null || event.reason === '' ? null : (
              <blockquote className={styles.reason}>{event.reason}</blockquote>
            )}
          </li>
        ))}
      </ol>
    </HeadedSection>
  );
}
