import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { formatTimeSpan, formatWeekdayDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { teachingMinutes } from '@/lib/programme/rules/cohort-facts';
import styles from './gatherings.module.css';

/** Every gathering with its days and hours, and the file for one's own calendar. */
export function Gatherings({ facts, locale }: { facts: CohortFacts; locale: Locale }) {
  const t = getTexts(locale, 'programme');
  const days = facts.gatherings.flatMap((gathering) => gathering.sessions);
  if (days.length === 0) return <p>{t('gatherings.none')}</p>;
  return (
    <>
      <p>
        {t('gatherings.intro', {
          gatherings: facts.gatherings.length,
          days: days.length,
          time: hoursAndMinutes(teachingMinutes(facts), locale),
        })}
      </p>
      <ol className={styles.gatherings}>
        {facts.gatherings.map((gathering) => (
          <li key={gathering.number} className={styles.gathering}>
            <Heading level={3}>{t('gatherings.name', { number: gathering.number })}</Heading>
            <ul className={styles.days}>
              {gathering.sessions.map((session) => (
                <li key={session.date} className={styles.day}>
                  <time dateTime={session.date}>{formatWeekdayDate(session.date, locale)}</time>
                  <span className={styles.hours}>
                    {formatTimeSpan(session.startsAt, session.endsAt, locale)}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p>
        <a
          href={`/${locale}/programmes/${facts.programme.slug}/${facts.slug}/calendar.ics`}
          data-print="no"
        >
          {t('gatherings.download')}
        </a>
      </p>
    </>
  );
}

/** «66 timer og 24 minutter»; no minutes when there are none. */
export function hoursAndMinutes(minutes: number, locale: Locale): string {
  return getTexts(locale, 'programme')('hoursAndMinutes', {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  });
}
