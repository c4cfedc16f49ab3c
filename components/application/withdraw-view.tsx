import { Page } from '@/components/frame/page';
import { getTexts } from '@/components/texts/get-texts';
import { BackLink } from '@/components/ui/back-link';
import type { FieldProblem } from '@/components/ui/field-problem';
import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import { TextArea } from '@/components/ui/text-area';
import { lengths } from '@/lib/application/forms';
import type { MyApplication } from '@/lib/application/queries/my-application';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { applicationAction, applicationPath } from './application-paths';
import type { BindField } from './step-form';
import styles from './case.module.css';

/** Withdrawing: what it means, a tick, and the button. */
export function WithdrawView({
  locale,
  application,
  isWaiting,
  problems,
  field,
}: {
  locale: Locale;
  application: MyApplication;
  /** Has been told a number on the waiting list. */
  isWaiting: boolean;
  problems: readonly FieldProblem[];
  field: BindField;
}) {
  const t = getTexts(locale, 'my-application');
  const { reference, cohort } = application;
  const own = applicationPath(locale, reference);
  return (
    <Page>
      <div className={styles.page}>
        <BackLink href={own}>{getTexts(locale, 'application')('steps.toApplication')}</BackLink>
        <ErrorSummary locale={locale} problems={problems} />
        <div className={styles.head}>
          <p className={styles.subject}>
            {t('cohort', { programme: cohort.programme.name[locale], cohort: cohort.name })}
          </p>
          <Heading level={1}>{t('withdraw.title')}</Heading>
          <p>{t('withdraw.lead')}</p>
        </div>
        <Consequences locale={locale} application={application} isWaiting={isWaiting} />
        <Form action={applicationAction(locale, reference, 'withdraw')} label={t('withdraw.title')}>
          <TextArea
            {...field('reason')}
            label={t('withdraw.reason')}
            hint={t('withdraw.reasonHint')}
            characterLimit={lengths.reason}
            rows={3}
            optional
          />
          <Checkbox {...field('confirmed')} label={t('withdraw.confirmed')} />
          <FormFooter>
            <Button color="danger">{t('withdraw.button')}</Button>
            <ButtonLink variant="secondary" href={own}>
              {t('withdraw.cancel')}
            </ButtonLink>
          </FormFooter>
        </Form>
      </div>
    </Page>
  );
}

function Consequences(props: { locale: Locale; application: MyApplication; isWaiting: boolean }) {
  const { locale, application, isWaiting } = props;
  const t = getTexts(locale, 'my-application');
  const { receivedAt, cohort, window } = application;
  return (
    <div className={styles.head}>
      <Heading level={2}>{t('withdraw.heading')}</Heading>
      <ul>
        {isWaiting ? (
          <li>{t('withdraw.waiting')}</li>
        ) : (
          <>
            <li>{t('withdraw.notRead')}</li>
            {receivedAt === null ? null : (
              <li>
                {t('withdraw.queue', { instant: formatInstant(receivedAt, cohort.zone, locale) })}
              </li>
            )}
          </>
        )}
        <li>
          {window === 'open'
            ? t('withdraw.again', { date: formatLongDate(application.deadline, locale) })
            : t('withdraw.noMore')}
        </li>
        <li>{t('withdraw.kept')}</li>
      </ul>
    </div>
  );
}
