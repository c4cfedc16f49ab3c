import { getTexts } from '@/components/texts/get-texts';
import { Button } from '@/components/ui/button';
import { DateField } from '@/components/ui/date-field';
import { Form, FormFooter } from '@/components/ui/form';
import { HeadedSection } from '@/components/ui/headed-section';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { CohortExtensions } from '@/lib/application/queries/cohort-extensions';
import { staffLengths } from '@/lib/application/staff-forms';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { scopedFields, type ReturnedForm } from './scoped-fields';
import styles from './panel.module.css';

/** Gives one applicant a later deadline, while the cohort can take an application in. */
export function ExtendPanel(props: {
  locale: Locale;
  given: CohortExtensions;
  returned: ReturnedForm | null;
}) {
  const { locale, given, returned } = props;
  const t = getTexts(locale, 'staff');
  const field = scopedFields(locale, 'extend', returned);
  return (
    <HeadedSection id="extend" size="sm" heading={t('extensions.heading')}>
      {given.open ? (
        <Form
          action={`/api/${locale}/staff/cohorts/${given.cohort.id}/extensions`}
          label={t('extensions.heading')}
        >
          <TextField
            {...field('email')}
            label={t('extensions.email')}
            hint={t('extensions.emailHint')}
            type="email"
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
          />
          <DateField
            {...field('until')}
            label={t('extensions.until')}
            hint={t('extensions.untilHint', { latest: formatLongDate(given.latest, locale) })}
          />
          <TextArea
            {...field('reason')}
            label={t('extensions.reason')}
            hint={t('extensions.reasonHint')}
            characterLimit={staffLengths.reason}
            rows={3}
          />
          <FormFooter>
            <Button>{t('extensions.button')}</Button>
          </FormFooter>
        </Form>
      ) : (
        <p className={styles.note}>{t('extensions.closed')}</p>
      )}
    </HeadedSection>
  );
}
