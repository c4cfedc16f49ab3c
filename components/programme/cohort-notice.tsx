import { getTexts } from '@/components/texts/get-texts';
import { inWords } from '@/components/ui/date-with-days';
import { writeTo } from '@/components/ui/mail-address';
import { Notice } from '@/components/ui/notice';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { CohortOnPage, ProgrammePage } from '@/lib/programme/queries/programme-page';

/** Says that a cohort takes no applications, why, and where to go instead. Nothing for an open one. */
export function CohortNotice({ page, locale }: { page: ProgrammePage; locale: Locale }) {
  const t = getTexts(locale, 'programme');
  const { cohort, today } = page;
  if (cohort === null) {
    return (
      <Notice kind="info" locale={locale}>
        <p>{t('apply.none')}</p>
      </Notice>
    );
  }
  const { facts, window } = cohort;
  const words = (date: typeof today) => ({
    date: formatLongDate(date, locale),
    inWords: inWords(date, today, locale),
  });
  if (window === 'open') return null;
  if (window === 'coming') {
    return (
      <Notice kind="info" locale={locale} heading={t('planned.heading', words(facts.opensOn))}>
        <p>{t('planned.text', { deadline: formatLongDate(facts.applicationDeadline, locale) })}</p>
      </Notice>
    );
  }
  return (
    <Notice
      kind="info"
      locale={locale}
      heading={t('closed.heading', {
        cohort: facts.name,
        date: formatLongDate(facts.applicationDeadline, locale),
      })}
    >
      <p>{stateWords(cohort, locale)}</p>
      {page.next === null ? (
        <p>{t.rich('closed.noNext', writeTo(page.programme.mailbox))}</p>
      ) : (
        <p>
          {page.next.window === 'open'
            ? t('closed.nextOpen', {
                cohort: page.next.facts.name,
                ...words(page.next.facts.applicationDeadline),
              })
            : t('closed.nextComing', {
                cohort: page.next.facts.name,
                ...words(page.next.facts.opensOn),
              })}{' '}
          <a href={cohortPath(page.next, locale)}>
            {t('closed.nextLink', { cohort: page.next.facts.name })}
          </a>
        </p>
      )}
    </Notice>
  );
}

/** The address of a cohort's own page. */
export function cohortPath({ facts }: CohortOnPage, locale: Locale): string {
  return `/${locale}/programmes/${facts.programme.slug}/${facts.slug}`;
}

function stateWords({ facts, isFull }: CohortOnPage, locale: Locale): string {
  const t = getTexts(locale, 'programme');
  switch (facts.state) {
    case 'completed':
    case 'running':
    case 'cancelled':
      return t(`closed.${facts.state}`);
    case 'admitting':
      return isFull
        ? `${t('closed.full', { total: facts.capacity })} ${t('closed.admitting')}`
        : t('closed.admitting');
    case 'planned':
    case 'open':
    case 'assessing':
      return t('closed.assessing');
  }
}
