import { describe, expect, it } from 'vitest';
import { registerApplicationForm } from '@/lib/application/staff-forms';
import { nestFields } from '@/lib/platform/door/nest-fields';
import { problemsOfParse } from '@/lib/platform/door/problems';

/** The form as a browser sends it: every row is there, empty or not; a tick only when ticked. */
const filled: Record<string, string> = {
  email: ' Kari@Opptak.example ',
  way: 'post',
  receivedOn: '12.5.2027',
  receivedTime: 'kl. 9.05',
  'enclosed.work': 'yes',
  'aboutYou.name': 'Kari Eksempel',
  'aboutYou.phone': '900 00 000',
  'aboutYou.preferredLanguage': 'nb',
  'category.categoryNumber': '4',
  'category.profession': '',
  'category.education': '',
  'category.relevantExperience': '',
  'category.authorisationNumber': '',
  ...row('workPeriods', 0, ['', '', '', '', '']),
  ...row('workPeriods', 1, ['Fjordby kommune', 'Miljøarbeider', '100', '01.01.2024', '']),
  ...row('workPeriods', 2, ['', '', '', '', '']),
  ...row('courses', 0, ['Trygghet', 'Fjordby kommune', '2025']),
  ...row('courses', 1, ['', '', '']),
  ...row('courses', 2, ['', '', '']),
  'workplace.employer': 'Fjordby kommune',
  'workplace.organisationNumber': '974 760 673',
  'workplace.unit': 'FACT',
  'workplace.managerName': 'Ola Eksempel',
  'workplace.managerEmail': '',
  'workplace.managerSupports': 'yes',
  'workplace.worksWithKyr': 'no',
  'workplace.howKyr': '',
  'workplace.howLearningUsed': 'Hver dag.',
  'motivation.motivation': 'Jeg vil lære.',
  'conditions.readsEnglish': 'yes',
  'conditions.rolePlay': 'yes',
  'conditions.videoRecording': 'yes',
};

function row(list: 'workPeriods' | 'courses', at: number, values: string[]) {
  const names =
    list === 'courses'
      ? ['name', 'provider', 'year']
      : ['employer', 'position', 'percent', 'from', 'to'];
  return Object.fromEntries(
    names.map((name, index) => [`category.${list}.${at}.${name}`, values[index] ?? '']),
  );
}

function parse(sent: Record<string, string>) {
  const typed = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, [value]]));
  return registerApplicationForm.safeParse(nestFields(typed));
}

function problemsOf(sent: Record<string, string>) {
  const parsed = parse(sent);
  return parsed.success ? [] : problemsOfParse(parsed.error);
}

describe('the form for an application from e-mail or post', () => {
  it('gives the answers of every step, without the rows that were left empty', () => {
    const parsed = parse(filled);
    expect(parsed.data).toMatchObject({
      email: 'kari@opptak.example',
      way: 'post',
      receivedOn: '2027-05-12',
      receivedTime: '09:05',
      enclosed: ['work'],
      answers: {
        aboutYou: { phone: '90000000', preferredLanguage: 'nb' },
        category: {
          categoryNumber: 4,
          workPeriods: [
            { employer: 'Fjordby kommune', percent: 100, from: '2024-01-01', to: null },
          ],
          courses: [{ year: 2025 }],
        },
        workplace: { organisationNumber: '974760673' },
        conditions: { readsEnglish: true, rolePlay: true, videoRecording: true },
      },
    });
    expect(parsed.data?.answers.category.workPeriods).toHaveLength(1);
  });

  it.each([
    ['14.30', '14:30'],
    ['14:30', '14:30'],
    ['1430', '14:30'],
    ['930', '09:30'],
    ['kl 0.00', '00:00'],
    ['23.59', '23:59'],
    ['24.00', null],
    ['14.60', null],
    ['i går', null],
  ])('reads the time %s as %s', (receivedTime, expected) => {
    const parsed = parse({ ...filled, receivedTime });
    expect(parsed.success ? parsed.data.receivedTime : null).toBe(expected);
    if (expected === null) {
      expect(problemsOf({ ...filled, receivedTime })).toEqual([
        { field: 'receivedTime', code: 'not-a-time', params: {} },
      ]);
    }
  });

  it('says what is wrong at the field, in a row and in a section too', () => {
    const wrong = {
      ...filled,
      email: 'kari',
      'aboutYou.phone': '12',
      'category.workPeriods.1.percent': '120',
      'workplace.organisationNumber': '123456789',
    };
    expect(problemsOf(wrong).map(({ field, code }) => [field, code])).toEqual([
      ['email', 'not-an-email'],
      ['aboutYou.phone', 'not-a-phone-number'],
      ['category.workPeriods.1.percent', 'out-of-range'],
      ['workplace.organisationNumber', 'not-an-organisation-number'],
    ]);
  });

  it('asks for every confirmation when none was ticked', () => {
    const unticked = Object.fromEntries(
      Object.entries(filled).filter(([name]) => !name.startsWith('conditions.')),
    );
    expect(problemsOf(unticked).map(({ field, code }) => [field, code])).toEqual([
      ['conditions.readsEnglish', 'must-confirm'],
      ['conditions.rolePlay', 'must-confirm'],
      ['conditions.videoRecording', 'must-confirm'],
    ]);
  });

  it('answers what no browser sends without falling over', () => {
    for (const sent of [{}, { aboutYou: 'x', enclosed: 'y' }, { category: 'z', conditions: '' }]) {
      expect(parse(sent as Record<string, string>).success).toBe(false);
    }
    expect(registerApplicationForm.safeParse(null).success).toBe(false);
    expect(registerApplicationForm.safeParse([]).success).toBe(false);
  });
});
