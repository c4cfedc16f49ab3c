import { getTexts } from '@/components/texts/get-texts';
import { HeadedSection } from '@/components/ui/headed-section';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import { canBeOpened } from '@/lib/application/rules/document-scan';
import { formatNumber, formatShortDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';

/** What is attached. Those who may read documents can save each. */
export function ApplicationDocuments(props: { locale: Locale; application: StaffApplication }) {
  const { locale, application } = props;
  const { documents, infected, permissions, cohort } = application;
  const t = getTexts(locale, 'staff');
  const ofScan = getTexts(locale, 'documents');
  return (
    <HeadedSection
      id="documents"
      size="sm"
      heading={t('documents.heading', { count: documents.length })}
    >
      {permissions.readDocuments || documents.length === 0 ? null : (
        <p>{t('documents.notYours')}</p>
      )}
      <Table
        locale={locale}
        caption={t('documents.caption')}
        captionHidden
        rows={documents}
        rowKey={({ id }) => id}
        empty={t('documents.empty')}
        columns={[
          {
            key: 'filename',
            head: t('documents.filename'),
            rowHead: true,
            cell: ({ id, filename, scan }) =>
              permissions.readDocuments && canBeOpened[scan] ? (
                <a href={`/api/documents/${id}`} download>
                  <bdi>{filename}</bdi>
                </a>
              ) : (
                <>
                  <bdi>{filename}</bdi>
                  {canBeOpened[scan] ? null : (
                    <>
                      {' '}
                      <Tag tone="warning">{ofScan('staff.scanning')}</Tag>
                    </>
                  )}
                </>
              ),
          },
          {
            key: 'documents',
            head: t('documents.shows'),
            cell: ({ documents: purpose, requestId }) =>
              requestId === null
                ? t(`documents.purposes.${purpose}`)
                : getTexts(locale, 'requests')('staff.askedFor'),
          },
          {
            key: 'size',
            head: t('documents.size'),
            figures: true,
            cell: ({ size }) => `${formatNumber(Math.max(1, Math.round(size / 1024)), locale)} kB`,
          },
          {
            key: 'uploadedAt',
            head: t('documents.uploaded'),
            cell: ({ uploadedAt }) => formatShortDate(localDateOf(uploadedAt, cohort.zone), locale),
          },
        ]}
      />
      {infected.length === 0 ? null : (
        <ul>
          {infected.map(({ id, filename, documents: purpose, finding, removedAt }) => (
            <li key={id}>
              {ofScan('staff.infected', {
                filename,
                finding,
                shows: t(`documents.purposes.${purpose}`),
                date: formatShortDate(localDateOf(removedAt, cohort.zone), locale),
              })}
            </li>
          ))}
        </ul>
      )}
    </HeadedSection>
  );
}
