import { getTexts } from '@/components/texts/get-texts';
import type { Actor } from '@/lib/kernel/actor';
import type { Locale } from '@/lib/kernel/locale';
import { can, type Permission } from '@/lib/staff/rules/permissions';
import styles from './cohort-tabs.module.css';

const tabs = [
  { key: 'applications', path: '', permission: 'read-applications' },
  { key: 'ranking', path: '/ranking', permission: 'read-ranking' },
  { key: 'release', path: '/release', permission: 'read-ranking' },
  { key: 'enrollments', path: '/enrollments', permission: 'read-enrollments' },
] as const satisfies readonly { key: string; path: string; permission: Permission }[];

export type CohortTab = (typeof tabs)[number]['key'];

/** The first page of a cohort that the reader's roles open: finance has the enrollments alone. */
export function cohortHref(locale: Locale, actor: Actor, cohortId: string): string {
  const path = tabs.find(({ permission }) => can(actor, permission))?.path ?? '';
  return `/${locale}/staff/cohorts/${cohortId}${path}`;
}

/** The pages of one cohort that the reader's roles open. */
export function CohortTabs(props: {
  locale: Locale;
  actor: Actor;
  cohortId: string;
  current: CohortTab | null;
  /** Names the cohort where several stand on one page. */
  of?: string;
}) {
  const { locale, actor, cohortId, current, of: name } = props;
  const t = getTexts(locale, 'staff');
  return (
    <nav
      aria-label={name === undefined ? t('cohort.pages') : t('cohort.pagesOf', { name })}
      data-print="no"
    >
      <ul className={current === null ? styles.links : styles.tabs}>
        {tabs
          .filter(({ permission }) => can(actor, permission))
          .map(({ key, path }) => (
            <li key={key}>
              <a
                href={`/${locale}/staff/cohorts/${cohortId}${path}`}
                aria-current={key === current ? 'page' : undefined}
                className={current === null ? undefined : styles.tab}
              >
                {t(`cohort.tabs.${key}`)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
