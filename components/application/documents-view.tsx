import { getTexts } from '@/components/texts/get-texts';
import type { FieldBinding } from '@/components/ui/bind-fields';
import { Button, ButtonLink } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/choice-group';
import { FileField } from '@/components/ui/file-field';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import { Notice } from '@/components/ui/notice';
import type { MyApplication } from '@/lib/application/queries/my-application';
import {
  documentBytesMaximum,
  documentPurposes,
  documentsMaximum,
  emptySections,
} from '@/lib/application/rules/answers';
import { chosenRequirement } from '@/lib/application/rules/eligibility';
import type { Locale } from '@/lib/kernel/locale';
import { applicationAction, applicationPath } from './application-paths';
import { DocumentList } from './document-list';
import type { BindField } from './step-form';
import { StepPage, type StepView } from './step-page';
import styles from './section.module.css';

const megabytes = documentBytesMaximum / 1024 / 1024;

/** The documents of an application: what is needed, what is there, and one more. */
export function DocumentsView({
  view,
  field,
  done,
}: {
  view: StepView;
  field: BindField;
  /** What was just done on this page. */
  done: 'added' | 'removed' | null;
}) {
  const { locale, application } = view;
  const t = getTexts(locale, 'application');
  const { documents, documentsLeft } = application;
  return (
    <StepPage
      view={view}
      step="documents"
      heading={t('documents.heading')}
      lead={t('documents.lead')}
    >
      {done === null ? null : (
        <Notice kind="success" locale={locale} live>
          <p>{t(`documents.${done}`)}</p>
        </Notice>
      )}
      <Needed locale={locale} application={application} />
      <section className={styles.section} aria-labelledby="attached">
        <Heading level={2} id="attached">
          {t('documents.listHeading')}
        </Heading>
        <DocumentList locale={locale} application={application} removable />
        {documents.length === 0 ? null : (
          <p>{t('documents.count', { count: documents.length, maximum: documentsMaximum })}</p>
        )}
      </section>
      <section className={styles.section} aria-labelledby="add">
        <Heading level={2} id="add">
          {t('documents.addHeading')}
        </Heading>
        {documentsLeft === 0 ? (
          <p>{t('documents.full', { maximum: documentsMaximum })}</p>
        ) : (
          <UploadForm
            locale={locale}
            reference={application.reference}
            purpose={field('documents')}
            file={field('file')}
          />
        )}
      </section>
      <div className={`${styles.section} ${styles.onwards}`}>
        <Onwards view={view} />
      </div>
    </StepPage>
  );
}

function UploadForm(props: {
  locale: Locale;
  reference: string;
  purpose: FieldBinding;
  file: FieldBinding;
}) {
  const { locale, reference, purpose, file } = props;
  const t = getTexts(locale, 'application');
  return (
    <>
      <p>{t('documents.leaveOut')}</p>
      <Form
        action={applicationAction(locale, reference, 'documents')}
        multipart
        label={t('documents.addHeading')}
      >
        <RadioGroup
          {...purpose}
          label={t('documents.documents')}
          choices={documentPurposes.map((value) => ({
            value,
            label: t(`documents.purposes.${value}`),
            ...(value === 'other' ? {} : { hint: t(`documents.purposeHints.${value}`) }),
          }))}
        />
        <FileField
          id={file.id}
          name={file.name}
          locale={locale}
          error={file.error}
          label={t('documents.file')}
          hint={t('documents.limits', { megabytes, maximum: documentsMaximum })}
        />
        <FormFooter>
          <Button variant="secondary">{t('documents.upload')}</Button>
        </FormFooter>
      </Form>
    </>
  );
}

/** What the chosen group must document, and how much of it is there. */
function Needed({ locale, application }: { locale: Locale; application: MyApplication }) {
  const t = getTexts(locale, 'application');
  const { answers, cohort, documents } = application;
  const category = answers.category ?? emptySections.category;
  const requirement = chosenRequirement(category, cohort.programme.categories)?.requirement;
  if (requirement === undefined) return null;
  if (requirement !== 'work-and-courses') return <p>{t('documents.voluntary')}</p>;
  const isThere = (purpose: 'work' | 'course') =>
    documents.some((document) => document.documents === purpose);
  const isAllThere = isThere('work') && isThere('course');
  return (
    <Notice
      kind={isAllThere ? 'success' : 'warning'}
      locale={locale}
      heading={t('documents.needed.heading')}
    >
      <ul>
        {(['work', 'course'] as const).map((purpose) => (
          <li key={purpose}>
            {t(`documents.needed.${purpose}`)}:{' '}
            <strong>{t(`documents.needed.${isThere(purpose) ? 'there' : 'missing'}`)}</strong>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Each document is saved when it is uploaded, so going on is only a link. */
function Onwards({ view }: { view: StepView }) {
  const { locale, application, from } = view;
  const t = getTexts(locale, 'application');
  const own = applicationPath(locale, application.reference);
  if (from === 'application') {
    return (
      <FormFooter>
        <ButtonLink href={own}>{t('documents.done')}</ButtonLink>
      </FormFooter>
    );
  }
  return (
    <FormFooter>
      <ButtonLink href={applicationPath(locale, application.reference, 'summary')}>
        {t(from === 'summary' ? 'documents.done' : 'documents.continue')}
      </ButtonLink>
      <ButtonLink variant="secondary" href={`${own}?saved=yes`}>
        {t('documents.later')}
      </ButtonLink>
    </FormFooter>
  );
}
