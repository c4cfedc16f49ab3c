import { getTexts } from '@/components/texts/get-texts';
import { Table, type Column } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { OfferRow } from '@/lib/admission/queries/cohort-admission';
import type { RankingPreview, RankingRow } from '@/lib/admission/queries/ranking-preview';
import type { Locale } from '@/lib/kernel/locale';
import { offerTone } from './offer-tones';
import { wordReason } from './reason-words';
import styles from './admission.module.css';

/** Every place with its reasons in words, as it stands now or as it was locked. */
export function RankingTable(props: {
  locale: Locale;
  preview: RankingPreview;
  /** The reference of the application whose move is being written, if any. */
  moving: string | undefined;
  /** Every offer as it stands by the clock; null before the release. */
  offers: readonly OfferRow[] | null;
}) {
  const { locale, preview, moving, offers } = props;
  const t = getTexts(locale, 'admission');
  return (
    <Table
      locale={locale}
      caption={t('ranking.caption')}
      captionHidden
      rows={preview.rows}
      rowKey={({ reference }) => reference}
      selected={moving}
      columns={columnsOf(locale, preview, offers)}
      empty={t('ranking.empty')}
    />
  );
}

function columnsOf(
  locale: Locale,
  preview: RankingPreview,
  offers: readonly OfferRow[] | null,
): Column<RankingRow>[] {
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
    offers === null ? expected(locale) : answer(locale, offers),
    ...(mayMove
      ? [
          {
            key: 'move',
            head: t('ranking.columns.move'),
            saysItself: true,
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

/** What a release now would give. */
function expected(locale: Locale): Column<RankingRow> {
  const t = getTexts(locale, 'admission');
  return {
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
  };
}

/** What the release gave, and what has become of it. */
function answer(locale: Locale, offers: readonly OfferRow[]): Column<RankingRow> {
  const t = getTexts(locale, 'admission');
  const standings = new Map(offers.map(({ reference, standing }) => [reference, standing]));
  return {
    key: 'answer',
    head: t('ranking.columns.answer'),
    cell: ({ reference, withdrawn }) => {
      const standing = standings.get(reference);
      if (standing !== undefined) {
        return <Tag tone={offerTone[standing]}>{t(`offer.${standing}`)}</Tag>;
      }
      return <Tag>{t(withdrawn ? 'ranking.withdrawn' : 'ranking.waiting')}</Tag>;
    },
  };
}
