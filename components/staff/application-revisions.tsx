import { getTexts } from '@/components/texts/get-texts';
import { Details } from '@/components/ui/details';
import { HeadedSection } from '@/components/ui/headed-section';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import { formatInstant } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { changedLines } from '@/components/application/compare-lines';
import { answerLines } from './answer-lines';
import styles from './application-revisions.module.css';

/** What the applicant has changed since it was sent, edit by edit, with the words before and after. */
export function ApplicationRevisions(props: { locale: Locale; application: StaffApplication }) {
  const { locale, application } = props;
  const { revisions, cohort } = application;
  const t = getTexts(locale, 'staff');
  const edits = changesOf(application, locale);
  return (
    <HeadedSection id="revisions" size="sm" heading={t('revisions.heading')}>
      {revisions.length <= 1 ? <p>{t('revisions.none')}</p> : null}
      {edits.map(({ number, at, changes }) => (
        <Details
          key={number}
          summary={t('revisions.summary', {
            number,
            when: formatInstant(at, cohort.zone, locale),
            count: changes.length,
          })}
        >
          {changes.length === 0 ? <p>{t('revisions.same')}</p> : null}
          <dl className={styles.changes}>
            {changes.map(({ key, term, before, after }) => (
              <div key={key}>
                <dt>{term}</dt>
                <dd>
                  <span className={styles.when}>{t('revisions.before')}</span>{' '}
                  <del>{before === '' ? t('revisions.empty') : before}</del>
                </dd>
                <dd>
                  <span className={styles.when}>{t('revisions.after')}</span>{' '}
                  <ins>{after === '' ? t('revisions.empty') : after}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </Details>
      ))}
    </HeadedSection>
  );
}

function changesOf({ revisions, cohort }: StaffApplication, locale: Locale) {
  const lines = revisions.map(({ answers }) =>
    answerLines(answers, cohort.programme.categories, locale).map(
      ({ section, key, term, value }) => ({ key: `${section}.${key}`, term, value }),
    ),
  );
  return revisions
    .map(({ number, at }, index) => ({
      number,
      at,
      changes: changedLines(lines[index - 1] ?? [], lines[index] ?? []),
    }))
    .slice(1)
    .toReversed();
}
