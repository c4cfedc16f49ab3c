import { getTexts } from '@/components/texts/get-texts';
import type { FieldBinding } from '@/components/ui/bind-fields';
import { Checkbox } from '@/components/ui/checkbox';
import { RadioGroup } from '@/components/ui/choice-group';
import { DateField } from '@/components/ui/date-field';
import { ErrorMessage } from '@/components/ui/field-frame';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { lengths } from '@/lib/application/forms';
import { kyrAnswers, managerSupportAnswers } from '@/lib/application/rules/answers';
import { locales, type Locale } from '@/lib/kernel/locale';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { RegisterSection } from './register-section';
import styles from './register-form.module.css';

interface Props {
  locale: Locale;
  cohort: CohortFacts;
  field: (name: string) => FieldBinding;
}

/** As many rows as most papers have. The applicant can add more, signed in. */
const places = [0, 1, 2] as const;

/** The questions of the applicant's own steps, in the words that staff know them by. */
export function RegisterAnswers(props: Props) {
  const { locale, field } = props;
  const t = getTexts(locale, 'staff');
  return (
    <>
      <AboutYou {...props} />
      <Category {...props} />
      <Workplace {...props} />
      <RegisterSection id="motivation" heading={t('answers.sections.motivation')}>
        <TextArea
          {...field('motivation.motivation')}
          label={t('answers.fields.motivation')}
          characterLimit={lengths.motivation}
          rows={10}
        />
      </RegisterSection>
      <RegisterSection id="conditions" heading={t('answers.sections.conditions')}>
        <p>{t('register.confirmed')}</p>
        {(['readsEnglish', 'rolePlay', 'videoRecording'] as const).map((name) => (
          <Checkbox
            key={name}
            {...field(`conditions.${name}`)}
            label={t(`answers.fields.${name}`)}
          />
        ))}
      </RegisterSection>
    </>
  );
}

function AboutYou({ locale, field }: Props) {
  const t = getTexts(locale, 'staff');
  return (
    <RegisterSection id="about-you" heading={t('answers.sections.aboutYou')}>
      <TextField {...field('aboutYou.name')} label={t('answers.fields.name')} autoComplete="off" />
      <TextField
        {...field('aboutYou.phone')}
        label={t('answers.fields.phone')}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        width="medium"
      />
      <RadioGroup
        {...field('aboutYou.preferredLanguage')}
        label={t('answers.fields.preferredLanguage')}
        choices={locales.map((value) => ({ value, label: t(`answers.languages.${value}`) }))}
      />
    </RegisterSection>
  );
}

function Category({ locale, cohort, field }: Props) {
  const t = getTexts(locale, 'staff');
  const lists = {
    workPeriods: field('category.workPeriods').error,
    courses: field('category.courses').error,
  };
  return (
    <RegisterSection id="category" heading={t('answers.sections.category')}>
      <RadioGroup
        {...field('category.categoryNumber')}
        label={t('answers.fields.categoryNumber')}
        choices={cohort.programme.categories.map(({ number, name }) => ({
          value: String(number),
          label: t('register.choice', { number, name: name[locale] }),
        }))}
      />
      <p>{t('register.byGroup')}</p>
      <TextField
        {...field('category.profession')}
        label={t('answers.fields.profession')}
        autoComplete="off"
      />
      {(['education', 'relevantExperience'] as const).map((name) => (
        <TextArea
          key={name}
          {...field(`category.${name}`)}
          label={t(`answers.fields.${name}`)}
          characterLimit={lengths[name]}
          rows={4}
        />
      ))}
      <TextField
        {...field('category.authorisationNumber')}
        label={t('answers.fields.authorisationNumber')}
        inputMode="numeric"
        autoComplete="off"
        width="medium"
        optional
      />
      <p>{t('register.rows')}</p>
      <div id="category.workPeriods" tabIndex={-1}>
        <ErrorMessage id="category.workPeriods" locale={locale}>
          {lists.workPeriods}
        </ErrorMessage>
        {places.map((at) => (
          <WorkPeriod key={at} at={at} locale={locale} field={field} />
        ))}
      </div>
      <div id="category.courses" tabIndex={-1}>
        <ErrorMessage id="category.courses" locale={locale}>
          {lists.courses}
        </ErrorMessage>
        {places.map((at) => (
          <Course key={at} at={at} locale={locale} field={field} />
        ))}
      </div>
    </RegisterSection>
  );
}

type RowProps = Omit<Props, 'cohort'> & { at: number };

function WorkPeriod({ at, locale, field }: RowProps) {
  const t = getTexts(locale, 'staff');
  const own = (name: string) => field(`category.workPeriods.${at}.${name}`);
  return (
    <fieldset className={styles.row}>
      <legend>{t('register.position', { number: at + 1 })}</legend>
      <TextField {...own('employer')} label={t('answers.fields.employer')} autoComplete="off" />
      <TextField {...own('position')} label={t('answers.fields.position')} autoComplete="off" />
      <TextField
        {...own('percent')}
        label={t('answers.fields.percent')}
        inputMode="numeric"
        autoComplete="off"
        width="short"
      />
      <DateField {...own('from')} label={t('answers.fields.from')} />
      <DateField {...own('to')} label={t('answers.fields.to')} hint={t('register.stillHeld')} />
    </fieldset>
  );
}

function Course({ at, locale, field }: RowProps) {
  const t = getTexts(locale, 'staff');
  const own = (name: string) => field(`category.courses.${at}.${name}`);
  return (
    <fieldset className={styles.row}>
      <legend>{t('register.course', { number: at + 1 })}</legend>
      <TextField {...own('name')} label={t('answers.fields.name')} autoComplete="off" />
      <TextField {...own('provider')} label={t('answers.fields.provider')} autoComplete="off" />
      <TextField
        {...own('year')}
        label={t('answers.fields.year')}
        inputMode="numeric"
        autoComplete="off"
        width="short"
      />
    </fieldset>
  );
}

function Workplace({ locale, field }: Props) {
  const t = getTexts(locale, 'staff');
  return (
    <RegisterSection id="workplace" heading={t('answers.sections.workplace')}>
      <TextField
        {...field('workplace.employer')}
        label={t('answers.fields.employer')}
        autoComplete="off"
      />
      <TextField
        {...field('workplace.organisationNumber')}
        label={t('answers.fields.organisationNumber')}
        inputMode="numeric"
        autoComplete="off"
        width="medium"
      />
      <TextField {...field('workplace.unit')} label={t('answers.fields.unit')} autoComplete="off" />
      <TextField
        {...field('workplace.managerName')}
        label={t('answers.fields.managerName')}
        autoComplete="off"
      />
      <TextField
        {...field('workplace.managerEmail')}
        label={t('answers.fields.managerEmail')}
        type="email"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        optional
      />
      <RadioGroup
        {...field('workplace.managerSupports')}
        label={t('answers.fields.managerSupports')}
        choices={managerSupportAnswers.map((value) => ({
          value,
          label: t(`answers.managerSupports.${value}`),
        }))}
      />
      <RadioGroup
        {...field('workplace.worksWithKyr')}
        label={t('answers.fields.worksWithKyr')}
        choices={kyrAnswers.map((value) => ({ value, label: t(`answers.kyr.${value}`) }))}
      />
      {(['howKyr', 'howLearningUsed'] as const).map((name) => (
        <TextArea
          key={name}
          {...field(`workplace.${name}`)}
          label={t(`answers.fields.${name}`)}
          characterLimit={lengths[name]}
          rows={5}
        />
      ))}
    </RegisterSection>
  );
}
