import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { areas } from '@/components/texts/areas';
import { wordApplicationProblems } from '@/components/application/word-problems';
import {
  aboutYouForm,
  categoryForm,
  conditionsForm,
  lengths,
  motivationForm,
} from '@/lib/application/forms';
import { sectionOf, type AnswerStep } from '@/lib/application/rules/steps';
import { workplaceForm } from '@/lib/application/workplace-form';
import { readPrints } from '@/lib/application/section-prints';
import { locales } from '@/lib/kernel/locale';
import { nestFields, type Typed } from '@/lib/platform/door/nest-fields';
import { problemsOfParse, type Problem } from '@/lib/platform/door/problems';

const forms: Readonly<Record<AnswerStep, z.ZodType>> = {
  'about-you': aboutYouForm,
  category: categoryForm,
  workplace: workplaceForm,
  motivation: motivationForm,
  conditions: conditionsForm,
};

/** Every field as its form sends it, with something right in it. */
const right: Readonly<Record<AnswerStep, Readonly<Record<string, string>>>> = {
  'about-you': { name: 'Kari Eksempel', phone: '400 00 000', preferredLanguage: 'nb' },
  category: {
    categoryNumber: '4',
    profession: 'Sykepleier',
    education: 'Bachelor, 2012',
    relevantExperience: 'Ti år i døgnpost.',
    authorisationNumber: '1234567',
    'workPeriods.0.employer': 'Fjordby kommune',
    'workPeriods.0.position': 'Miljøarbeider',
    'workPeriods.0.percent': '62,5',
    'workPeriods.0.from': '01.08.2022',
    'workPeriods.0.to': '31.12.2024',
    'courses.0.name': 'Trygghet og samspill',
    'courses.0.provider': 'Fjordby kommune',
    'courses.0.year': '2024',
  },
  workplace: {
    employer: 'Fjordby helseforetak',
    organisationNumber: '974 760 673',
    unit: 'Døgnenhet 2',
    managerName: 'Ola Eksempel',
    managerEmail: 'ola@opptak.example',
    managerSupports: 'yes',
    worksWithKyr: 'partly',
    howKyr: 'Vi øver.',
    howLearningUsed: 'Hver dag.',
  },
  motivation: { motivation: 'Jeg vil lære.' },
  conditions: { readsEnglish: 'yes', rolePlay: 'yes', videoRecording: 'yes' },
};

const far = 'x'.repeat(200_000);

/** What somebody types by mistake, and what nobody types but a machine sends. */
const bad: readonly string[] = [
  '',
  ' ',
  'x',
  '\u0000',
  'a\u0000b',
  'a\u0007b',
  'a\u001bb',
  'a\u009fb',
  'a\r\nb',
  '\ud800',
  'a\udc00b',
  '\u202eabc',
  'a\u200fb',
  '\u2066a\u2069',
  '\ufffd',
  '\ufeff',
  'e\u0301'.repeat(40),
  '😀',
  far,
  '__proto__',
  'constructor',
  '[object Object]',
  '{"$ne":null}',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '-1',
  '0',
  '-0',
  '101',
  '1.5',
  '1,5',
  '1,555',
  '1e309',
  '1e2',
  '0x64',
  'NaN',
  'Infinity',
  '१२३',
  '31.02.2027',
  '29.02.2027',
  '00.00.0000',
  '01.01.0000',
  '01.01.9999',
  '32.13.2026',
  '2026-02-30',
  '99999999999999999999',
  '974760674',
  '000000000',
  '97476067',
  'a@b',
  'a@@b.no',
  '@opptak.example',
  'ola@opptak..example',
  'ola eksempel@opptak.example',
  `${'a'.repeat(300)}@opptak.example`,
  'øla@opptak.example',
  '+47 400 00 000 000 000 000',
  '4000000',
  'nb ',
  'NB',
  'sv',
  'yes\u0000',
  'on',
];

function parse(form: z.ZodType, typed: Typed): Problem[] {
  const parsed = form.safeParse(nestFields(typed));
  return parsed.success ? [] : problemsOfParse(parsed.error);
}

/** Whether a problem has a wording of its own, and not only that something is wrong. */
function isWorded({ field, code }: Problem): boolean {
  const place = field.replace(/\.\d+(?=\.|$)/g, '');
  const find = (area: keyof typeof areas, path: string) =>
    path
      .split('.')
      .reduce<unknown>(
        (node, step) =>
          typeof node === 'object' && node !== null && Object.hasOwn(node, step)
            ? (node as Record<string, unknown>)[step]
            : undefined,
        areas[area].nb,
      );
  return [
    find('application', `problems.${place}.${code}`),
    find('application', `problems.${code}`),
    find('common', `problems.${code}`),
  ].some((found) => typeof found === 'string');
}

const intents = ['continue', 'later', 'autosave'] as const;
const steps = Object.keys(sectionOf) as AnswerStep[];

describe.each(steps)('the form of “%s”', (step) => {
  const form = forms[step];
  const sent = Object.fromEntries(
    Object.entries(right[step]).map(([name, value]) => [name, [value]]),
  );

  it('takes what is right', () => {
    for (const intent of intents) expect(parse(form, { ...sent, _intent: [intent] })).toEqual([]);
  });

  it('answers whatever stands in any of its fields with a sentence, in three languages', () => {
    for (const name of Object.keys(sent)) {
      for (const value of [...bad.map((each) => [each]), ['a', 'b'], []]) {
        for (const intent of intents) {
          const problems = parse(form, { ...sent, [name]: value, _intent: [intent] });
          const where = `${name} = ${JSON.stringify(value).slice(0, 60)} (${intent})`;
          for (const problem of problems) {
            expect(`${where}: ${problem.field} ${problem.code} ${String(isWorded(problem))}`).toBe(
              `${where}: ${problem.field} ${problem.code} true`,
            );
          }
          for (const locale of locales) {
            for (const { message } of wordApplicationProblems(locale, 'application', problems)) {
              expect(message, where).toMatch(/\S/);
            }
          }
          // What is half typed never stops a page from saving the rest by itself.
          if (intent === 'autosave') expect([where, problems]).toEqual([where, []]);
        }
      }
    }
  });

  it('answers fields that nobody gave it', () => {
    const strange = {
      __proto__: ['x'],
      'a.__proto__.b': ['x'],
      'constructor.prototype.x': ['x'],
      'workPeriods.99.employer': ['x'],
      'workPeriods.0': ['x'],
      'workPeriods.0.employer.0': ['x'],
      workPeriods: ['x'],
      courses: ['x', 'y'],
      'name.0': ['x'],
      'motivation.a.b.c': ['x'],
      '': ['x'],
      [far]: ['x'],
    };
    for (const [name, value] of Object.entries(strange)) {
      for (const intent of [...intents, 'nothing', '']) {
        const problems = parse(form, { ...sent, [name]: value, _intent: [intent] });
        expect(problems.filter((problem) => !isWorded(problem))).toEqual([]);
      }
    }
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('says how long a text may be, to the character', () => {
    for (const [name, maximum] of Object.entries(lengths)) {
      const field = Object.keys(sent).find((each) => each === name);
      if (field === undefined || name === 'phone') continue;
      const at = (length: number) =>
        parse(form, { ...sent, [field]: ['x'.repeat(length)], _intent: ['continue'] });
      expect(at(maximum)).toEqual([]);
      expect(at(maximum + 1)).toEqual([{ field, code: 'too-long', params: { maximum } }]);
    }
  });
});

it('a hidden field that somebody has tampered with says nothing', () => {
  for (const value of bad) expect(readPrints(value)).toEqual({});
});
