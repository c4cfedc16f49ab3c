import { getTexts } from '@/components/texts/get-texts';
import {
  conditions,
  emptySections,
  type Answers,
  type CategoryAnswers,
  type WorkPeriod,
} from '@/lib/application/rules/answers';
import { chosenRequirement } from '@/lib/application/rules/eligibility';
import type { AnswerStep } from '@/lib/application/rules/steps';
import type { WorkTotal } from '@/lib/application/rules/work-periods';
import { formatNumber, formatShortDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { Category } from '@/lib/programme/rules/programme-texts';
import { workInWords } from './counted-work';
import { phoneInWords } from './phone-in-words';

/** A question with its answer as its applicant reads them; a list for what was given one by one. */
export interface AnswerInWords {
  readonly field: string;
  readonly term: string;
  readonly value: string | readonly string[];
}

/** One step's questions and answers. */
export interface StepInWords {
  readonly step: AnswerStep;
  readonly answers: readonly AnswerInWords[];
}

export interface ToWord {
  readonly answers: Answers;
  readonly work: WorkTotal | null;
  readonly categories: readonly Category[];
  /** KYR need not be answered for: an answer left open was then not asked for. */
  readonly kyrIsKnown?: boolean;
}

/** Everything that was asked, in the order of the steps, with what was answered. */
export function answersInWords(locale: Locale, given: ToWord): StepInWords[] {
  const { answers } = given;
  const step = (name: AnswerStep, rows: readonly Row[]): StepInWords => ({
    step: name,
    answers: rows.map(([field, term, value]) => ({ field, term, value })),
  });
  return [
    step('about-you', aboutYouRows(locale, answers)),
    step('category', categoryRows(locale, given)),
    step('workplace', workplaceRows(locale, given)),
    step('motivation', motivationRows(locale, answers)),
    step('conditions', conditionRows(locale, answers)),
  ];
}

type Row = readonly [field: string, term: string, value: string | readonly string[]];

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

function categoryRows(locale: Locale, { answers, work, categories }: ToWord): Row[] {
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
      workPeriods.map((period) => periodInWords(locale, period)),
    ],
    ...(work === null
      ? []
      : [['work-total', t('category.total.heading'), workInWords(work, locale)] as const]),
    [
      'courses',
      t('category.course.heading'),
      courses.map(({ name, provider, year }) =>
        t('summary.course', { name, provider, year: String(year ?? '?') }),
      ),
    ],
  ];
}

function periodInWords(
  locale: Locale,
  { employer, position, percent, from, to }: WorkPeriod,
): string {
  const t = getTexts(locale, 'application');
  const time = t('summary.workPeriodTime', {
    percent: percent === null ? '?' : formatNumber(percent, locale),
    from: from === null ? '?' : formatShortDate(from, locale),
    to: to === null ? t('summary.now') : formatShortDate(to, locale),
  });
  return `${t('summary.workPeriod', { employer, position })}. ${time}`;
}

function workplaceRows(locale: Locale, { answers, kyrIsKnown = false }: ToWord): Row[] {
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
      worksWithKyr !== null
        ? t(`workplace.worksWithKyrChoices.${worksWithKyr}`)
        : kyrIsKnown
          ? getTexts(locale, 'workplace')('known.notAsked')
          : '',
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
