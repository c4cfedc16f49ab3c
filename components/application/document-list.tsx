import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import type { MyApplication } from '@/lib/application/queries/my-application';
import { canBeOpened } from '@/lib/application/rules/document-scan';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { applicationAction } from './application-paths';
import { fileSize } from './file-size';
import styles from './document-list.module.css';

/** The attached documents, each to be fetched, and to be removed one by one where that is possible. */
export function DocumentList({
  locale,
  application,
  removable,
}: {
  locale: Locale;
  application: MyApplication;
  removable: boolean;
}) {
  const t = getTexts(locale, 'application');
  const scanning = getTexts(locale, 'documents')('scanning');
  const { documents, reference, cohort } = application;
  if (documents.length === 0) return <p>{t('documents.empty')}</p>;
  return (
    <ul className={styles.list}>
      {documents.map(({ id, filename, documents: purpose, size, uploadedAt, scan }) => (
        <li key={id} className={styles.document}>
          <div className={styles.words}>
            {canBeOpened[scan] ? (
              <a href={`/api/documents/${id}`} download={filename}>
                <bdi>{filename}</bdi>
              </a>
            ) : (
              <>
                <bdi>{filename}</bdi>
                <p className={styles.about}>{scanning}</p>
              </>
            )}
            <p className={styles.about}>
              {t(`documents.purposes.${purpose}`)}. {fileSize(size, locale)}.{' '}
              {t('documents.uploaded', {
                date: formatLongDate(localDateOf(uploadedAt, cohort.zone), locale),
              })}
              .
            </p>
          </div>
          {removable ? (
            <Form action={applicationAction(locale, reference, `documents/${id}/remove`)}>
              <Button variant="tertiary">
                {t.rich('documents.remove', {
                  filename,
                  hidden: (words) => <span className="ds-sr-only">{words}</span>,
                })}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
