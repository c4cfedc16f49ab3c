import { getTexts } from '@/components/texts/get-texts';
import { bindFields } from '@/components/ui/bind-fields';
import { Button } from '@/components/ui/button';
import type { FieldProblem } from '@/components/ui/field-problem';
import { Form, FormFooter } from '@/components/ui/form';
import { Heading } from '@/components/ui/heading';
import { TextField } from '@/components/ui/text-field';
import type { SlipToSign } from '@/lib/enrollment/queries/open-slip';
import type { Locale } from '@/lib/kernel/locale';
import { formatMoney } from '@/lib/kernel/money';
import { formatOrganisationNumber } from '@/lib/kernel/organisation-number';
import { PayerFields } from './payer-fields';
import styles from './slip-form.module.css';

/**
 * Where the slip is signed. What was shown goes with it, always as this page shows it now: never as
 * it was typed before, so that a new price is confirmed by signing anew.
 */
export function SlipForm({
  locale,
  reference,
  applicantName,
  slip,
  typed,
  problems,
}: {
  locale: Locale;
  reference: string;
  applicantName: string;
  slip: SlipToSign;
  typed: Readonly<Record<string, readonly string[]>> | null;
  problems: readonly FieldProblem[];
}) {
  const t = getTexts(locale, 'enrollment');
  const values = typed ?? {
    'payer.employer.name': [slip.employer.name],
    'payer.employer.organisationNumber': [
      formatOrganisationNumber(slip.employer.organisationNumber),
    ],
  };
  const field = bindFields({ locale, values, problems });
  const price = formatMoney(slip.shown.price, locale);
  return (
    <section className={styles.sign}>
      <Heading level={2}>{t('form.heading')}</Heading>
      <Form
        action={`/api/${locale}/offers/${reference}/sign-slip`}
        label={t('form.label')}
        hidden={{
          'shown.price': String(slip.shown.price.amount),
          'shown.earlyBirdPlacesLeft': String(slip.shown.earlyBirdPlacesLeft),
          'shown.terms': slip.terms,
        }}
      >
        <PayerFields locale={locale} field={field} />
        <p className={styles.declaration}>{slip.text.declaration}</p>
        <TextField
          {...field('signedName')}
          label={t('form.signedName')}
          hint={t('form.signedNameHint', { name: applicantName })}
          autoComplete="off"
          spellCheck={false}
        />
        <p className={styles.binding}>{t('form.binding', { price })}</p>
        <FormFooter>
          <Button>{t('form.submit', { price })}</Button>
        </FormFooter>
      </Form>
    </section>
  );
}
