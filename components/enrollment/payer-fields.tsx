import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import type { FieldBinding } from '@/components/ui/bind-fields';
import { RadioGroup } from '@/components/ui/choice-group';
import { TextField } from '@/components/ui/text-field';
import type { Locale } from '@/lib/kernel/locale';
import styles from './payer-fields.module.css';

/**
 * Who pays, and what the invoice needs. Each set of fields is shown when its payer is chosen; a
 * browser that cannot tell which is chosen shows both, and only the chosen one counts.
 */
export function PayerFields({
  locale,
  field,
}: {
  locale: Locale;
  field: (name: string) => FieldBinding;
}) {
  const t = getTexts(locale, 'enrollment');
  return (
    <div className={styles.payer}>
      <RadioGroup
        {...field('payer.kind')}
        label={t('form.payer.kind')}
        choices={[
          {
            value: 'employer',
            label: t('form.payer.employer'),
            hint: t('form.payer.employerHint'),
          },
          { value: 'applicant', label: t('form.payer.applicant') },
        ]}
      />
      <FieldSet className={styles.employer} legend={t('form.payer.employerHeading')}>
        <TextField
          {...field('payer.employer.name')}
          label={t('form.payer.name')}
          autoComplete="organization"
        />
        <TextField
          {...field('payer.employer.organisationNumber')}
          label={t('form.payer.organisationNumber')}
          hint={t('form.payer.organisationNumberHint')}
          inputMode="numeric"
          width="medium"
        />
        <TextField
          {...field('payer.employer.reference')}
          label={t('form.payer.reference')}
          hint={t('form.payer.referenceHint')}
        />
        <AddressFields locale={locale} field={field} of="payer.employer" autoComplete={false} />
      </FieldSet>
      <FieldSet className={styles.applicant} legend={t('form.payer.applicantHeading')}>
        <AddressFields locale={locale} field={field} of="payer.applicant" autoComplete />
      </FieldSet>
    </div>
  );
}

function FieldSet(props: { className: string | undefined; legend: string; children: ReactNode }) {
  return (
    <fieldset className={`ds-fieldset ${styles.set} ${props.className ?? ''}`}>
      <legend className="ds-label">{props.legend}</legend>
      <div>{props.children}</div>
    </fieldset>
  );
}

function AddressFields(props: {
  locale: Locale;
  field: (name: string) => FieldBinding;
  of: string;
  /** Only one's own address is known to the browser. */
  autoComplete: boolean;
}) {
  const { locale, field, of, autoComplete } = props;
  const t = getTexts(locale, 'enrollment');
  const own = (token: string) => (autoComplete ? { autoComplete: token } : {});
  return (
    <>
      <TextField
        {...field(`${of}.street`)}
        label={t('form.payer.street')}
        hint={t('form.payer.streetHint')}
        {...own('address-line1')}
      />
      <TextField
        {...field(`${of}.postcode`)}
        label={t('form.payer.postcode')}
        inputMode="numeric"
        width="short"
        {...own('postal-code')}
      />
      <TextField
        {...field(`${of}.city`)}
        label={t('form.payer.city')}
        width="medium"
        {...own('address-level2')}
      />
    </>
  );
}
