import { getTexts } from '@/components/texts/get-texts';
import type { Answers } from '@/lib/application/rules/answers';
import { sectionOf, type AnswerStep } from '@/lib/application/rules/steps';
import type { Locale } from '@/lib/kernel/locale';
import type { Category } from '@/lib/programme/rules/programme-texts';
import { answersInWords } from './answer-words';

/** What a field of a step is called on the page; null for a name that the step does not have. */
export function fieldLabel(locale: Locale, step: AnswerStep, field: string): string | null {
  const t = getTexts(locale, 'application');
  const labels: Readonly<Record<AnswerStep, Readonly<Record<string, string>>>> = {
    'about-you': {
      name: t('aboutYou.name'),
      phone: t('aboutYou.phone'),
      preferredLanguage: t('aboutYou.preferredLanguage'),
    },
    category: {
      categoryNumber: t('category.categoryNumber'),
      profession: t('category.profession'),
      education: t('category.education'),
      relevantExperience: t('category.relevantExperience'),
      authorisationNumber: t('category.authorisationNumber'),
      workPeriods: t('category.work.heading'),
      courses: t('category.course.heading'),
    },
    workplace: {
      employer: t('workplace.employer'),
      organisationNumber: t('workplace.organisationNumber'),
      unit: t('workplace.unit'),
      managerName: t('workplace.managerName'),
      managerEmail: t('workplace.managerEmail'),
      managerSupports: t('workplace.managerSupports'),
      worksWithKyr: t('workplace.worksWithKyr'),
      howKyr: t('workplace.howKyr'),
      howLearningUsed: t('workplace.howLearningUsed'),
    },
    motivation: { motivation: t('motivation.motivation') },
    conditions: {
      readsEnglish: t('conditions.readsEnglish'),
      rolePlay: t('conditions.rolePlay'),
      videoRecording: t('conditions.videoRecording'),
    },
  };
  const ofStep = labels[step];
  return Object.hasOwn(ofStep, field) ? (ofStep[field] ?? null) : null;
}

/** A saved answer as its applicant reads it, also one that the chosen group does not ask for. */
export function savedInWords(
  locale: Locale,
  step: AnswerStep,
  field: string,
  { answers, categories }: { answers: Answers; categories: readonly Category[] },
): string {
  const t = getTexts(locale, 'drafts');
  const section: Readonly<Record<string, unknown>> = { ...answers[sectionOf[step]] };
  const raw = section[field];
  if (typeof raw === 'boolean') return t(raw ? 'conflict.ticked' : 'conflict.notTicked');
  const worded = answersInWords(locale, { answers, categories, work: null })
    .find((each) => each.step === step)
    ?.answers.find((each) => each.field === field)?.value;
  const value = worded ?? (typeof raw === 'string' ? raw : '');
  const text = typeof value === 'string' ? value : value.join('\n');
  return text === '' ? getTexts(locale, 'common')('notAnswered') : text;
}
