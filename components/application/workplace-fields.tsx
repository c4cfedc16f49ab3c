import { getTexts } from '@/components/texts/get-texts';
import { RadioGroup } from '@/components/ui/choice-group';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { lengths } from '@/lib/application/forms';
import type { WorkplaceStanding } from '@/lib/application/queries/workplace-standing';
import { kyrAnswers, managerSupportAnswers } from '@/lib/application/rules/answers';
import { enterIntent } from '@/lib/application/rules/workplace-search';
import { formatLongDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { LongTextExample } from './long-text-example';
import type { BindField } from './step-form';
import type { FieldValues } from './typed-answers';
import { choiceOf, type WorkplaceChoices } from './workplace-choice';
import { WorkplaceChoiceList, WorkplaceSearchPart } from './workplace-search';
import styles from './depending.module.css';
import search from './workplace-search.module.css';

interface Props {
  locale: Locale;
  field: BindField;
  values: FieldValues;
  /** What «Søk» gave; null before it was pressed. */
  results: WorkplaceChoices | null;
  /** A workplace was just chosen among what was found. */
  wasChosen: boolean;
  /** What is known of the workplace as it stands in the fields. */
  standing: WorkplaceStanding;
  /** The step was saved, and comes back once to ask «Mener du …?». */
  isAsking: boolean;
  source: string;
  asksRegister: boolean;
}

/** Where somebody works, and what the workplace makes of it. */
export function WorkplaceFields(props: Props) {
  const { locale, field, values, results, wasChosen, standing } = props;
  const t = getTexts(locale, 'application');
  const isNamed = (values['employer']?.[0] ?? '') !== '';
  return (
    <div className={styles.questions}>
      <button
        type="submit"
        name="_intent"
        value={enterIntent}
        className={styles.enter}
        tabIndex={-1}
        aria-hidden="true"
      >
        {getTexts(locale, 'common')('continue')}
      </button>
      <input type="hidden" name="searched" value={values['search']?.[0] ?? ''} />
      <WorkplaceSearchPart {...props} results={results} isNamed={isNamed} />
      {wasChosen ? <Chosen {...props} /> : null}
      {results === null && standing.near.length > 0 ? <Near {...props} /> : null}
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
      {standing.kyrIsKnown ? <KnownKyr {...props} /> : <KyrQuestions {...props} />}
      <TextArea
        {...field('howLearningUsed')}
        label={t('workplace.howLearningUsed')}
        hint={t('workplace.howLearningUsedHint')}
        characterLimit={lengths.howLearningUsed}
        example={<LongTextExample locale={locale} field="howLearningUsed" />}
        rows={8}
      />
    </div>
  );
}

/** Says that a choice has been filled in, and what it leaves to be written. */
function Chosen({ locale, values }: Props) {
  const t = getTexts(locale, 'workplace');
  const hasUnit = (values['unit']?.[0] ?? '') !== '';
  return (
    <div id="workplace-chosen" tabIndex={-1} autoFocus className={search.focused}>
      <Notice kind="success" locale={locale} heading={t('chosen.heading')}>
        <p>{t('chosen.text')}</p>
        {hasUnit ? null : <p>{t('chosen.unit')}</p>}
      </Notice>
    </div>
  );
}

/** «Mener du …?»: asked, and never changed by itself. Going on once more leaves it as it is written. */
function Near({ locale, values, standing, isAsking }: Props) {
  const t = getTexts(locale, 'workplace');
  const unit = values['unit']?.[0]?.trim() ?? '';
  return (
    <div id="workplace-near" tabIndex={-1} autoFocus={isAsking} className={search.focused}>
      <input type="hidden" name="asWritten" value="yes" />
      <Notice
        kind="info"
        locale={locale}
        heading={t('near.heading', { count: standing.near.length })}
      >
        {isAsking ? <p>{t('near.saved')}</p> : null}
        <p>{unit === '' ? t('near.textNoUnit') : t('near.text', { unit })}</p>
        <WorkplaceChoiceList choices={standing.near.map((each) => choiceOf(locale, each))} />
      </Notice>
    </div>
  );
}

/** Known anchored workplaces are not asked about; what has been answered before stays where it is. */
function KnownKyr(props: Props) {
  const { locale, values, standing } = props;
  const t = getTexts(locale, 'workplace');
  const hasAnswered = [values['worksWithKyr'], values['howKyr']].some(
    (typed) => (typed?.[0] ?? '') !== '',
  );
  return (
    <>
      <div id="worksWithKyr">
        <Notice kind="info" locale={locale}>
          <p>
            {standing.anchoredSince === null
              ? t('known.then')
              : t('known.since', { date: formatLongDate(standing.anchoredSince, locale) })}
          </p>
        </Notice>
      </div>
      {hasAnswered ? (
        <Details summary={t('known.before')}>
          <KyrQuestions {...props} prefix="answered-" />
        </Details>
      ) : null}
    </>
  );
}

function KyrQuestions({ locale, field, prefix = '' }: Props & { prefix?: string }) {
  const t = getTexts(locale, 'application');
  const bound = (name: string) => {
    const binding = field(name);
    return { ...binding, id: `${prefix}${binding.id}` };
  };
  return (
    <>
      <RadioGroup
        {...bound('worksWithKyr')}
        label={t('workplace.worksWithKyr')}
        hint={t('workplace.worksWithKyrHint')}
        choices={kyrAnswers.map((value) => ({
          value,
          label: t(`workplace.worksWithKyrChoices.${value}`),
        }))}
      />
      <div data-for="yes partly" className={styles.part}>
        <TextArea
          {...bound('howKyr')}
          label={t('workplace.howKyr')}
          hint={t('workplace.howKyrHint')}
          characterLimit={lengths.howKyr}
          example={<LongTextExample locale={locale} field="howKyr" />}
          rows={6}
        />
      </div>
    </>
  );
}
