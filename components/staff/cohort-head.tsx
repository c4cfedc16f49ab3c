import { getTexts } from '@/components/texts/get-texts';
import { Breadcrumb, type Crumb } from '@/components/ui/breadcrumb';
import { CountOf } from '@/components/ui/count-of';
import { inWords } from '@/components/ui/date-with-days';
import { Heading } from '@/components/ui/heading';
import { Tag } from '@/components/ui/tag';
import type { Actor } from '@/lib/kernel/actor';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf, type Instant, type LocalDate } from '@/lib/kernel/time';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { cohortTone } from './tones';
import { cohortHref, CohortTabs, type CohortTab } from './cohort-tabs';
import styles from './cohort-head.module.css';

/** «BET-Recoveryutdanningen 2027–2028»: what staff call a cohort. */
export function cohortName(cohort: CohortFacts, locale: Locale): string {
  return `${cohort.programme.name[locale]} ${cohort.name}`;
}

/** «Rangering, Tromsø 2027»: the title of one of a cohort's pages. */
export function cohortPageTitle(title: string, cohort: CohortFacts, locale: Locale): string {
  return getTexts(locale, 'staff')('cohort.pageTitle', { page: title, cohort: cohort.name });
}

/** The top of every page of one cohort: where one is, how it stands, by when, and its other pages. */
export function CohortHead(props: {
  locale: Locale;
  actor: Actor;
  cohort: CohortFacts;
  now: Instant;
  current: CohortTab;
  /** The words of the page's heading. */
  title: string;
}) {
  const { locale, actor, cohort, now, current, title } = props;
  const t = getTexts(locale, 'staff');
  const today = localDateOf(now, cohort.zone);
  const crumbs: Crumb[] = [
    { label: t('title'), href: `/${locale}/staff` },
    { label: cohortName(cohort, locale), href: cohortHref(locale, actor, cohort.id) },
    { label: title },
  ];
  return (
    <>
      <Breadcrumb label={t('breadcrumb')} crumbs={crumbs} />
      <Heading level={1} size="lg">
        {title}
      </Heading>
      <p className={styles.facts}>
        <span>{cohortName(cohort, locale)}</span>
        <Tag tone={cohortTone[cohort.state]}>{t(`cohort.state.${cohort.state}`)}</Tag>
        <CountOf
          count={cohort.placesTaken}
          total={cohort.capacity}
          unit={t('cohort.places')}
          locale={locale}
        />
        <Deadline
          label={t('cohort.applicationDeadline')}
          date={cohort.applicationDeadline}
          today={today}
          locale={locale}
        />
        <Deadline
          label={t('cohort.respondBy')}
          date={cohort.respondBy}
          today={today}
          locale={locale}
        />
      </p>
      <CohortTabs locale={locale} actor={actor} cohortId={cohort.id} current={current} />
    </>
  );
}

function Deadline(props: { label: string; date: LocalDate; today: LocalDate; locale: Locale }) {
  const { label, date, today, locale } = props;
  return (
    <span>
      {label}{' '}
      <time dateTime={date}>
        {formatLongDate(date, locale)}, {inWords(date, today, locale)}
      </time>
    </span>
  );
}
