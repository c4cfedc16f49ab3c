import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aboutYouForm,
  attachDocumentForm,
  categoryForm,
  categoryGroups,
  conditionsForm,
  lengths,
  motivationForm,
  withdrawApplicationForm,
} from '@/lib/application/forms';
import { workplaceForm } from '@/lib/application/workplace-form';
import { verifyAnchoringForm, withdrawAnchoringForm } from '@/lib/application/staff-forms';
import { emptySections } from '@/lib/application/rules/answers';
import { nestFields } from '@/lib/platform/door/nest-fields';
import { problemsOfParse } from '@/lib/platform/door/problems';
import type { z } from 'zod';

function problems(form: z.ZodType, sent: unknown): string[] {
  const parsed = form.safeParse(sent);
  return parsed.success
    ? []
    : problemsOfParse(parsed.error).map(({ field, code }) => `${field}: ${code}`);
}

describe('the forms of the steps', () => {
  it.each([
    [
      'about you',
      aboutYouForm,
      ['name: required', 'phone: required', 'preferredLanguage: choose-one'],
    ],
    ['category', categoryForm, ['categoryNumber: choose-one']],
    [
      'workplace',
      workplaceForm,
      [
        'employer: required',
        'organisationNumber: required',
        'unit: required',
        'managerName: required',
        'managerSupports: choose-one',
        'worksWithKyr: choose-one',
        'howLearningUsed: required',
      ],
    ],
    ['motivation', motivationForm, ['motivation: required']],
    [
      'conditions',
      conditionsForm,
      ['readsEnglish: must-confirm', 'rolePlay: must-confirm', 'videoRecording: must-confirm'],
    ],
  ])('%s says all that is required, at the field', (_step, form, expected) => {
    expect(problems(form, {})).toEqual(expected);
  });

  it.each([
    [aboutYouForm, emptySections.aboutYou],
    [categoryForm, emptySections.category],
    [workplaceForm, emptySections.workplace],
    [motivationForm, emptySections.motivation],
    [conditionsForm, emptySections.conditions],
  ])('may be left empty for later, blank or not sent', (form, empty) => {
    const expected = { mustBeComplete: false, answers: empty };
    expect(form.parse({ _intent: 'later' })).toEqual(expected);
    const blank = Object.fromEntries(
      Object.entries(empty)
        .filter(([, value]) => typeof value === 'string' || value === null)
        .map(([name]) => [name, '  ']),
    );
    expect(form.parse({ ...blank, _intent: 'later' })).toEqual(expected);
  });

  it('refuse for later what is there and wrong', () => {
    expect(
      problems(workplaceForm, {
        _intent: 'later',
        organisationNumber: '123456789',
        managerEmail: 'ikke en adresse',
        worksWithKyr: 'kanskje',
      }),
    ).toEqual([
      'organisationNumber: not-an-organisation-number',
      'managerEmail: not-an-email',
      'worksWithKyr: malformed',
    ]);
  });

  it('leave the question of KYR to the use case when it is the only one left open', () => {
    const rest = {
      employer: 'Fjordby helseforetak',
      organisationNumber: '974760673',
      unit: 'Døgnpost A',
      managerName: 'Ola Eksempel',
      managerSupports: 'yes',
      howLearningUsed: 'Hver dag.',
    };
    expect(workplaceForm.parse(rest)).toEqual({
      mustBeComplete: true,
      answers: { ...rest, managerEmail: '', worksWithKyr: null, howKyr: '' },
    });
    expect(problems(workplaceForm, { ...rest, unit: '' })).toEqual([
      'unit: required',
      'worksWithKyr: choose-one',
    ]);
    expect(problems(workplaceForm, { ...rest, worksWithKyr: 'kanskje' })).toEqual([
      'worksWithKyr: malformed',
    ]);
  });

  it.each([
    [
      'searches when something new stands in the search field',
      'fjordby',
      '',
      ['_intent: malformed'],
    ],
    ['goes on when what stands there has been searched for', 'fjordby', 'fjordby ', []],
    ['goes on when nothing stands there', ' ', '', []],
  ])('take Enter in the workplace step as meant: it %s', (_what, search, searched, expected) => {
    const sent = {
      employer: 'Fjordby helseforetak',
      organisationNumber: '974760673',
      unit: 'Døgnpost A',
      managerName: 'Ola Eksempel',
      managerSupports: 'yes',
      worksWithKyr: 'no',
      howLearningUsed: 'Hver dag.',
    };
    expect(problems(workplaceForm, { ...sent, _intent: 'enter', search, searched })).toEqual(
      expected,
    );
  });

  it('read organisation number, telephone and HPR number as people type them', () => {
    expect(
      workplaceForm.parse({ _intent: 'later', organisationNumber: '974 760 673' }).answers,
    ).toMatchObject({ organisationNumber: '974760673' });
    expect(aboutYouForm.parse({ _intent: 'later', phone: '+47 900 00 000' }).answers).toMatchObject(
      {
        phone: '+4790000000',
      },
    );
    const hpr = (authorisationNumber: string) =>
      problems(categoryForm, { _intent: 'later', authorisationNumber });
    expect(hpr('1234 567')).toEqual([]);
    for (const wrong of ['123456', '1234567890', '12345x7']) {
      expect(hpr(wrong)).toEqual(['authorisationNumber: not-an-authorisation-number']);
    }
  });

  it('bound every text', () => {
    expect(problems(motivationForm, { motivation: 'x'.repeat(lengths.motivation) })).toEqual([]);
    expect(problems(motivationForm, { motivation: 'x'.repeat(lengths.motivation + 1) })).toEqual([
      'motivation: too-long',
    ]);
    expect(problems(motivationForm, { motivation: 'a\u0000b' })).toEqual([
      'motivation: illegal-characters',
    ]);
  });
});

describe('work periods and courses', () => {
  it('that are half filled in are told with what else is wrong, and alone are let through', () => {
    const half = [{ name: 'Trygghet', provider: '', year: '' }];
    const sent = { categoryNumber: '1', courses: half };
    expect(categoryForm.parse(sent).answers.courses).toEqual([
      { name: 'Trygghet', provider: '', year: null },
    ]);
    expect(problems(categoryForm, { ...sent, authorisationNumber: '1' })).toEqual([
      'authorisationNumber: not-an-authorisation-number',
      'courses.0.provider: required',
      'courses.0.year: required',
    ]);
  });

  const empty = { employer: '', position: '', percent: '', from: '', to: '' };
  const full = {
    employer: 'Fjordby kommune',
    position: 'Miljøarbeider',
    percent: '80',
    from: '1.1.2020',
    to: '',
  };

  it('leave out groups that are wholly empty, and keep the place of the others in problems', () => {
    const sent = {
      categoryNumber: '4',
      workPeriods: [empty, full, { ...full, from: '31.2.2020' }],
    };
    expect(problems(categoryForm, sent)).toEqual(['workPeriods.2.from: not-a-date']);
    const right = { categoryNumber: '4', workPeriods: [empty, full, empty] };
    expect(categoryForm.parse(right).answers.workPeriods).toEqual([
      {
        employer: 'Fjordby kommune',
        position: 'Miljøarbeider',
        percent: 80,
        from: '2020-01-01',
        to: null,
      },
    ]);
  });

  it.each([
    [{ percent: '0' }, 'workPeriods.0.percent: out-of-range'],
    [{ percent: '101' }, 'workPeriods.0.percent: out-of-range'],
    [{ percent: '0,99' }, 'workPeriods.0.percent: out-of-range'],
    [{ percent: '100,01' }, 'workPeriods.0.percent: out-of-range'],
    [{ percent: '62,555' }, 'workPeriods.0.percent: not-a-percent'],
    [{ percent: 'halv' }, 'workPeriods.0.percent: not-a-percent'],
    [{ to: '31.12.2019' }, 'workPeriods.0.to: ends-before-start'],
  ])('refuse %j', (changed, expected) => {
    const sent = { categoryNumber: '4', workPeriods: [{ ...full, ...changed }] };
    expect(problems(categoryForm, sent)).toEqual([expected]);
  });

  it.each([
    ['80 %', 80],
    ['80%', 80],
    ['62,5', 62.5],
    ['62.57 %', 62.57],
    ['100,00', 100],
  ])('take a part of full time written %j', (percent, expected) => {
    const sent = { categoryNumber: '4', workPeriods: [{ ...full, percent }] };
    expect(categoryForm.parse(sent).answers.workPeriods[0]?.percent).toBe(expected);
  });

  it('come as many as the buttons allow', () => {
    const [work] = categoryGroups;
    const sent = (count: number) => ({
      categoryNumber: '4',
      workPeriods: Array.from({ length: count }, () => full),
    });
    expect(problems(categoryForm, sent(work.maximum))).toEqual([]);
    expect(problems(categoryForm, sent(work.maximum + 1))).toEqual(['workPeriods: too-many']);
  });

  it('have the fields that the buttons know', () => {
    const { workPeriods } = categoryForm.parse({
      categoryNumber: '4',
      workPeriods: [full],
    }).answers;
    expect(Object.keys(workPeriods[0] ?? {})).toEqual(categoryGroups[0].fields);
  });
});

describe('the forms of staff', () => {
  it('want a day and the evidence for an anchoring, and its days in order', () => {
    expect(problems(verifyAnchoringForm, {})).toEqual(['from: required', 'evidence: required']);
    const span = {
      from: '1.2.2027',
      to: '31.1.2027',
      evidence: 'Samtale med lederen i februar, og planen for enheten.',
    };
    expect(problems(verifyAnchoringForm, span)).toEqual(['to: ends-before-start']);
    expect(problems(withdrawAnchoringForm, { reason: ' ' })).toEqual(['reason: required']);
  });
});

describe('the form of a document', () => {
  it('says what the file shows, or leaves it open', () => {
    expect(problems(attachDocumentForm, { _intent: 'upload', documents: 'x' })).toHaveLength(1);
    // What is missing is told together with the file, by the act.
    for (const _intent of ['upload', 'continue', 'later']) {
      expect(attachDocumentForm.parse({ _intent })).toEqual({ _intent, documents: null });
    }
    expect(problems(attachDocumentForm, { _intent: 'x' })).toEqual(['_intent: malformed']);
  });
});

describe('whatever is sent', () => {
  const forms = [
    aboutYouForm,
    categoryForm,
    workplaceForm,
    motivationForm,
    conditionsForm,
    attachDocumentForm,
    withdrawApplicationForm,
    verifyAnchoringForm,
    withdrawAnchoringForm,
  ] as const;
  const names = [
    '_intent',
    'name',
    'phone',
    'categoryNumber',
    'workPeriods',
    'workPeriods.0',
    'workPeriods.0.from',
    'workPeriods.1.percent',
    'workPeriods.0.from.x',
    'courses.99.name',
    'managerEmail',
    'worksWithKyr',
    'search',
    'searched',
    'rolePlay',
    'documents',
    'from',
    'to',
    '__proto__',
    'constructor',
  ];
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '',
      'later',
      'continue',
      'enter',
      'search',
      'yes',
      '4',
      '100',
      '31.12.2026',
      '\u0000',
      '\ud800',
    ),
  );
  const typed = fc.dictionary(
    fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 12 })),
    fc.array(value, { minLength: 1, maxLength: 3 }),
    { maxKeys: 12 },
  );

  it('is answered with values or with problems that have words, never with an exception', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...forms), (sent, form) => {
        const parsed = form.safeParse(nestFields(sent));
        if (parsed.success) return;
        for (const { code } of problemsOfParse(parsed.error)) {
          expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
