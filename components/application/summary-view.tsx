import { getTexts } from '@/components/texts/get-texts';
import { Button, ButtonLink } from '@/components/ui/button';
import { Form, FormFooter } from '@/components/ui/form';
import { wholeAddresses } from '@/components/ui/mail-address';
import { applicationAction, applicationPath, stepPath } from './application-paths';
import { AnswersView } from './answers-view';
import { DocumentList } from './document-list';
import { MissingList } from './missing-list';
import { Section } from './section';
import { StepPage, type StepView } from './step-page';

/** Everything once more before it is sent: what is missing, what is answered, and the button. */
export function SummaryView({ view, wasRefused }: { view: StepView; wasRefused: boolean }) {
  const { locale, application } = view;
  const t = getTexts(locale, 'application');
  const { reference, missing, email } = application;
  return (
    <StepPage view={view} step="summary" heading={t('summary.heading')} lead={t('summary.lead')}>
      <MissingList locale={locale} application={application} wasRefused={wasRefused} />
      <AnswersView locale={locale} application={application} from="summary" />
      <Section id="answers-documents" heading={t('steps.documents')}>
        <DocumentList locale={locale} application={application} removable={false} />
        <p>
          <a href={stepPath(locale, reference, 'documents', 'summary')}>
            {t('summary.changeDocuments')}
          </a>
        </p>
      </Section>
      <Section id="send" heading={t('summary.sendHeading')}>
        {missing.length === 0 ? <p>{t('summary.complete')}</p> : null}
        <p>{wholeAddresses(t('summary.sendNote', { email }))}</p>
        <Form action={applicationAction(locale, reference, 'submit')} label={t('summary.send')}>
          <FormFooter>
            <Button>{t('summary.send')}</Button>
            <ButtonLink
              variant="secondary"
              href={`${applicationPath(locale, reference)}?saved=yes`}
            >
              {t('summary.later')}
            </ButtonLink>
          </FormFooter>
        </Form>
      </Section>
    </StepPage>
  );
}
