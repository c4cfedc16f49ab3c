import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { inWords } from '@/components/ui/date-with-days';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { FieldProblem } from '@/components/ui/field-problem';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import { wholeAddresses } from '@/components/ui/mail-address';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import type { MyApplication } from '@/lib/application/queries/my-application';
import type { MyRequest } from '@/lib/application/queries/my-requests';
import { documentBytesMaximum } from '@/lib/application/rules/answers';
import {
  requestDocumentsMaximum,
  requestLengths,
} from '@/lib/application/rules/information-request';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { localDateOf } from '@/lib/kernel/time';
import { applicationAction, applicationPath } from './application-paths';
import { AutosaveStatus } from './autosave-status';
import { Contact } from './contact';
import { UploadFields } from './document-upload';
import { RequestDocuments } from './request-documents';
import { Section } from './section';
import type { BindField } from './step-form';
import styles from './case.module.css';

const megabytes = documentBytesMaximum / 1024 / 1024;

export type RequestDone = 'added' | 'there' | 'removed' | 'answered';

/** What the page needs to know to save by itself. */
export interface KeptAnswer {
  /** The print of what is kept, which the form carries. */
  readonly shown: string;
  /** The form came back: it holds what was typed, not what is kept. */
  readonly isUnsaved: boolean;
}

interface RequestProps {
  readonly locale: Locale;
  readonly application: MyApplication;
  readonly request: MyRequest;
}

/** What the page of a request is called: what we ask for, until that is over. */
export function requestTitle({
  asks,
  state,
  answeredAt,
}: Pick<MyRequest, 'asks' | 'state' | 'answeredAt'>) {
  if (state === 'withdrawn') return state;
  return answeredAt === null ? asks : 'answered';
}

/** One request for more: what we ask for and by when, and the answer, given or to be given. */
export function RequestView({
  problems,
  field,
  kept,
  done,
  ...props
}: RequestProps & {
  readonly problems: readonly FieldProblem[];
  readonly field: BindField;
  readonly kept: KeptAnswer;
  /** What was just done on this page. */
  readonly done: RequestDone | null;
}) {
  const { locale, application, request } = props;
  const t = getTexts(locale, 'requests');
  const { cohort, email, reference } = application;
  return (
    <Page>
      <div className={styles.page}>
        <BackLink href={applicationPath(locale, reference)}>
          {getTexts(locale, 'application')('steps.toApplication')}
        </BackLink>
        <ErrorSummary locale={locale} problems={problems} />
        {done === null ? null : (
          <Notice kind={done === 'there' ? 'info' : 'success'} locale={locale} live>
            <p>{wholeAddresses(t(`page.done.${done}`, { email }))}</p>
          </Notice>
        )}
        <header className={request.answerable ? `${styles.head} ${styles.answer}` : styles.head}>
          <p className={styles.subject}>
            {getTexts(locale, 'my-application')('cohort', {
              programme: cohort.programme.name[locale],
              cohort: cohort.name,
            })}
          </p>
          <Heading level={1}>{t(`page.title.${requestTitle(request)}`)}</Heading>
          <blockquote className={styles.asked}>{request.question}</blockquote>
          <Due {...props} />
        </header>
        {request.answerable ? (
          <AnswerForm {...props} field={field} kept={kept} />
        ) : (
          <Outcome {...props} />
        )}
        <Section
          id="contact"
          heading={
            request.answerable
              ? t('page.unsure')
              : getTexts(locale, 'my-application')('contact.heading')
          }
        >
          <Contact locale={locale} programme={cohort.programme} reference={reference} />
        </Section>
      </div>
    </Page>
  );
}

/** By when, and what it means to come later. */
function Due({ locale, application, request }: RequestProps) {
  const t = getTexts(locale, 'requests');
  const { zone } = application.cohort;
  const date = formatLongDate(request.dueOn, locale);
  if (!request.answerable) return <p className={styles.words}>{t('page.wasDue', { date })}</p>;
  const today = localDateOf(application.now, zone);
  return (
    <>
      <p className={styles.words}>
        {request.late
          ? t('overdue', { date })
          : t('page.due', { date, inWords: inWords(request.dueOn, today, locale) })}
      </p>
      <p className={styles.words}>{t('page.keeps')}</p>
    </>
  );
}

function AnswerForm({
  locale,
  application,
  request,
  field,
  kept,
}: RequestProps & { readonly field: BindField; readonly kept: KeptAnswer }) {
  const t = getTexts(locale, 'requests');
  const { asks, number, documentsLeft } = request;
  const isDocument = asks === 'document';
  const later = getTexts(locale, 'common')('saveForLater');
  return (
    <Form
      action={applicationAction(locale, application.reference, `requests/${number}`)}
      multipart
      hidden={{ _shown: kept.shown }}
      data={{ 'data-autosave': kept.isUnsaved ? 'unsaved' : '' }}
      label={t(`page.title.${asks}`)}
    >
      {isDocument ? null : <AnswerField locale={locale} asks={asks} field={field} />}
      <div id="request-documents" className={styles.gathered} data-upload-refresh="">
        <RequestDocuments locale={locale} application={application} request={request} removable />
      </div>
      {documentsLeft === 0 ? (
        <p>{t('page.full', { maximum: requestDocumentsMaximum })}</p>
      ) : (
        <UploadFields
          locale={locale}
          purpose={null}
          file={field('file')}
          label={t(request.documents.length === 0 ? `page.file.${asks}` : 'page.file.more')}
          hint={t('page.limits', { megabytes, maximum: requestDocumentsMaximum })}
          optional={!isDocument}
          documentsLeft={documentsLeft}
          button={{ value: 'add', variant: 'secondary', words: t('page.add') }}
          words={{
            tooMany: t('page.uploader.tooMany', { maximum: requestDocumentsMaximum }),
            saidChosenOne: t('page.uploader.saidChosenOne'),
            saidChosenMany: t('page.uploader.saidChosenMany', { count: '{count}' }),
            full: t('page.uploader.full', { maximum: requestDocumentsMaximum }),
          }}
        />
      )}
      {isDocument ? <AnswerField locale={locale} asks={asks} field={field} /> : null}
      <FormFooter>
        <Button name="_intent" value="send">
          {t('page.send')}
        </Button>
        <Button variant="secondary" name="_intent" value="later">
          {later}
        </Button>
      </FormFooter>
      <AutosaveStatus
        locale={locale}
        button={later}
        conflict={t('page.conflict', { button: later })}
      />
    </Form>
  );
}

function AnswerField(props: { locale: Locale; asks: MyRequest['asks']; field: BindField }) {
  const { locale, asks, field } = props;
  const t = getTexts(locale, 'requests');
  return (
    <TextArea
      {...field('answer')}
      label={t(`page.answer.${asks}`)}
      hint={asks === 'document' ? t('page.answerHint') : undefined}
      characterLimit={requestLengths.answer}
      rows={asks === 'document' ? 4 : 8}
      optional={asks === 'document'}
    />
  );
}

/** What became of it, when it cannot be answered (any more). */
function Outcome({ locale, application, request }: RequestProps) {
  const t = getTexts(locale, 'requests');
  const { answer, answeredAt, state } = request;
  if (state === 'withdrawn') return <p>{t('page.withdrawn')}</p>;
  if (answeredAt === null) {
    return (
      <p>{t(application.state === 'withdrawn' ? 'page.applicationWithdrawn' : 'page.closed')}</p>
    );
  }
  return (
    <Section id="answer" heading={t('page.answered')}>
      <p>
        {t('page.answeredAt', { when: formatInstant(answeredAt, application.cohort.zone, locale) })}
        {request.late ? ` ${t('page.answeredLate')}` : null}
      </p>
      {answer === null ? null : <blockquote className={styles.quote}>{answer}</blockquote>}
      <RequestDocuments
        locale={locale}
        application={application}
        request={request}
        removable={false}
      />
    </Section>
  );
}
