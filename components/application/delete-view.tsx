import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { BackLink } from '@/components/ui/back-link';
import { Button, ButtonLink } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { FieldProblem } from '@/components/ui/field-problem';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import type { MyApplication } from '@/lib/application/queries/my-application';
import { undoUntil } from '@/lib/application/rules/withdrawal';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { applicationAction, applicationPath } from './application-paths';
import styles from './case.module.css';

/** Deleting a draft: what it means, until when it can be undone, and the button. */
export function DeleteView({
  locale,
  application,
  problems,
}: {
  locale: Locale;
  application: MyApplication;
  problems: readonly FieldProblem[];
}) {
  const t = getTexts(locale, 'drafts');
  const { reference, cohort } = application;
  const own = applicationPath(locale, reference);
  // Sent in another window meanwhile: then only that is said, and the way back.
  const isDraft = application.state === 'draft';
  return (
    <Page>
      <div className={styles.page}>
        <BackLink href={own}>{getTexts(locale, 'application')('steps.toApplication')}</BackLink>
        <ErrorSummary locale={locale} problems={problems} />
        <div className={styles.head}>
          <p className={styles.subject}>
            {getTexts(locale, 'my-application')('cohort', {
              programme: cohort.programme.name[locale],
              cohort: cohort.name,
            })}
          </p>
          <Heading level={1}>{t('delete.title')}</Heading>
          {isDraft ? <p>{t('delete.lead')}</p> : null}
        </div>
        {isDraft ? <DeleteForm locale={locale} application={application} /> : null}
      </div>
    </Page>
  );
}

function DeleteForm({ locale, application }: { locale: Locale; application: MyApplication }) {
  const t = getTexts(locale, 'drafts');
  const { reference, cohort, now, window, deadline } = application;
  const until = formatInstant(undoUntil(now, 'draft'), cohort.zone, locale);
  return (
    <>
      <div className={styles.head}>
        <Heading level={2}>{t('delete.heading')}</Heading>
        <ul>
          <li>{t('delete.notSent')}</li>
          <li>{t('delete.undo', { instant: until })}</li>
          <li>{t('delete.erased')}</li>
          {window === 'open' ? (
            <li>{t('delete.again', { date: formatLongDate(deadline, locale) })}</li>
          ) : null}
        </ul>
      </div>
      <Form action={applicationAction(locale, reference, 'delete')} label={t('delete.title')}>
        <FormFooter>
          <Button color="danger">{t('delete.button')}</Button>
          <ButtonLink variant="secondary" href={applicationPath(locale, reference)}>
            {t('delete.cancel')}
          </ButtonLink>
        </FormFooter>
      </Form>
    </>
  );
}
