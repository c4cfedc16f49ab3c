import { getTexts } from '@/components/texts/get-texts';
import type { MyApplication } from '@/lib/application/queries/my-application';
import { canBeOpened } from '@/lib/application/rules/document-scan';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { fileSize } from './file-size';
import styles from './document-list.module.css';

/** One document: its name, to be fetched by when it can be opened, what it shows, its size and its day. */
export function DocumentWords(props: {
  locale: Locale;
  zone: string;
  document: MyApplication['documents'][number];
}) {
  const { locale, zone, document } = props;
  const { id, filename, documents: purpose, requestId, scan, size, uploadedAt } = document;
  const t = getTexts(locale, 'application');
  const shows =
    requestId === null
      ? t(`documents.purposes.${purpose}`)
      : getTexts(locale, 'requests')('askedFor');
  const uploaded = t('documents.uploaded', {
    date: formatLongDate(localDateOf(uploadedAt, zone), locale),
  });
  return (
    <div className={styles.words}>
      {canBeOpened[scan] ? (
        <a href={`/api/documents/${id}`} download={filename}>
          <bdi>{filename}</bdi>
        </a>
      ) : (
        <>
          <bdi>{filename}</bdi>
          <p className={styles.about}>{getTexts(locale, 'documents')('scanning')}</p>
        </>
      )}
      <p className={styles.about}>
        {shows}. {fileSize(size, locale)}. {uploaded}.
      </p>
    </div>
  );
}
