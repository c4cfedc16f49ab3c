import { describe, expect, it } from 'vitest';
import { getTexts } from '@/components/texts/get-texts';
import { readCategoryReturn } from '@/components/application/category-return';
import { canBeWithdrawn, caseStanding } from '@/components/application/case-standing';
import { countTypedWork, uncountedWork, workInWords } from '@/components/application/counted-work';
import { phoneInWords } from '@/components/application/phone-in-words';
import { fileSize } from '@/components/application/file-size';
import { typedAnswers } from '@/components/application/typed-answers';
import { wordApplicationProblems } from '@/components/application/word-problems';
import { areas } from '@/components/texts/areas';
import { attachmentNamed } from '@/app/api/documents/[documentId]/attachment-name';
import type { ApplicantOutcome } from '@/lib/admission/queries/offer-for-applicant';
import type { MyApplicationItem } from '@/lib/application/queries/my-applications';
import {
  aboutYouForm,
  attachDocumentForm,
  categoryForm,
  conditionsForm,
  motivationForm,
} from '@/lib/application/forms';
import { workplaceForm } from '@/lib/application/workplace-form';
import { noAnswers } from '@/lib/application/rules/answers';
import { missingFor } from '@/lib/application/rules/eligibility';
import { locales } from '@/lib/kernel/locale';
import { localDate } from '@/lib/kernel/time';
import { problemsOfParse, type Problem } from '@/lib/platform/door/problems';
import { recoveryProgramme } from '@/prisma/demo/recovery-programme';

const today = localDate('2026-11-22');

describe('the category form that comes back', () => {
  const typed = {
    categoryNumber: ['4'],
    'workPeriods.0.employer': ['Sykehuset'],
    'workPeriods.0.percent': ['80'],
  };
  const refused = { field: '_intent', code: 'malformed', params: {} };

  it('is longer, and not in error, when «Legg til» was pressed', () => {
    const back = readCategoryReturn({
      typed: { ...typed, _intent: ['add-work'] },
      problems: [refused],
    });
    expect(back.pressed).toBe('add-work');
    expect(back.problems).toEqual([]);
    expect(back.typed['workPeriods.0.employer']).toEqual(['Sykehuset']);
    expect(back.typed['workPeriods.1.employer']).toEqual(['']);
  });

  it('is as it was when «Regn sammen» was pressed, and says what could not be counted', () => {
    const back = readCategoryReturn({
      typed: { ...typed, _intent: ['count'] },
      problems: [refused],
    });
    expect(back.problems).toEqual([
      { field: 'workPeriods.0.from', code: 'not-counted', params: { number: 1 } },
    ]);
    expect(back.typed['workPeriods.0.percent']).toEqual(['80']);
  });

  it('keeps its problems when it was sent to be saved', () => {
    const problems = [{ field: 'profession', code: 'required', params: {} }];
    const back = readCategoryReturn({ typed: { ...typed, _intent: ['continue'] }, problems });
    expect(back).toMatchObject({ pressed: null, problems });
  });

  it('says that somebody was signed out, also when the button only rearranges', () => {
    const signedOut = { field: '', code: 'session-ended', params: {} };
    const back = readCategoryReturn({
      typed: { ...typed, _intent: ['add-course'] },
      problems: [signedOut],
    });
    expect(back.problems).toEqual([signedOut]);
  });
});

describe('work on the page', () => {
  const values = {
    'workPeriods.0.percent': ['80'],
    'workPeriods.0.from': ['1.1.2022'],
    'workPeriods.0.to': ['31.12.2023'],
    'workPeriods.1.percent': ['100'],
    'workPeriods.1.from': ['2024-01-01'],
    'workPeriods.1.to': ['2024-08-31'],
    'workPeriods.2.percent': ['hundre'],
    'workPeriods.2.from': ['31.02.2024'],
  };

  it('is counted from what was typed, and said as a sum', () => {
    const work = countTypedWork(values, 3, 2, today);
    expect(work?.isEnough).toBe(true);
    expect(work && workInWords(work.total, 'nb')).toBe('1 år 7 md. + 0 år 8 md. = 2 år 3 md.');
    expect(uncountedWork(values)).toEqual([
      { field: 'workPeriods.2.percent', code: 'not-counted', params: { number: 3 } },
      { field: 'workPeriods.2.from', code: 'not-counted', params: { number: 3 } },
    ]);
  });

  it.each([
    ['80', '2 år 0 md. × 80 % = 1 år 7 md.'],
    ['62,5', '2 år 0 md. × 62,5 % = 1 år 3 md.'],
    ['100', '2 år 0 md.'],
  ])('in a single position of %s percent is said with how it comes to that', (percent, said) => {
    const work = countTypedWork({ ...values, 'workPeriods.0.percent': [percent] }, 1, 2, today);
    expect(work && workInWords(work.total, 'nb')).toBe(said.replace(' %', '\u00a0%'));
  });

  it('that has not begun yet comes to nothing, and is not multiplied', () => {
    const coming = { ...values, 'workPeriods.0.from': ['1.1.2090'], 'workPeriods.0.to': [''] };
    const work = countTypedWork(coming, 1, 2, today);
    expect(work && workInWords(work.total, 'nb')).toBe('0 år 0 md.');
  });

  it('takes away again what positions held at once came to beyond full time', () => {
    const overlapping = { ...values, 'workPeriods.1.from': ['2023-07-01'] };
    const work = countTypedWork(overlapping, 2, 2, today);
    expect(work && workInWords(work.total, 'nb')).toBe(
      '1 år 7 md. + 1 år 2 md. − 0 år 4 md. = 2 år 4 md.',
    );
  });

  it('is said to staff in years and months, without those that are none', () => {
    const length = (years: number, months: number) =>
      getTexts('nb', 'staff')('work.length', { years, months });
    expect([length(2, 1), length(3, 0), length(0, 9), length(0, 1)]).toEqual([
      '2 år og 1 måned',
      '3 år',
      '9 måneder',
      '1 måned',
    ]);
  });

  it('is nothing yet when no period can be counted', () => {
    expect(countTypedWork({ 'workPeriods.0.percent': ['50'] }, 1, 2, today)).toBeNull();
  });
});

it('saved answers are typed answers', () => {
  expect(
    typedAnswers({ list: [{ from: '2024-01-01', percent: 80, to: null }], yes: true, no: false }),
  ).toEqual({ 'list.0.from': ['2024-01-01'], 'list.0.percent': ['80'], yes: ['yes'] });
});

it.each([
  ['40000001', '+47 400 00 001'],
  ['+4740000001', '+47 400 00 001'],
  ['004722334455', '+47 22 33 44 55'],
  ['+46701234567', '+46701234567'],
  ['0046701234567', '+46701234567'],
  ['', ''],
])('the telephone number %j is read as %j', (phone, words) => {
  expect(phoneInWords(phone).replaceAll('\u00a0', ' ')).toBe(words);
});

it('a file says its size as people compare sizes', () => {
  expect(fileSize(240 * 1024, 'nb')).toBe('240\u00a0kB');
  expect(fileSize(1_468_006, 'nb')).toBe('1,4\u00a0MB');
  expect(fileSize(1_468_006, 'en')).toBe('1.4\u00a0MB');
});

it('a document is saved under its own name, whatever is in it', () => {
  expect(attachmentNamed("Attest «Å» 100% o'k.pdf")).toBe(
    `attachment; filename="Attest _A_ 100_ o'k.pdf"; filename*=UTF-8''Attest%20%C2%AB%C3%85%C2%BB%20100%25%20o%27k.pdf`,
  );
  expect(attachmentNamed('a"\r\nb.pdf')).not.toMatch(/[\r\n]/);
});

describe('what an applicant is told of the state', () => {
  const closed = { state: 'submitted', window: 'closed', cohort: { state: 'assessing' } };
  const subject = (changes: object) => ({ ...closed, ...changes }) as unknown as MyApplicationItem;
  const none = { kind: 'none' } as ApplicantOutcome;
  const offer = (standing: string) => ({ kind: 'offer', standing }) as ApplicantOutcome;

  it.each([
    ['a draft before the deadline', { state: 'draft', window: 'open' }, none, 'draft'],
    ['a draft after it', { state: 'draft' }, none, 'draft-closed'],
    ['sent before the deadline', { window: 'open' }, none, 'received'],
    ['sent, after the deadline', {}, none, 'assessed'],
    ['an offer that is only prepared', {}, offer('prepared'), 'assessed'],
    ['an open offer', {}, offer('open'), 'offer'],
    ['an offer past its day', {}, offer('lapsed'), 'lapsed'],
    ['a signed slip', {}, offer('accepted'), 'bound'],
    ['withdrawn', { state: 'withdrawn' }, none, 'withdrawn'],
    ['a cohort that was cancelled', { cohort: { state: 'cancelled' } }, none, 'cohort-cancelled'],
  ] as const)('%s', (_name, changes, outcome, standing) => {
    expect(caseStanding(subject(changes), outcome)).toBe(standing);
  });

  it('never shows the way out of an application that waits for an answer to its offer', () => {
    expect(canBeWithdrawn.offer).toBe(false);
    expect(canBeWithdrawn['waiting-list']).toBe(true);
  });
});

describe('every problem of the forms has words of its own', () => {
  const long = 'x'.repeat(6_000);
  const wrong: readonly object[] = [
    {},
    { name: long, phone: '12', preferredLanguage: '' },
    { phone: long },
    {
      categoryNumber: '',
      profession: long,
      education: long,
      relevantExperience: long,
      authorisationNumber: '12',
      workPeriods: [
        { employer: '', position: long, percent: '101', from: '1', to: '2' },
        { employer: long, position: '', percent: 'x', from: '', to: '' },
        { employer: 'a', position: 'b', percent: '', from: '2.1.2024', to: '1.1.2024' },
      ],
      courses: [
        { name: long, provider: '', year: '1' },
        { name: '', provider: long, year: 'x' },
        { name: 'a', provider: 'b', year: '' },
      ],
    },
    {
      categoryNumber: '4',
      workPeriods: Array.from({ length: 13 }, () => ({ employer: 'a' })),
      courses: Array.from({ length: 13 }, () => ({ name: 'a' })),
    },
    {
      employer: long,
      organisationNumber: '123456789',
      unit: long,
      managerName: long,
      managerEmail: 'x',
      howKyr: long,
      howLearningUsed: long,
    },
    { motivation: long },
  ];
  const forms = [
    aboutYouForm,
    categoryForm,
    workplaceForm,
    motivationForm,
    conditionsForm,
    attachDocumentForm,
  ];
  const ofForms = forms.flatMap((form) =>
    wrong.flatMap((sent) => {
      const parsed = form.safeParse(sent);
      return parsed.success ? [] : problemsOfParse(parsed.error);
    }),
  );
  const missing = [1, 3, 4].flatMap((categoryNumber) =>
    missingFor({
      answers: {
        ...noAnswers,
        category: {
          categoryNumber,
          profession: '',
          education: '',
          relevantExperience: '',
          authorisationNumber: '',
          workPeriods: [],
          courses: [],
        },
      },
      documented: [],
      categories: recoveryProgramme.categories,
      today,
      kyrIsKnown: false,
    }),
  );
  const all: Problem[] = [
    ...ofForms,
    ...missing.map(({ field, code }) => ({ field, code, params: {} })),
  ];

  const fallbacks = new Set(
    locales.flatMap((locale) => [
      areas.application[locale].problems.required,
      areas.application[locale].problems['choose-one'],
      areas.application[locale].problems['must-confirm'],
      areas.common[locale].problems.malformed,
    ]),
  );

  it.each(locales)('in %s', (locale) => {
    expect(all.length).toBeGreaterThan(60);
    for (const problem of all) {
      const [worded] = wordApplicationProblems(locale, 'application', [problem]);
      expect(fallbacks, `${problem.field} ${problem.code}`).not.toContain(worded?.message);
    }
  });

  it('a deadline is said as people say dates, and a size in megabytes', () => {
    const worded = wordApplicationProblems('nb', 'application', [
      { field: '', code: 'deadline-passed', params: { deadline: '2027-05-31' } },
      { field: 'file', code: 'file-too-large', params: { maximum: 10_485_760 } },
    ]);
    expect(worded[0]?.message).toContain('31.\u00a0mai 2027');
    expect(worded[1]?.message).toContain('10\u00a0MB');
  });
});
