import { Page } from '@/components/frame/page';
import { Way } from '@/components/frame/way';
import { getTexts } from '@/components/texts/get-texts';
import { BackLink } from '@/components/ui/back-link';
import { ButtonLink } from '@/components/ui/button';
import { FormFooter } from '@/components/ui/form';
import { wholeAddresses, writeTo } from '@/components/ui/mail-address';
import { Receipt } from '@/components/ui/receipt';
import type { ApplicantOutcome } from '@/lib/admission/queries/offer-for-applicant';
import type { MyApplication } from '@/lib/application/queries/my-application';
import { formatInstant, formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import { applicationPath, receiptFile } from './application-paths';
import { caseWay, wayWords } from './case-way';
import { Section } from './section';
import styles from './case.module.css';

/** Proof that the application has arrived, what happens when, and what to do if something changes. */
export function ReceiptView({
  locale,
  application,
  outcome,
  receivedAt,
}: {
  locale: Locale;
  application: MyApplication;
  outcome: ApplicantOutcome;
  receivedAt: Instant;
}) {
  const t = getTexts(locale, 'my-application');
  const { reference, cohort, email, now, editable, withdrawable } = application;
  const { mailbox, name } = cohort.programme;
  const stations = caseWay(locale, { application, outcome, now });
  const way = wayWords(locale, stations);
  return (
    <Page>
      <div className={styles.page}>
        <BackLink href={applicationPath(locale, reference)}>
          {getTexts(locale, 'application')('steps.toApplication')}
        </BackLink>
        <Receipt heading={t('receipt.title')} referenceLabel={t('reference')} reference={reference}>
          <p>{t('cohort', { programme: name[locale], cohort: cohort.name })}.</p>
          <p>
            {wholeAddresses(
              t('receipt.received', {
                instant: formatInstant(receivedAt, cohort.zone, locale),
                email,
              }),
            )}
          </p>
        </Receipt>
        <Section id="next" heading={way.hasEnded ? way.heading : t('receipt.next')}>
          <Way locale={locale} label={way.label} stations={stations} direction="down" />
        </Section>
        {way.hasEnded ? null : (
          <Section id="changes" heading={t('receipt.changesHeading')}>
            <p>
              {editable
                ? t('receipt.changes', { date: formatLongDate(application.deadline, locale) })
                : t.rich('receipt.changesClosed', writeTo(mailbox))}
            </p>
            {editable ? (
              <p>
                <a href={`${applicationPath(locale, reference)}#answers`}>{t('actions.change')}</a>
              </p>
            ) : null}
            {withdrawable ? <p>{t('receipt.withdraw')}</p> : null}
            <p>{t.rich('receipt.contact', writeTo(mailbox))}</p>
          </Section>
        )}
        <FormFooter>
          <ButtonLink href={applicationPath(locale, reference)}>
            {t('receipt.toApplication')}
          </ButtonLink>
          <ButtonLink variant="secondary" href={receiptFile(locale, reference)} download>
            {t('receiptFile.save')}
          </ButtonLink>
        </FormFooter>
      </div>
    </Page>
  );
}
