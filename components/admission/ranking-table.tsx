import { getTexts } from '@/components/texts/get-texts';
import { Table, type Column } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { RankingPreview, RankingRow } from '@/lib/admission/queries/ranking-preview';
import type { Locale } from '@/lib/kernel/locale';
import { wordReason } from './reason-words';
import styles from './admission.module.css';

/** Every place with its reasons in words, as it stands now or as it was locked. */
export function RankingTable(props: {
  locale: Locale;
  preview: RankingPreview;
  /** The reference of the application whose move is being written, if any. */
  moving: string | undefined;
}) {
  const { locale, preview, moving } = props;
  const t = getTexts(locale, 'admission');
  return (
    <Table
      locale={locale}
      caption={t('ranking.caption')}
      captionHidden
      rows={preview.rows}
      rowKey={({ reference }) => reference}
      selected={moving}
      columns={columnsOf(locale, preview)}
      empty={t('ranking.empty')}
    />
  );
}

function columnsOf(locale: Locale, preview: RankingPreview): Column<RankingRow>[] {
  const t = getTexts(locale, 'admission');
  const { cohort, locked, mayChange } = preview;
  const mayMove = mayChange && locked === null;
  return [
    {
      key: 'position',
      head: t('ranking.columns.position'),
      figures: true,
      cell: ({ position }) => position,
    },
    {
      key: 'name',
      head: t('ranking.columns.name'),
      rowHead: true,
      cell: ({ reference, name, override, positionByCriteria }) => (
        <>
          <a href={`/${locale}/staff/applications/${reference}`}>{name}</a>
          {override === null ? null : (
            <>
              <br />
              <Tag tone="warning">{t('ranking.movedFrom', { from: positionByCriteria })}</Tag>
            </>
          )}
        </>
      ),
    },
    {
      key: 'priority',
      head: t('ranking.columns.priority'),
      cell: ({ priorityClass }) => (
        <Tag tone={priorityClass === 1 ? 'accent' : 'neutral'}>{t(`class.${priorityClass}`)}</Tag>
      ),
    },
    {
      key: 'reasons',
      head: t('ranking.columns.reasons'),
      cell: ({ reasons }) => (
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason.kind}>{wordReason(reason, cohort.zone, locale)}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'outcome',
      head: t('ranking.columns.outcome'),
      cell: ({ withinCapacity, withdrawn }) =>
        withdrawn ? (
          <Tag>{t('ranking.withdrawn')}</Tag>
        ) : (
          <Tag tone={withinCapacity ? 'success' : 'neutral'}>
            {t(withinCapacity ? 'ranking.withinCapacity' : 'ranking.waiting')}
          </Tag>
        ),
    },
    ...(mayMove
      ? [
          {
            key: 'move',
            head: t('ranking.columns.move'),
            cell: ({ reference, name }: RankingRow) => (
              <a href={`?move=${reference}#move`}>
                {t.rich('ranking.moveName', {
                  name,
                  hidden: (text) => <span className="ds-sr-only">{text}</span>,
                })}
              </a>
            ),
          },
        ]
      : []),
  ];
}
