import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/kernel/time';
import {
  documentPurposes,
  noAnswers,
  type Answers,
  type CategoryAnswers,
} from '@/lib/application/rules/answers';
import { missingFor, type Requirement } from '@/lib/application/rules/eligibility';
import { stepProgress, stepToContinueWith } from '@/lib/application/rules/progress';
import { applicationSteps } from '@/lib/application/rules/steps';

const today = localDate('2027-05-01');

const categories: readonly Requirement[] = [
  { number: 1, requirement: 'profession', minimumFteYears: null },
  { number: 3, requirement: 'profession-with-experience', minimumFteYears: null },
  { number: 4, requirement: 'work-and-courses', minimumFteYears: 2 },
];

const byProfession: CategoryAnswers = {
  categoryNumber: 1,
  profession: 'Psykologspesialist',
  education: 'Profesjonsstudiet i psykologi, 2015',
  relevantExperience: '',
  authorisationNumber: '',
  workPeriods: [],
  courses: [],
};

const byWork: CategoryAnswers = {
  ...byProfession,
  categoryNumber: 4,
  profession: '',
  education: '',
  workPeriods: [
    {
      employer: 'Fjordby kommune',
      position: 'Miljøarbeider',
      percent: 100,
      from: localDate('2024-01-01'),
      to: null,
    },
  ],
  courses: [{ name: 'Trygghet og samspill', provider: 'Fjordby kommune', year: 2025 }],
};

const complete: Answers = {
  aboutYou: { name: 'Kari Eksempel', phone: '+4799999999', preferredLanguage: 'nb' },
  category: byProfession,
  workplace: {
    employer: 'Fjordby helseforetak',
    organisationNumber: '974760673',
    unit: 'DPS Nord, døgn',
    managerName: 'Ola Eksempel',
    managerEmail: '',
    managerSupports: 'yes',
    worksWithKyr: 'no',
    howKyr: '',
    howLearningUsed: 'Vi begynner med en gruppe på posten.',
  },
  motivation: { motivation: 'Jeg vil lære å møte mennesker i krise.' },
  conditions: { readsEnglish: true, rolePlay: true, videoRecording: true },
};

function missing(
  answers: Answers,
  documented: readonly ('education' | 'work' | 'course' | 'other')[] = [],
  kyrIsKnown = false,
): string[] {
  return missingFor({ answers, documented, categories, today, kyrIsKnown }).map(
    (item) => `${item.step}/${item.field}: ${item.code}`,
  );
}

describe('what is missing from an application', () => {
  it('is nothing when everything is answered', () => {
    expect(missing(complete)).toEqual([]);
  });

  it('is every section of an empty one, and no document before the category is known', () => {
    const steps = new Set(
      missingFor({
        answers: noAnswers,
        documented: [],
        categories,
        today,
        kyrIsKnown: false,
      }).map((item) => item.step),
    );
    expect([...steps]).toEqual(['about-you', 'category', 'workplace', 'motivation', 'conditions']);
  });

  it.each(['readsEnglish', 'rolePlay', 'videoRecording'] as const)(
    'is the confirmation of %s, for everyone',
    (field) => {
      const conditions = {
        readsEnglish: true,
        rolePlay: true,
        videoRecording: true,
        [field]: false,
      };
      expect(missing({ ...complete, conditions })).toEqual([`conditions/${field}: must-confirm`]);
    },
  );

  it('is profession and education for those who qualify by profession', () => {
    const category = { ...byProfession, profession: '', education: '' };
    expect(missing({ ...complete, category })).toEqual([
      'category/profession: required',
      'category/education: required',
    ]);
  });

  it('is relevant experience only for those whose category asks for it', () => {
    const category = { ...byProfession, categoryNumber: 3 };
    expect(missing({ ...complete, category })).toEqual(['category/relevantExperience: required']);
    expect(
      missing({ ...complete, category: { ...category, relevantExperience: 'Fire år på DPS.' } }),
    ).toEqual([]);
  });

  it('is a category that the programme has', () => {
    expect(missing({ ...complete, category: { ...byProfession, categoryNumber: 9 } })).toEqual([
      'category/categoryNumber: unknown-category',
    ]);
  });

  it('is how the workplace works with KYR only when it does', () => {
    const workplace = complete.workplace;
    if (workplace === null) throw new Error('The complete application has a workplace.');
    for (const worksWithKyr of ['yes', 'partly'] as const) {
      expect(missing({ ...complete, workplace: { ...workplace, worksWithKyr } })).toEqual([
        'workplace/howKyr: required',
      ]);
    }
  });

  it('is nothing about KYR when it is known of the workplace', () => {
    const workplace = complete.workplace;
    if (workplace === null) throw new Error('The complete application has a workplace.');
    for (const worksWithKyr of [null, 'yes', 'partly', 'no'] as const) {
      const answers = { ...complete, workplace: { ...workplace, worksWithKyr, howKyr: '' } };
      expect(missing(answers, [], true)).toEqual([]);
    }
    const answers = { ...complete, workplace: { ...workplace, worksWithKyr: null } };
    expect(missing(answers, [], false)).toEqual(['workplace/worksWithKyr: choose-one']);
  });

  it('is nothing however doubtful the workplace and the support of the manager are', () => {
    const workplace = complete.workplace;
    if (workplace === null) throw new Error('The complete application has a workplace.');
    expect(
      missing({ ...complete, workplace: { ...workplace, managerSupports: 'not-yet' } }),
    ).toEqual([]);
  });
});

describe('those without a college degree', () => {
  const application = { ...complete, category: byWork };
  const period = byWork.workPeriods[0];
  if (period === undefined) throw new Error('The category by work has a period.');

  it.each([
    [
      [],
      ['documents/documents: work-not-documented', 'documents/documents: course-not-documented'],
    ],
    [['work'], ['documents/documents: course-not-documented']],
    [['course', 'other'], ['documents/documents: work-not-documented']],
    [['work', 'course'], []],
  ] as const)('who have documented %j', (documented, expected) => {
    expect(missing(application, documented)).toEqual(expected);
  });

  it('must have worked at least two full-time-equivalent years', () => {
    const category = { ...byWork, workPeriods: [{ ...period, percent: 50 }] };
    expect(
      missingFor({
        answers: { ...complete, category },
        documented: ['work', 'course'],
        categories,
        today,
        kyrIsKnown: false,
      }),
    ).toEqual([
      {
        step: 'category',
        field: 'workPeriods',
        code: 'too-few-years',
        params: { minimumYears: 2, years: 1, months: 8 },
      },
    ]);
  });

  it('cannot have finished a course in a year that has not come', () => {
    const thisYear = Number(today.slice(0, 4));
    const ofCourse = (year: number) =>
      missing(
        { ...complete, category: { ...byWork, courses: [{ ...byWork.courses[0]!, year }] } },
        ['work', 'course'],
      );
    expect(ofCourse(thisYear)).toEqual([]);
    expect(ofCourse(thisYear + 1)).toEqual(['category/courses.0.year: year-to-come']);
  });

  it('are told of every field of a period or course that is half filled in', () => {
    const category = {
      ...byWork,
      workPeriods: [period, { ...period, employer: '', from: null }],
      courses: [{ name: '', provider: 'Fjordby kommune', year: null }],
    };
    expect(missing({ ...complete, category }, ['work', 'course'])).toEqual([
      'category/workPeriods.1.employer: required',
      'category/workPeriods.1.from: required',
      'category/courses.0.name: required',
      'category/courses.0.year: required',
    ]);
  });

  it('need a course as well as the years, and the years as well as a course', () => {
    expect(
      missing({ ...complete, category: { ...byWork, courses: [] } }, ['work', 'course']),
    ).toEqual(['category/courses: required']);
    expect(
      missing({ ...complete, category: { ...byWork, workPeriods: [] } }, ['work', 'course']),
    ).toEqual(['category/workPeriods: required']);
  });

  it('are never let through without both documents, whatever else they have', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...documentPurposes)), (documented) => {
        expect(missing(application, documented).length === 0).toBe(
          documented.includes('work') && documented.includes('course'),
        );
      }),
    );
  });
});

describe('the progress of the steps', () => {
  const progress = (answers: Answers, documented: readonly 'work'[] = [], received = false) =>
    stepProgress(
      { answers, documents: documented.length, received },
      missingFor({ answers, documented, categories, today, kyrIsKnown: false }),
    );

  it('begins with nothing started, at the first step', () => {
    const steps = progress(noAnswers);
    expect(steps.map((step) => step.step)).toEqual(applicationSteps);
    expect(new Set(steps.map((step) => step.state))).toEqual(new Set(['not-started']));
    expect(stepToContinueWith(steps)).toBe('about-you');
  });

  it('is begun where a step was saved for later, and goes on there', () => {
    const aboutYou = { name: 'Kari Eksempel', phone: '', preferredLanguage: null };
    const steps = progress({ ...complete, aboutYou });
    expect(steps[0]?.state).toBe('begun');
    expect(stepToContinueWith(steps)).toBe('about-you');
  });

  it('has nothing done about documents before a group is chosen', () => {
    const state = (answers: Answers) =>
      progress(answers).find(({ step }) => step === 'documents')?.state;
    const category = { ...byProfession, categoryNumber: null };
    expect(state({ ...complete, category })).toBe('not-started');
    expect(state({ ...complete, category: byProfession })).toBe('done');
  });

  it('needs attention where everything is answered and yet does not hold', () => {
    const category = {
      ...byWork,
      workPeriods: byWork.workPeriods.map((p) => ({ ...p, percent: 10 })),
    };
    const steps = progress({ ...complete, category }, ['work']);
    const state = (name: string) => steps.find((step) => step.step === name)?.state;
    expect(state('category')).toBe('needs-attention');
    expect(state('documents')).toBe('begun');
    expect(stepToContinueWith(steps)).toBe('category');
  });

  it('leaves only the summary when all is done, and nothing once it is received', () => {
    expect(stepToContinueWith(progress(complete))).toBe('summary');
    expect(progress(complete).filter((step) => step.state !== 'done')).toHaveLength(1);
    expect(progress(complete, [], true).every((step) => step.state === 'done')).toBe(true);
  });
});
