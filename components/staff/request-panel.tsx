import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/choice-group';
import { DateField } from '@/components/ui/date-field';
import { Details } from '@/components/ui/details';
import { Form, FormFooter } from '@/components/ui/form';
import { HeadedSection } from '@/components/ui/headed-section';
import { TextArea } from '@/components/ui/text-area';
import type { StaffApplication } from '@/lib/application/queries/staff-application';
import type { StaffRequest } from '@/lib/application/queries/staff-requests';
import { requestKinds, requestLengths } from '@/lib/application/rules/information-request';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { RequestItem } from './request-item';
import { scopedFields, type ReturnedForm } from './scoped-fields';
import styles from './panel.module.css';

/** What the applicant has been asked for, what came of it, and the form to ask for more. */
export function RequestPanel(props: {
  locale: Locale;
  application: StaffApplication;
  returnedAsk: ReturnedForm | null;
  returnedWithdraw: ReturnedForm | null;
  /** The list that the reader came from, to come back to it. */
  list: string | undefined;
}) {
  const { locale, application, returnedAsk, returnedWithdraw, list } = props;
  const { requests, permissions, asking, state } = application;
  const t = getTexts(locale, 'requests');
  return (
    <HeadedSection id="requests" size="sm" heading={t('staff.heading')}>
      {requests.length === 0 ? <p>{t('staff.none')}</p> : null}
      {openFirst(requests).map((request) => (
        <RequestItem
          key={request.number}
          locale={locale}
          application={application}
          request={request}
          returned={
            returnedWithdraw?.typed['number']?.[0] === String(request.number)
              ? returnedWithdraw
              : null
          }
          list={list}
        />
      ))}
      {permissions.requestInformation && !asking.open && returnedAsk === null ? (
        <p className={styles.note}>{t(state === 'submitted' ? 'staff.closed' : 'staff.notNow')}</p>
      ) : null}
      {permissions.requestInformation && (asking.open || returnedAsk !== null) ? (
        <Details summary={t('staff.ask')} open={returnedAsk !== null}>
          <AskForm {...{ locale, application, list }} returned={returnedAsk} />
        </Details>
      ) : null}
    </HeadedSection>
  );
}

/** What is awaited, the first due first; then what is settled, the newest first. */
function openFirst(requests: readonly StaffRequest[]): StaffRequest[] {
  const open = requests.filter(({ state }) => state === 'open');
  const settled = requests.filter(({ state }) => state !== 'open');
  return [
    ...open.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.number - b.number),
    ...settled.toReversed(),
  ];
}

function AskForm(props: {
  locale: Locale;
  application: StaffApplication;
  returned: ReturnedForm | null;
  list: string | undefined;
}) {
  const { locale, application, returned, list } = props;
  const { reference, asking } = application;
  const t = getTexts(locale, 'requests');
  const field = scopedFields(locale, 'ask', returned);
  return (
    <Form
      action={`/api/${locale}/staff/applications/${reference}/requests`}
      label={t('staff.ask')}
      hidden={{ list }}
    >
      <RadioGroup
        {...field('asks')}
        label={t('staff.asks')}
        choices={requestKinds.map((value) => ({ value, label: t(`staff.kinds.${value}`) }))}
      />
      <TextArea
        {...field('question')}
        label={t('staff.question')}
        hint={t('staff.questionHint')}
        characterLimit={requestLengths.question}
        rows={4}
      />
      <DateField
        {...field('dueOn')}
        label={t('staff.dueOn')}
        hint={t('staff.dueOnHint', {
          earliest: formatLongDate(asking.earliest, locale),
          latest: formatLongDate(asking.latest, locale),
        })}
      />
      <FormFooter>
        <Button>{t('staff.button')}</Button>
      </FormFooter>
    </Form>
  );
}
