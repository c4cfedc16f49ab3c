import { phoneInWords } from '@/components/application/phone-in-words';
import { getTexts } from '@/components/texts/get-texts';
import type { Answers, Course, WorkPeriod } from '@/lib/application/rules/answers';
import { formatNumber, formatShortDate } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { formatOrganisationNumber } from '@/lib/kernel/organisation-number';
import type { Category } from '@/lib/programme/rules/programme-texts';

export type AnswerSection = keyof Answers;

/** One answer in words. `value` is empty while the question is open. */
export interface AnswerLine {
  readonly section: AnswerSection;
  readonly key: string;
  readonly term: string;
  readonly value: string;
}

/** Every question of an application with its answer as staff read it, in the order of the steps. */
export function answerLines(
  answers: Answers,
  categories: readonly Category[],
  locale: Locale,
): AnswerLine[] {
  const t = getTexts(locale, 'staff');
  const { aboutYou, category, workplace, motivation, conditions } = answers;
  const yes = (answer: boolean | undefined) =>
    answer === undefined ? '' : t(answer ? 'answers.yes' : 'answers.no');
  const lines = {
    aboutYou: {
      name: aboutYou?.name,
      phone: phoneInWords(aboutYou?.phone ?? ''),
      preferredLanguage: aboutYou?.preferredLanguage
        ? t(`answers.languages.${aboutYou.preferredLanguage}`)
        : '',
    },
    category: {
      categoryNumber: categoryName(category?.categoryNumber ?? null, categories, locale),
      profession: category?.profession,
      education: category?.education,
      relevantExperience: category?.relevantExperience,
      authorisationNumber: category?.authorisationNumber,
      workPeriods: category?.workPeriods.map((period) => wordPeriod(period, locale)).join('\n'),
      courses: category?.courses.map(wordCourse).join('\n'),
    },
    workplace: {
      employer: workplace?.employer,
      organisationNumber: formatOrganisationNumber(workplace?.organisationNumber ?? ''),
      unit: workplace?.unit,
      managerName: workplace?.managerName,
      managerEmail: workplace?.managerEmail,
      managerSupports: workplace?.managerSupports
        ? t(`answers.managerSupports.${workplace.managerSupports}`)
        : '',
      // What has arrived without an answer was not asked for it.
      worksWithKyr: workplace?.worksWithKyr
        ? t(`answers.kyr.${workplace.worksWithKyr}`)
        : workplace === null
          ? ''
          : getTexts(locale, 'workplace')('staff.notAsked'),
      howKyr: workplace?.howKyr,
      howLearningUsed: workplace?.howLearningUsed,
    },
    motivation: { motivation: motivation?.motivation },
    conditions: {
      readsEnglish: yes(conditions?.readsEnglish),
      rolePlay: yes(conditions?.rolePlay),
      videoRecording: yes(conditions?.videoRecording),
    },
  } as const satisfies Record<AnswerSection, Record<string, string | undefined>>;
  return (Object.keys(lines) as AnswerSection[]).flatMap((section) =>
    Object.entries(lines[section]).map(([key, value]) => ({
      section,
      key,
      // The keys are those of the record above; its type cannot carry them through `entries`.
      term: t(`answers.fields.${key as keyof (typeof lines)['aboutYou']}`),
      value: value ?? '',
    })),
  );
}

function categoryName(
  number: number | null,
  categories: readonly Category[],
  locale: Locale,
): string {
  if (number === null) return '';
  const known = categories.find((category) => category.number === number);
  return known === undefined ? String(number) : `${number}: ${known.name[locale]}`;
}

function wordPeriod(period: WorkPeriod, locale: Locale): string {
  const { employer, position, percent, from, to } = period;
  const until =
    to === null ? getTexts(locale, 'staff')('work.stillHeld') : formatShortDate(to, locale);
  const span = from === null ? '' : `${formatShortDate(from, locale)}–${until}`;
  return [employer, position, percent === null ? '' : `${formatNumber(percent, locale)} %`, span]
    .filter((part) => part !== '')
    .join(', ');
}

function wordCourse({ name, provider, year }: Course): string {
  return [name, provider, year === null ? '' : String(year)]
    .filter((part) => part !== '')
    .join(', ');
}
