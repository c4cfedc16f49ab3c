import { getTexts } from '@/components/texts/get-texts';
import type { FieldBinding } from '@/components/ui/bind-fields';
import { Button, ButtonLink } from '@/components/ui/button';
import { Form, FormFooter } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import type { MyApplication } from '@/lib/application/queries/my-application';
import { documentsMaximum, emptySections } from '@/lib/application/rules/answers';
import { chosenRequirement } from '@/lib/application/rules/eligibility';
import type { Locale } from '@/lib/kernel/locale';
import { applicationAction, applicationPath } from './application-paths';
import { DocumentList } from './document-list';
import { DocumentUpload } from './document-upload';
import { InfectedNotice } from './infected-notice';
import { Section } from './section';
import type { BindField } from './step-form';
import { StepPage, type StepView } from './step-page';
import { backToWaiting, type WaitingCategory } from './waiting-category';
import styles from './section.module.css';

/** The documents of an application: what is needed, what is there, and one more. */
export function DocumentsView({
  view,
  field,
  done,
  waiting,
}: {
  view: StepView;
  field: BindField;
  /** What was just done on this page. */
  done: 'added' | 'removed' | 'there' | null;
  /** What was typed about another group, and waits for what is uploaded here. */
  waiting: WaitingCategory | null;
}) {
  const { locale, application } = view;
  const t = getTexts(locale, 'application');
  const { documents, documentsLeft, infected } = application;
  // What answered a request is listed, and has room of its own.
  const own = documents.filter(({ requestId }) => requestId === null).length;
  return (
    <StepPage
      view={view}
      step="documents"
      heading={t('documents.heading')}
      lead={t('documents.lead')}
    >
      {done === null ? null : (
        <Notice kind={done === 'there' ? 'info' : 'success'} locale={locale} live>
          <p>{t(`documents.${done}`)}</p>
        </Notice>
      )}
      <InfectedNotice locale={locale} application={application} infected={infected} />
      <div id="needed" data-upload-refresh="">
        <Needed locale={locale} application={application} waiting={waiting} />
      </div>
      <Section id="attached" heading={t('documents.listHeading')}>
        <div id="attached-list" className={styles.replaced} data-upload-refresh="">
          <DocumentList locale={locale} application={application} removable waiting={waiting} />
          {own === 0 ? null : (
            <p>{t('documents.count', { count: own, maximum: documentsMaximum })}</p>
          )}
        </div>
      </Section>
      {documentsLeft === 0 ? (
        <Full view={view} waiting={waiting} />
      ) : (
        <UploadForm
          view={view}
          purpose={field('documents')}
          file={field('file')}
          waiting={waiting}
        />
      )}
    </StepPage>
  );
}

/** One more document. The buttons that lead on send the same form: a chosen file is never left behind. */
function UploadForm(props: {
  view: StepView;
  purpose: FieldBinding;
  file: FieldBinding;
  waiting: WaitingCategory | null;
}) {
  const { view, purpose, file, waiting } = props;
  const { locale, application, from } = view;
  const t = getTexts(locale, 'application');
  const isNeeded = needed(application, waiting).some(({ isThere }) => !isThere);
  return (
    <Form
      action={applicationAction(locale, application.reference, 'documents')}
      multipart
      hidden={{ from: from ?? undefined, waiting: waiting?.retur }}
      label={t('documents.addHeading')}
    >
      <Section id="add" heading={t('documents.addHeading')}>
        <p>{t('documents.leaveOut')}</p>
        <DocumentUpload
          locale={locale}
          purpose={purpose}
          file={file}
          isFirst={isNeeded}
          documentsLeft={application.documentsLeft}
        />
      </Section>
      <div className={`${styles.section} ${styles.onwards}`}>
        <FormFooter>
          <Button variant={isNeeded ? 'secondary' : 'primary'} name="_intent" value="continue">
            {onwards(view, waiting)}
          </Button>
          {from === 'application' ? null : (
            <Button variant="secondary" name="_intent" value="later">
              {t('documents.later')}
            </Button>
          )}
        </FormFooter>
      </div>
    </Form>
  );
}

/** There is room for no more, so going on is only a link. */
function Full({ view, waiting }: { view: StepView; waiting: WaitingCategory | null }) {
  const { locale, application, from } = view;
  const t = getTexts(locale, 'application');
  const own = applicationPath(locale, application.reference);
  const isSent = from === 'application';
  return (
    <>
      <Section id="add" heading={t('documents.addHeading')}>
        <p>{t('documents.full', { maximum: documentsMaximum })}</p>
      </Section>
      <div className={`${styles.section} ${styles.onwards}`}>
        <FormFooter>
          <ButtonLink
            href={
              waiting !== null
                ? backToWaiting(locale, application.reference, waiting.retur)
                : isSent
                  ? own
                  : applicationPath(locale, application.reference, 'summary')
            }
          >
            {onwards(view, waiting)}
          </ButtonLink>
          {isSent ? null : (
            <ButtonLink variant="secondary" href={`${own}?saved=yes`}>
              {t('documents.later')}
            </ButtonLink>
          )}
        </FormFooter>
      </div>
    </>
  );
}

/** The words of the button that leads on. */
function onwards({ locale, from }: StepView, waiting: WaitingCategory | null): string {
  if (waiting !== null) return getTexts(locale, 'documents')('waiting.back');
  return getTexts(locale, 'application')(from === null ? 'documents.continue' : 'documents.done');
}

/** What must be documented, by the group that was chosen, or is about to be. */
function needed({ answers, cohort, documents }: MyApplication, waiting: WaitingCategory | null) {
  const category = answers.category ?? emptySections.category;
  const chosen = chosenRequirement(category, cohort.programme.categories);
  if (waiting === null && chosen?.requirement !== 'work-and-courses') return [];
  return (['work', 'course'] as const).map((purpose) => ({
    purpose,
    isThere: documents.some((document) => document.documents === purpose),
  }));
}

/** What the chosen group must document, and how much of it is there. */
function Needed(props: {
  locale: Locale;
  application: MyApplication;
  waiting: WaitingCategory | null;
}) {
  const { locale, application, waiting } = props;
  const t = getTexts(locale, 'application');
  const { answers, cohort, reference } = application;
  const category = answers.category ?? emptySections.category;
  if (waiting === null && chosenRequirement(category, cohort.programme.categories) === null) {
    return null;
  }
  const purposes = needed(application, waiting);
  if (purposes.length === 0) return <p>{t('documents.voluntary')}</p>;
  return (
    <Notice
      kind={purposes.every(({ isThere }) => isThere) ? 'success' : 'warning'}
      locale={locale}
      heading={t('documents.needed.heading')}
    >
      <ul>
        {purposes.map(({ purpose, isThere }) => (
          <li key={purpose}>
            {t(`documents.needed.${purpose}`)}:{' '}
            <strong>{t(`documents.needed.${isThere ? 'there' : 'missing'}`)}</strong>
          </li>
        ))}
      </ul>
      {waiting === null ? null : (
        <p>
          <a href={backToWaiting(locale, reference, waiting.retur)}>
            {getTexts(locale, 'documents')('waiting.back')}
          </a>
        </p>
      )}
    </Notice>
  );
}
