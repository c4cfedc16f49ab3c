import { getTexts } from '@/components/texts/get-texts';
import { Heading } from '@/components/ui/heading';
import { Table, type Column } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { OfferRow } from '@/lib/admission/queries/cohort-admission';
import type { ReleaseEntry, ReleasePreview } from '@/lib/admission/queries/release-preview';
import { formatInstant, formatShortDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import styles from './admission.module.css';
import { offerTone } from './offer-tones';
import { ReleaseLetter } from './release-letter';

interface Props {
  locale: Locale;
  preview: ReleasePreview;
  /** Every offer as it stands by the clock. */
  offers: readonly OfferRow[];
}

/** Who got what, whether the letter has gone, and how each offer stands now. */
export function ReleaseOutcome({ locale, preview, offers }: Props) {
  const t = getTexts(locale, 'admission');
  const standing = new Map(offers.map((offer) => [offer.reference, offer]));
  const { cohort } = preview;
  const name: Column<ReleaseEntry> = {
    key: 'name',
    head: t('release.columns.name'),
    rowHead: true,
    cell: ({ reference, name: called, withdrawn }) => (
      <>
        <a href={`/${locale}/staff/applications/${reference}`}>{called}</a>
        {withdrawn ? (
          <>
            {' '}
            <Tag>{t('ranking.withdrawn')}</Tag>
          </>
        ) : null}
      </>
    ),
  };
  const letter: Column<ReleaseEntry> = {
    key: 'letter',
    head: t('release.columns.letter'),
    cell: (entry) => (
      <div className={styles.wide}>
        {wordSending(entry, cohort.zone, locale)}
        <ReleaseLetter locale={locale} name={entry.name} letter={entry.letter} />
      </div>
    ),
  };
  return (
    <>
      <section aria-labelledby="offers">
        <Heading level={2} size="sm" id="offers">
          {t('release.offers', { count: preview.offers.length })}
        </Heading>
        <Table
          locale={locale}
          caption={t('release.offersCaption')}
          captionHidden
          rows={preview.offers}
          rowKey={({ reference }) => reference}
          empty={t('release.emptyOffers')}
          columns={[
            {
              key: 'position',
              head: t('release.columns.position'),
              figures: true,
              cell: ({ position }) => position,
            },
            name,
            {
              key: 'standing',
              head: t('release.columns.standing'),
              cell: ({ reference }) => {
                const offer = standing.get(reference);
                if (offer === undefined) return null;
                return <Tag tone={offerTone[offer.standing]}>{t(`offer.${offer.standing}`)}</Tag>;
              },
            },
            {
              key: 'respondBy',
              head: t('release.columns.respondBy'),
              cell: ({ reference }) => {
                const offer = standing.get(reference);
                return offer === undefined ? null : formatShortDate(offer.respondBy, locale);
              },
            },
            {
              key: 'answered',
              head: t('release.columns.answered'),
              cell: ({ reference }) => {
                const at = standing.get(reference)?.answeredAt ?? null;
                return at === null ? null : formatInstant(at, cohort.zone, locale);
              },
            },
            letter,
          ]}
        />
      </section>
      <section aria-labelledby="waiting-list">
        <Heading level={2} size="sm" id="waiting-list">
          {t('release.waitingList', {
            count: preview.waitingList.filter(({ withdrawn }) => !withdrawn).length,
          })}
        </Heading>
        <Table
          locale={locale}
          caption={t('release.waitingCaption')}
          captionHidden
          rows={preview.waitingList}
          rowKey={({ reference }) => reference}
          empty={t('release.emptyWaiting')}
          columns={[
            {
              key: 'number',
              head: t('release.columns.number'),
              figures: true,
              cell: ({ numberNow }) => numberNow,
            },
            {
              key: 'told',
              head: t('release.columns.toldNumber'),
              figures: true,
              cell: ({ number }) => number,
            },
            name,
            letter,
          ]}
        />
      </section>
      <section aria-labelledby="refusals">
        <Heading level={2} size="sm" id="refusals">
          {t('release.refusals', { count: preview.refusals.length })}
        </Heading>
        <Table
          locale={locale}
          caption={t('release.refusalsCaption')}
          captionHidden
          rows={preview.refusals}
          rowKey={({ reference }) => reference}
          empty={t('release.emptyRefusals')}
          columns={[
            name,
            {
              key: 'reason',
              head: t('release.columns.reason'),
              cell: ({ reason }) => (
                <div className={`${styles.wide} ${styles.words}`}>{reason}</div>
              ),
            },
            letter,
          ]}
        />
      </section>
    </>
  );
}

function wordSending({ letter }: ReleaseEntry, zone: string, locale: Locale): string {
  const t = getTexts(locale, 'admission');
  const { sending } = letter;
  if (sending === null) return '';
  if (sending.sentAt !== null) {
    return t('letter.sent', { when: formatInstant(sending.sentAt, zone, locale) });
  }
  return sending.attempts === 0
    ? t('letter.queued')
    : t('letter.retrying', { attempts: sending.attempts });
}
