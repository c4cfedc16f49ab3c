import { Way } from '@/components/frame/way';
import { getTexts } from '@/components/texts/get-texts';
import { CountOf } from '@/components/ui/count-of';
import { DateWithDays } from '@/components/ui/date-with-days';
import { Heading } from '@/components/ui/heading';
import { Tag } from '@/components/ui/tag';
import type { CohortAdmission } from '@/lib/admission/queries/cohort-admission';
import type { Actor } from '@/lib/kernel/actor';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf, type Instant, type LocalDate } from '@/lib/kernel/time';
import { firstDay } from '@/lib/programme/rules/cohort-facts';
import { cohortName } from './cohort-head';
import styles from './cohort-overview.module.css';
import { cohortStations } from './cohort-stations';
import { cohortHref, CohortTabs } from './cohort-tabs';
import { cohortTasks } from './cohort-tasks';
import { cohortTone } from './tones';

/** One cohort on the staff's front page: how it stands, how far its applicants have come, what to do now. */
export function CohortOverview(props: {
  locale: Locale;
  actor: Actor;
  admission: CohortAdmission;
  now: Instant;
}) {
  const { locale, actor, admission, now } = props;
  const { cohort } = admission;
  const t = getTexts(locale, 'staff');
  const name = cohortName(cohort, locale);
  const tasks = cohortTasks(admission, actor, now, locale);
  return (
    <section aria-labelledby={`cohort-${cohort.id}`} className={styles.cohort}>
      <div className={styles.head}>
        <Heading level={3} size="sm" id={`cohort-${cohort.id}`}>
          <a href={cohortHref(locale, actor, cohort.id)}>{name}</a>
        </Heading>
        <Tag tone={cohortTone[cohort.state]}>{t(`cohort.state.${cohort.state}`)}</Tag>
      </div>
      <div className={styles.body}>
        <div className={styles.read}>
          <Way
            locale={locale}
            label={`${t('cohorts.way')}: ${name}`}
            stations={cohortStations(admission, now, locale)}
          />
          <Facts locale={locale} admission={admission} now={now} />
          <CohortTabs locale={locale} actor={actor} cohortId={cohort.id} current={null} of={name} />
        </div>
        <div className={styles.tasks}>
          <Heading level={4}>{t('cohorts.todo')}</Heading>
          {tasks.length === 0 ? <p>{t('cohorts.tasks.none')}</p> : null}
          <ul className={styles.list}>
            {tasks.map(({ words, href }) => (
              <li key={words}>{href === null ? words : <a href={href}>{words}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

function Facts(props: { locale: Locale; admission: CohortAdmission; now: Instant }) {
  const { locale, admission, now } = props;
  const { cohort } = admission;
  const t = getTexts(locale, 'staff');
  const today = localDateOf(now, cohort.zone);
  const start = firstDay(cohort);
  const dates: (readonly [string, LocalDate])[] = [
    ...(today < cohort.opensOn ? [[t('cohorts.opensOn'), cohort.opensOn] as const] : []),
    [t('cohorts.applicationDeadline'), cohort.applicationDeadline],
    [t('cohorts.respondBy'), cohort.respondBy],
    [t('cohorts.decisionDate'), cohort.decisionDate],
    ...(start === null ? [] : [[t('cohorts.start'), start] as const]),
  ];
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('cohorts.places')}</dt>
        <dd>
          <CountOf
            count={cohort.placesTaken}
            total={cohort.capacity}
            unit={t('cohorts.placesTaken')}
            locale={locale}
          />
        </dd>
      </div>
      {dates.map(([term, date]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <DateWithDays date={date} today={today} locale={locale} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
