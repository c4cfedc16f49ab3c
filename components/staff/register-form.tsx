import { getTexts } from '@/components/texts/get-texts';
import { bindFields } from '@/components/ui/bind-fields';
import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { RadioGroup } from '@/components/ui/choice-group';
import { DateField } from '@/components/ui/date-field';
import type { FieldProblem } from '@/components/ui/field-problem';
import { FileField } from '@/components/ui/file-field';
import { Form, FormFooter } from '@/components/ui/form';
import { TextField } from '@/components/ui/text-field';
import { enclosures, registeredWays } from '@/lib/application/rules/registration';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { RegisterAnswers } from './register-answers';
import { RegisterSection } from './register-section';
import type { ReturnedForm } from './scoped-fields';
import styles from './register-form.module.css';

const ownFields = ['email', 'way', 'receivedOn', 'receivedTime', 'file'] as const;

/** What a field is called, also one of a row: «Stilling 2: Fra». */
function labelOf(locale: Locale, field: string): string {
  const t = getTexts(locale, 'staff');
  const own = ownFields.find((each) => each === field);
  if (own !== undefined) return t(`register.${own}`);
  const enclosure = enclosures.find((each) => field === `enclosed.${each}`);
  if (enclosure !== undefined) return t(`register.enclosures.${enclosure}`);
  const steps = field.split('.');
  const key = `answers.fields.${steps.at(-1) ?? ''}` as 'answers.fields.name';
  const label = t.has(key) ? t(key) : field;
  const [, list, place] = steps;
  if (place === undefined) return label;
  const row = t(list === 'courses' ? 'register.course' : 'register.position', {
    number: Number(place) + 1,
  });
  return t('register.problemAt', { label: row, message: label });
}

/** The parts of the form from the top to the bottom, by the first word of their fields' names. */
const inOrder = [
  'email',
  'way',
  'receivedOn',
  'receivedTime',
  'aboutYou',
  'category',
  'workplace',
  'motivation',
  'conditions',
  'file',
  'enclosed',
];

function placeOf({ field }: FieldProblem): number {
  return inOrder.indexOf(field.split('.')[0] ?? '');
}

/** The form's problems for the summary on top: each says which of the many fields it is about, from the top down. */
export function registerProblems(locale: Locale, returned: ReturnedForm | null): FieldProblem[] {
  const t = getTexts(locale, 'staff');
  const problems = [...(returned?.problems ?? [])].sort((a, b) => placeOf(a) - placeOf(b));
  return problems.map(({ field, message }) => {
    if (field === '') return { field, message };
    // At its field a label may ask; here it only names what the message is about.
    const label = labelOf(locale, field).replace(/\?$/, '');
    return { field, message: t('register.problemAt', { label, message }) };
  });
}

/** One long form: how the application came, what it says, and the paper itself. */
export function RegisterForm(props: {
  locale: Locale;
  cohort: CohortFacts;
  returned: ReturnedForm | null;
}) {
  const { locale, cohort, returned } = props;
  const t = getTexts(locale, 'staff');
  const values = returned?.typed ?? {};
  const field = bindFields({ locale, values, problems: returned?.problems ?? [] });
  const page = `/${locale}/staff/cohorts/${cohort.id}`;
  return (
    <div className={styles.form}>
      <p>{t('register.lead')}</p>
      <p>{t('register.order')}</p>
      <Form
        action={`/api/${locale}/staff/cohorts/${cohort.id}/register`}
        label={t('register.title')}
        multipart
      >
        <RegisterSection id="arrival" heading={t('register.arrival')}>
          <TextField
            {...field('email')}
            label={t('register.email')}
            hint={t('register.emailHint')}
            type="email"
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
          />
          <RadioGroup
            {...field('way')}
            label={t('register.way')}
            choices={registeredWays.map((value) => ({ value, label: t(`register.ways.${value}`) }))}
          />
          <DateField
            {...field('receivedOn')}
            label={t('register.receivedOn')}
            hint={t('register.receivedOnHint', {
              opens: formatLongDate(cohort.opensOn, locale),
              deadline: formatLongDate(cohort.applicationDeadline, locale),
            })}
          />
          <TextField
            {...field('receivedTime')}
            label={t('register.receivedTime')}
            hint={t('register.receivedTimeHint')}
            inputMode="numeric"
            autoComplete="off"
            width="short"
          />
        </RegisterSection>
        <RegisterAnswers locale={locale} cohort={cohort} field={field} />
        <RegisterSection id="paper" heading={t('register.paper')}>
          <FileField {...field('file')} label={t('register.file')} hint={t('register.fileHint')} />
          <p>{t('register.enclosed')}</p>
          {enclosures.map((each) => (
            <Checkbox
              key={each}
              {...field(`enclosed.${each}`)}
              label={t(`register.enclosures.${each}`)}
            />
          ))}
        </RegisterSection>
        <FormFooter>
          <Button>{t('register.button')}</Button>
          <ButtonLink variant="secondary" href={page}>
            {t('register.cancel')}
          </ButtonLink>
        </FormFooter>
      </Form>
    </div>
  );
}
