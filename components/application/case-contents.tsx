import { getTexts } from '@/components/texts/get-texts';
import { Details } from '@/components/ui/details';
import type { MyApplication } from '@/lib/application/queries/my-application';
import { answerSteps } from '@/lib/application/rules/steps';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { AnswersView } from './answers-view';
import { applicationPath, receiptFile, stepPath } from './application-paths';
import { DocumentList } from './document-list';
import { Section } from './section';

/** Documents and answers: of an application that has arrived, or that can no longer be continued. */
export function CaseContents({
  locale,
  application,
}: {
  locale: Locale;
  application: MyApplication;
}) {
  const t = getTexts(locale, 'my-application');
  const { editable, state, reference } = application;
  if (state === 'draft' && editable) return null;
  if (application.isErased) return <p>{getTexts(locale, 'drafts')('deleted.erased')}</p>;
  return (
    <>
      <Section id="documents" heading={t('answers.documents')}>
        <DocumentList locale={locale} application={application} removable={false} />
        {editable ? (
          <p>
            <a href={stepPath(locale, reference, 'documents', 'application')}>
              {getTexts(locale, 'application')('summary.changeDocuments')}
            </a>
          </p>
        ) : null}
      </Section>
      <Section id="answers" heading={t('answers.heading')}>
        {application.receivedAt === null ? null : (
          <p>
            <a href={receiptFile(locale, reference)} download>
              {t('receiptFile.save')}
            </a>
          </p>
        )}
        {editable ? <Changes locale={locale} application={application} /> : null}
        {application.receivedAt === null ? null : (
          <p>
            <a href={applicationPath(locale, reference, 'revisions')}>{t('revisions.link')}</a>
          </p>
        )}
        <Details summary={t('answers.all')}>
          <AnswersView
            locale={locale}
            application={application}
            from={editable ? 'application' : null}
            level={3}
          />
        </Details>
      </Section>
    </>
  );
}

/** Until when what is sent can be changed, and the way to each part of it. */
function Changes({ locale, application }: { locale: Locale; application: MyApplication }) {
  const t = getTexts(locale, 'my-application');
  const { deadline, reference } = application;
  return (
    <>
      <p>{t('actions.changeNote', { date: formatLongDate(deadline, locale) })}</p>
      <ul>
        {answerSteps.map((step) => (
          <li key={step}>
            <a href={stepPath(locale, reference, step, 'application')}>
              {t('actions.changeStep', {
                step: getTexts(locale, 'application')(`steps.${step}`),
              })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
