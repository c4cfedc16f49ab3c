import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { MyRequest } from '@/lib/application/queries/my-requests';
import type { Locale } from '@/lib/kernel/locale';
import { DocumentWords } from './document-words';
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
      {request.documents.map((document) => (
        <li key={document.id} className={styles.document}>
          <DocumentWords locale={locale} zone={application.cohort.zone} document={document} />
          {removable ? (
            <Button variant="tertiary" name="_intent" value={`remove-${document.id}`}>
              {t.rich('documents.remove', {
                filename: document.filename,
                hidden: (words) => <span className="ds-sr-only">{words}</span>,
              })}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
