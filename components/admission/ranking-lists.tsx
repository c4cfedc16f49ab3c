import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { Table } from '@/components/ui/table';
import type { RankingPreview } from '@/lib/admission/queries/ranking-preview';
import type { Locale } from '@/lib/kernel/locale';
import styles from './admission.module.css';

interface Props {
  locale: Locale;
  preview: RankingPreview;
}

/** What the order rests on, weightiest first, in words. */
export function Criteria({ locale, preview }: Props) {
  const t = getTexts(locale, 'admission');
  const { rankingCriteria } = preview.cohort;
  // Arrival decides last whether it is named or not.
  const criteria = [...rankingCriteria.filter((each) => each !== 'arrival'), 'arrival'] as const;
  return (
    <section aria-labelledby="criteria">
      <Heading level={2} size="sm" id="criteria">
        {t('criteria.heading')}
      </Heading>
      <ol>
        {criteria.map((criterion) => (
          <li key={criterion}>{t(`criteria.${criterion}`)}</li>
        ))}
      </ol>
    </section>
  );
}

/** Who waits for a conclusion: the way to each, since they hold up the lock. */
export function Unconcluded({
  locale,
  preview,
  mayConclude,
}: Props & {
  /** Others see who it is, and are asked for nothing. */
  mayConclude: boolean;
}) {
  const t = getTexts(locale, 'admission');
  const { unconcluded } = preview;
  if (unconcluded.length === 0) return null;
  return (
    <section aria-labelledby="unconcluded">
      <Heading level={2} size="sm" id="unconcluded">
        {t('unconcluded.heading', { count: unconcluded.length })}
      </Heading>
      <p>{t('unconcluded.text')}</p>
      <ul className={styles.people}>
        {unconcluded.map(({ reference, name, arrivalNumber }) => (
          <li key={reference}>
            <a href={`/${locale}/staff/applications/${reference}?list=state%3Dsubmitted`}>
              {mayConclude ? t('unconcluded.conclude', { name }) : name}
            </a>
            <br />
            <span className={styles.note}>
              {t('unconcluded.arrival', { number: arrivalNumber })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who gets a refusal, and why. */
export function NotQualified({
  locale,
  preview,
  isReleased,
}: Props & {
  /** Whether the answers have been sent. */
  isReleased: boolean;
}) {
  const t = getTexts(locale, 'admission');
  const { notQualified } = preview;
  if (notQualified.length === 0) return null;
  return (
    <section aria-labelledby="not-qualified">
      <Heading level={2} size="sm" id="not-qualified">
        {t('notQualified.heading', { count: notQualified.length })}
      </Heading>
      <p>{t(isReleased ? 'notQualified.textReleased' : 'notQualified.text')}</p>
      <Table
        locale={locale}
        caption={t('notQualified.caption')}
        captionHidden
        rows={notQualified}
        rowKey={({ reference }) => reference}
        empty=""
        columns={[
          {
            key: 'name',
            head: t('notQualified.name'),
            rowHead: true,
            cell: ({ reference, name }) => (
              <a href={`/${locale}/staff/applications/${reference}`}>{name}</a>
            ),
          },
          {
            key: 'reason',
            head: t('notQualified.reason'),
            cell: ({ reason }) => <div className={`${styles.wide} ${styles.words}`}>{reason}</div>,
          },
        ]}
      />
    </section>
  );
}
