import type { ReactNode } from 'react';
import { getTexts } from '@/components/texts/get-texts';
import type { SummaryRow } from '@/components/ui/summary-list';
import {
  emptySections,
  type Answers,
  type CategoryAnswers,
  type Course,
  type WorkPeriod,
} from '@/lib/application/rules/answers';
import { chosenRequirement } from '@/lib/application/rules/eligibility';
import type { AnswerStep } from '@/lib/application/rules/steps';
import type { WorkTotal } from '@/lib/application/rules/work-periods';
import { formatNumber, formatShortDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { Category } from '@/lib/programme/rules/programme-texts';
import { conditions } from './conditions-fields';
import { workInWords } from './counted-work';
import { phoneInWords } from './phone-in-words';

/** One step's answers as the summary and My application show them. */
export interface AnswerSection {
  readonly step: AnswerStep;
  readonly rows: readonly SummaryRow[];
}

interface ToShow {
  readonly answers: Answers;
  readonly work: WorkTotal | null;
  readonly categories: readonly Category[];
  /** The address of «Endre» for a question; null leaves it out. */
  readonly change: ((step: AnswerStep, field: string) => string) | null;
}

type Row = readonly [field: string, term: string, value: ReactNode];

/** Everything that was asked, in the order of the steps, with what was answered. */
export function answerSections(locale: Locale, shown: ToShow): AnswerSection[] {
  const { answers, change } = shown;
  const section = (step: AnswerStep, rows: readonly Row[]): AnswerSection => ({
    step,
    rows: rows.map(([field, term, value]) => ({
      key: field,
      term,
      value,
      changeHref: change === null ? undefined : change(step, field),
    })),
  });
  return [
    section('about-you', aboutYouRows(locale, answers)),
    section('category', categoryRows(locale, shown)),
    section('workplace', workplaceRows(locale, answers)),
    section('motivation', motivationRows(locale, answers)),
    section('conditions', conditionRows(locale, answers)),
  ];
}

function aboutYouRows(locale: Locale, answers: Answers): Row[] {
  const t = getTexts(locale, 'application');
  const { name, phone, preferredLanguage } = answers.aboutYou ?? emptySections.aboutYou;
  return [
    ['name', t('aboutYou.name'), name],
    ['phone', t('aboutYou.phone'), phoneInWords(phone)],
    [
      'preferredLanguage',
      t('aboutYou.preferredLanguage'),
      preferredLanguage === null ? '' : t(`aboutYou.languages.${preferredLanguage}`),
    ],
  ];
}

function categoryRows(locale: Locale, { answers, work, categories }: ToShow): Row[] {
  const t = getTexts(locale, 'application');
  const category = answers.category ?? emptySections.category;
  const chosen = chosenRequirement(category, categories);
  const group: Row = [
    'categoryNumber',
    t('category.categoryNumber'),
    chosen === null
      ? ''
      : t('category.choice', { number: chosen.number, name: chosen.name[locale] }),
  ];
  if (chosen === null) return [group];
  const experience: Row = [
    'relevantExperience',
    t('category.relevantExperience'),
    category.relevantExperience,
  ];
  if (chosen.requirement === 'work-and-courses') {
    return [group, ...workRows(locale, category, work), experience];
  }
  return [
    group,
    ['profession', t('category.profession'), category.profession],
    ['education', t('category.education'), category.education],
    ['authorisationNumber', t('category.authorisationNumber'), category.authorisationNumber],
    experience,
  ];
}

function workRows(locale: Locale, category: CategoryAnswers, work: WorkTotal | null): Row[] {
  const t = getTexts(locale, 'application');
  const { workPeriods, courses } = category;
  return [
    [
      'workPeriods',
      t('category.work.heading'),
      workPeriods.length === 0 ? '' : <WorkPeriods locale={locale} periods={workPeriods} />,
    ],
    ['work-total', t('category.total.heading'), work === null ? '' : workInWords(work, locale)],
    [
      'courses',
      t('category.course.heading'),
      courses.length === 0 ? '' : <Courses locale={locale} courses={courses} />,
    ],
  ];
}

function WorkPeriods({ locale, periods }: { locale: Locale; periods: readonly WorkPeriod[] }) {
  const t = getTexts(locale, 'application');
  return (
    <ul>
      {periods.map(({ employer, position, percent, from, to }, at) => (
        <li key={at}>
          {t('summary.workPeriod', { employer, position })}.{' '}
          {t('summary.workPeriodTime', {
            percent: percent === null ? '?' : formatNumber(percent, locale),
            from: from === null ? '?' : formatShortDate(from, locale),
            to: to === null ? t('summary.now') : formatShortDate(to, locale),
          })}
        </li>
      ))}
    </ul>
  );
}

function Courses({ locale, courses }: { locale: Locale; courses: readonly Course[] }) {
  const t = getTexts(locale, 'application');
  return (
    <ul>
      {courses.map(({ name, provider, year }, at) => (
        <li key={at}>{t('summary.course', { name, provider, year: String(year ?? '?') })}</li>
      ))}
    </ul>
  );
}

function workplaceRows(locale: Locale, answers: Answers): Row[] {
  const t = getTexts(locale, 'application');
  const { managerSupports, worksWithKyr, ...text } = answers.workplace ?? emptySections.workplace;
  return [
    ['employer', t('workplace.employer'), text.employer],
    [
      'organisationNumber',
      t('workplace.organisationNumber'),
      text.organisationNumber.replace(/(\d{3})(?=\d)/g, '$1\u00a0'),
    ],
    ['unit', t('workplace.unit'), text.unit],
    ['managerName', t('workplace.managerName'), text.managerName],
    ['managerEmail', t('workplace.managerEmail'), text.managerEmail],
    [
      'managerSupports',
      t('workplace.managerSupports'),
      managerSupports === null ? '' : t(`workplace.managerSupportsChoices.${managerSupports}`),
    ],
    [
      'worksWithKyr',
      t('workplace.worksWithKyr'),
      worksWithKyr === null ? '' : t(`workplace.worksWithKyrChoices.${worksWithKyr}`),
    ],
    ...(worksWithKyr === 'yes' || worksWithKyr === 'partly'
      ? [['howKyr', t('workplace.howKyr'), text.howKyr] as const]
      : []),
    ['howLearningUsed', t('workplace.howLearningUsed'), text.howLearningUsed],
  ];
}

function motivationRows(locale: Locale, answers: Answers): Row[] {
  const t = getTexts(locale, 'application');
  const { motivation } = answers.motivation ?? emptySections.motivation;
  return [['motivation', t('motivation.motivation'), motivation]];
}

function conditionRows(locale: Locale, answers: Answers): Row[] {
  const t = getTexts(locale, 'application');
  const section = answers.conditions ?? emptySections.conditions;
  return conditions.map((name) => [
    name,
    t(`conditions.${name}`),
    section[name] ? t('summary.yes') : '',
  ]);
}
