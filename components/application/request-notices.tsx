import { getTexts } from '@/components/texts/get-texts';
import { ButtonLink } from '@/components/ui/button';
import { inWords } from '@/components/ui/date-with-days';
import { Notice } from '@/components/ui/notice';
import type { MyApplication } from '@/lib/application/queries/my-application';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { applicationPath } from './application-paths';
import styles from './case.module.css';

/** What we wait for from the applicant: on top of everything, in the colour of what needs an answer. */
export function RequestNotices({
  locale,
  application,
}: {
  locale: Locale;
  application: MyApplication;
}) {
  const t = getTexts(locale, 'requests');
  const { requests, reference, now, cohort } = application;
  const today = localDateOf(now, cohort.zone);
  return requests
    .filter(({ answerable }) => answerable)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number))
    .map(({ number, asks, question, dueOn, late, answer, documents }) => {
      const isBegun = answer !== null || documents.length > 0;
      const date = formatLongDate(dueOn, locale);
      return (
        <Notice key={number} kind="answer" locale={locale} heading={t(`notice.${asks}`)}>
          <p className={styles.asked}>{question}</p>
          <p>
            {late
              ? t('overdue', { date })
              : t('notice.due', { date, inWords: inWords(dueOn, today, locale) })}
          </p>
          {isBegun ? <p>{t('notice.begun')}</p> : null}
          <p>
            <ButtonLink href={applicationPath(locale, reference, `requests/${number}`)}>
              {t(`notice.act.${isBegun ? 'begun' : asks}`)}
            </ButtonLink>
          </p>
        </Notice>
      );
    });
}
