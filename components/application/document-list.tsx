import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { Locale } from '@/lib/kernel/locale';
import { applicationAction } from './application-paths';
import { DocumentWords } from './document-words';
import type { WaitingCategory } from './waiting-category';
import styles from './document-list.module.css';

/**
 * The attached documents, each to be fetched, and to be removed one by one where that is possible: not
 * what was sent in answer to a request.
 */
export function DocumentList({
  locale,
  application,
  removable,
  waiting = null,
}: {
  locale: Locale;
  application: MyApplication;
  removable: boolean;
  /** A form of another step that the page leads back to. */
  waiting?: WaitingCategory | null;
}) {
  const t = getTexts(locale, 'application');
  const { documents, reference, cohort } = application;
  if (documents.length === 0) return <p>{t('documents.empty')}</p>;
  return (
    <ul className={styles.list}>
      {documents.map((document) => (
        <li key={document.id} className={styles.document}>
          <DocumentWords locale={locale} zone={cohort.zone} document={document} />
          {removable && document.requestId === null ? (
            <Form
              action={applicationAction(locale, reference, `documents/${document.id}/remove`)}
              hidden={{ waiting: waiting?.retur }}
            >
              <Button variant="tertiary">
                {t.rich('documents.remove', {
                  filename: document.filename,
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
