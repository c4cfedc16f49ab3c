import { getTexts } from '@/components/texts/get-texts';
import { RadioGroup } from '@/components/ui/choice-group';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { lengths } from '@/lib/application/forms';
import { kyrAnswers, managerSupportAnswers } from '@/lib/application/rules/answers';
import type { Locale } from '@/lib/kernel/locale';
import type { BindField } from './step-form';
import styles from './depending.module.css';

/** Where somebody works, and what the workplace makes of it. */
export function WorkplaceFields({ locale, field }: { locale: Locale; field: BindField }) {
  const t = getTexts(locale, 'application');
  return (
    <div className={styles.questions}>
      <TextField
        {...field('employer')}
        label={t('workplace.employer')}
        hint={t('workplace.employerHint')}
        autoComplete="organization"
      />
      <TextField
        {...field('organisationNumber')}
        label={t('workplace.organisationNumber')}
        hint={t('workplace.organisationNumberHint')}
        inputMode="numeric"
        autoComplete="off"
        width="medium"
      />
      <TextField
        {...field('unit')}
        label={t('workplace.unit')}
        hint={t('workplace.unitHint')}
        autoComplete="off"
      />
      <TextField
        {...field('managerName')}
        label={t('workplace.managerName')}
        hint={t('workplace.managerNameHint')}
        autoComplete="off"
      />
      <TextField
        {...field('managerEmail')}
        label={t('workplace.managerEmail')}
        hint={t('workplace.managerEmailHint')}
        type="email"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        optional
      />
      <RadioGroup
        {...field('managerSupports')}
        label={t('workplace.managerSupports')}
        choices={managerSupportAnswers.map((value) => ({
          value,
          label: t(`workplace.managerSupportsChoices.${value}`),
          ...(value === 'not-yet' ? { hint: t('workplace.managerNotYetHint') } : {}),
        }))}
      />
      <RadioGroup
        {...field('worksWithKyr')}
        label={t('workplace.worksWithKyr')}
        hint={t('workplace.worksWithKyrHint')}
        choices={kyrAnswers.map((value) => ({
          value,
          label: t(`workplace.worksWithKyrChoices.${value}`),
        }))}
      />
      <div data-for="yes partly" className={styles.part}>
        <TextArea
          {...field('howKyr')}
          label={t('workplace.howKyr')}
          hint={t('workplace.howKyrHint')}
          characterLimit={lengths.howKyr}
          rows={6}
        />
      </div>
      <TextArea
        {...field('howLearningUsed')}
        label={t('workplace.howLearningUsed')}
        hint={t('workplace.howLearningUsedHint')}
        characterLimit={lengths.howLearningUsed}
        rows={8}
      />
    </div>
  );
}
