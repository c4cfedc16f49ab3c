import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { MyRequest } from '@/lib/application/queries/my-requests';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { fileSize } from './file-size';
import styles from './document-list.module.css';

/** The documents of one answer. While it is not sent each can be removed, by a button of the answer's form. */
export function RequestDocuments(props: {
  locale: Locale;
  application: MyApplication;
  request: MyRequest;
  removable: boolean;
}) {
  const { locale, application, request, removable } = props;
  const t = getTexts(locale, 'application');
  if (request.documents.length === 0) return null;
  return (
    <ul className={styles.list}>
      {request.documents.map(({ id, filename, size, uploadedAt }) => (
        <li key={id} className={styles.document}>
          <div className={styles.words}>
            <a href={`/api/documents/${id}`} download={filename}>
              {filename}
            </a>
            <p className={styles.about}>
              {fileSize(size, locale)}.{' '}
              {t('documents.uploaded', {
                date: formatLongDate(localDateOf(uploadedAt, application.cohort.zone), locale),
              })}
              .
            </p>
          </div>
          {removable ? (
            <Button variant="tertiary" name="_intent" value={`remove-${id}`}>
              {t.rich('documents.remove', {
                filename,
                hidden: (words) => <span className="ds-sr-only">{words}</span>,
              })}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
