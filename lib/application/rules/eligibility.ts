import type { LocalDate } from '@/lib/kernel/time';
import type { Category } from '@/lib/programme/rules/programme-texts';
import type {
  Answers,
  AboutYou,
  CategoryAnswers,
  ConditionsAnswers,
  DocumentPurpose,
  MotivationAnswers,
  WorkplaceAnswers,
  WorkPeriod,
} from './answers';
import { conditions, emptySections } from './answers';
import type { ApplicationStep } from './steps';
import { hasWorkYears, totalWork, type HeldPosition } from './work-periods';

/**
 * What the programme asks of a category's applicants beyond the questions that all answer:
 * 'profession': profession and education. 'profession-with-experience': those, and relevant
 * experience. 'work-and-courses': work of at least `minimumFteYears` and a course, both documented.
 */
export type Requirement = Pick<Category, 'number' | 'requirement' | 'minimumFteYears'>;

/** Why something is missing, a word per wording. */
export type MissingCode =
  | 'required'
  | 'choose-one'
  | 'must-confirm'
  | 'unknown-category'
  | 'year-to-come'
  | 'too-few-years'
  | 'work-not-documented'
  | 'course-not-documented';

/** One thing that must be put right before the application can be submitted, and where. */
export interface Missing {
  readonly step: ApplicationStep;
  /** The name of the field in the step's form ('workPeriods.0.from'). */
  readonly field: string;
  readonly code: MissingCode;
  /** The figures of the wording. */
  readonly params?: Readonly<Record<string, number>>;
}

export interface ToCheck {
  readonly answers: Answers;
  /** What the attached documents show, one entry a document. */
  readonly documented: readonly DocumentPurpose[];
  readonly categories: readonly Requirement[];
  /** The local day in the cohort's zone: work that has not been done yet does not count. */
  readonly today: LocalDate;
  /** The questions about KYR need no answer: it is known of the workplace (`kyrIsKnown`). */
  readonly kyrIsKnown: boolean;
}

/**
 * Rule 2, formal completeness: everything that stands between an application and its submission.
 * None missing means that it can be submitted, however doubtful: doubt is for the assessment.
 */
export function missingFor(checked: ToCheck): Missing[] {
  const { answers, documented, categories, today } = checked;
  const category = answers.category ?? emptySections.category;
  return [
    ...missingAboutYou(answers.aboutYou ?? emptySections.aboutYou),
    ...missingInCategory(category, categories, today),
    ...missingWorkplace(answers.workplace ?? emptySections.workplace, checked.kyrIsKnown),
    ...missingMotivation(answers.motivation ?? emptySections.motivation),
    ...missingConditions(answers.conditions ?? emptySections.conditions),
    ...missingDocuments(category, categories, documented),
  ];
}

/** Whether a code says that a question is open, rather than that the answers do not hold. */
export const isLeftOpen: Readonly<Record<MissingCode, boolean>> = {
  required: true,
  'choose-one': true,
  'must-confirm': true,
  'unknown-category': false,
  'year-to-come': false,
  'too-few-years': false,
  'work-not-documented': false,
  'course-not-documented': false,
};

const choices: ReadonlySet<string> = new Set([
  'preferredLanguage',
  'categoryNumber',
  'managerSupports',
  'worksWithKyr',
]);

/** The requirement of the chosen category; null when none is chosen or the programme has it no more. */
export function chosenRequirement<R extends Requirement>(
  category: CategoryAnswers,
  categories: readonly R[],
): R | null {
  return categories.find((candidate) => candidate.number === category.categoryNumber) ?? null;
}

/** A text left empty, or a figure or a choice left open. */
function required<Section extends object>(
  step: ApplicationStep,
  section: Section,
  fields: readonly (keyof Section & string)[],
): Missing[] {
  return fields
    .filter((field) => section[field] === '' || section[field] === null)
    .map((field) => ({ step, field, code: choices.has(field) ? 'choose-one' : 'required' }));
}

function missingAboutYou(section: AboutYou): Missing[] {
  return required('about-you', section, ['name', 'phone', 'preferredLanguage']);
}

function missingInCategory(
  section: CategoryAnswers,
  categories: readonly Requirement[],
  today: LocalDate,
): Missing[] {
  const step = 'category';
  if (section.categoryNumber === null) return required(step, section, ['categoryNumber']);
  const chosen = chosenRequirement(section, categories);
  if (chosen === null) return [{ step, field: 'categoryNumber', code: 'unknown-category' }];
  switch (chosen.requirement) {
    case 'profession':
      return required(step, section, ['profession', 'education']);
    case 'profession-with-experience':
      return required(step, section, ['profession', 'education', 'relevantExperience']);
    case 'work-and-courses':
      return missingWorkAndCourses(section, chosen.minimumFteYears ?? 0, today);
  }
}

/** A period with everything that counting it takes. */
export function countedPosition(period: WorkPeriod): HeldPosition | null {
  if (period.percent === null || period.from === null) return null;
  return { percent: period.percent, from: period.from, to: period.to };
}

function missingWorkAndCourses(
  section: CategoryAnswers,
  minimumYears: number,
  today: LocalDate,
): Missing[] {
  const step = 'category';
  const missing: Missing[] = [];
  if (section.workPeriods.length === 0) {
    missing.push({ step, field: 'workPeriods', code: 'required' });
  }
  for (const [at, period] of section.workPeriods.entries()) {
    for (const item of required(step, period, ['employer', 'position', 'percent', 'from'])) {
      missing.push({ ...item, field: `workPeriods.${at}.${item.field}` });
    }
  }
  if (section.courses.length === 0) missing.push({ step, field: 'courses', code: 'required' });
  for (const [at, course] of section.courses.entries()) {
    for (const item of required(step, course, ['name', 'provider', 'year'])) {
      missing.push({ ...item, field: `courses.${at}.${item.field}` });
    }
    if (course.year !== null && course.year > Number(today.slice(0, 4))) {
      missing.push({ step, field: `courses.${at}.year`, code: 'year-to-come' });
    }
  }
  const positions = section.workPeriods.map(countedPosition);
  const complete = positions.filter((position) => position !== null);
  if (complete.length > 0 && complete.length === positions.length) {
    const total = totalWork(complete, today);
    if (!hasWorkYears(total, minimumYears)) {
      missing.push({
        step,
        field: 'workPeriods',
        code: 'too-few-years',
        params: { minimumYears, ...total.counted },
      });
    }
  }
  return missing;
}

/** Known anchored workplaces are matched, not asked again. */
function missingWorkplace(section: WorkplaceAnswers, kyrIsKnown: boolean): Missing[] {
  const worksWithKyr = section.worksWithKyr === 'yes' || section.worksWithKyr === 'partly';
  return required('workplace', section, [
    'employer',
    'organisationNumber',
    'unit',
    'managerName',
    'managerSupports',
    ...(kyrIsKnown ? [] : (['worksWithKyr'] as const)),
    ...(worksWithKyr && !kyrIsKnown ? (['howKyr'] as const) : []),
    'howLearningUsed',
  ]);
}

function missingMotivation(section: MotivationAnswers): Missing[] {
  return required('motivation', section, ['motivation']);
}

/** Everyone confirms reading English professional literature, role play and video recording. */
function missingConditions(section: ConditionsAnswers): Missing[] {
  return conditions
    .filter((field) => !section[field])
    .map((field) => ({ step: 'conditions', field, code: 'must-confirm' }));
}

/** Work and courses count only when documents show both: one marked 'work', one marked 'course'. */
function missingDocuments(
  category: CategoryAnswers,
  categories: readonly Requirement[],
  documented: readonly DocumentPurpose[],
): Missing[] {
  if (chosenRequirement(category, categories)?.requirement !== 'work-and-courses') return [];
  const step = 'documents';
  const missing: Missing[] = [];
  if (!documented.includes('work')) {
    missing.push({ step, field: 'documents', code: 'work-not-documented' });
  }
  if (!documented.includes('course')) {
    missing.push({ step, field: 'documents', code: 'course-not-documented' });
  }
  return missing;
}
