import { beforeAll, describe, expect, it } from 'vitest';
import { POST as postCategory } from '@/app/api/[locale]/applications/[reference]/category/route';
import { POST as postRegistration } from '@/app/api/[locale]/staff/cohorts/[cohortId]/register/route';
import type { CohortId } from '@/lib/kernel/ids';
import { grantRole } from '@/lib/staff/use-cases/grant-role';
import { done, moments, openCohort, person } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { cameBack, posts, problemsOf, routesWorkOn, signsIn, type SignedIn } from './posting';
import { psychologist, startsDraft } from './stage';

/** Row 1 is left empty; row 2 does not say where. */
const work = {
  'workPeriods.0.employer': '',
  'workPeriods.0.position': ' ',
  'workPeriods.0.percent': '',
  'workPeriods.0.from': '',
  'workPeriods.0.to': '',
  'workPeriods.1.employer': '',
  'workPeriods.1.position': 'Miljøarbeider',
  'workPeriods.1.percent': '100',
  'workPeriods.1.from': '01.01.2024',
  'workPeriods.1.to': '',
};

/** Rows 1 and 3 are left empty; row 4 is of a year to come. */
const courses = {
  'courses.0.name': '',
  'courses.0.provider': '',
  'courses.0.year': '',
  'courses.1.name': 'Trygghet og samspill',
  'courses.1.provider': 'Fjordby kommune',
  'courses.1.year': '2025',
  'courses.2.name': '',
  'courses.2.provider': '',
  'courses.2.year': '',
  'courses.3.name': 'Enda et kurs',
  'courses.3.provider': 'Fjordby kommune',
  'courses.3.year': '2031',
};

const named = { 'workPeriods.1.employer': 'Fjordby kommune' };

function inside(section: string, fields: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`${section}.${name}`, value]),
  );
}

describe('rows of which one above is left empty', () => {
  let platform: TestPlatform;
  let cohortId: CohortId;
  let reference: string;
  let applicant: SignedIn;
  let officer: SignedIn;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open });
    routesWorkOn(platform);
    cohortId = await openCohort(platform);
    const anne = await signsIn(platform, await person(platform, 'Anne'));
    reference = await startsDraft(platform, anne);
    const ola = await signsIn(platform, await person(platform, 'Ola Opptak'));
    const { email } = ola;
    const job = { kind: 'system', job: 'test' } as const;
    done(await grantRole(platform, job, { email, name: 'Ola Opptak', role: 'officer' }));
    [applicant, officer] = [anne, ola];
  });

  const fourth = (fields: Record<string, string>, accept?: 'text/html') =>
    posts(postCategory, applicant, {
      params: { reference },
      fields: { categoryNumber: '4', ...fields },
      ...(accept === undefined ? {} : { accept }),
    });

  it('have what is missing told at the row that it is missing in', async () => {
    const told = await problemsOf(await fourth({ ...work, ...courses }));
    expect(told).toContain('workPeriods/1/employer: required');
    expect(told).toContain('courses/3/year: year-to-come');
    expect(told.filter((each) => /^(workPeriods|courses)\//.test(each))).toHaveLength(2);
  });

  it('have a row that is saved as it is, and does not hold, told of at itself', async () => {
    const response = await fourth({ ...work, ...named, ...courses });
    expect(await problemsOf(response)).toContain('courses/3/year: year-to-come');
    const row = await platform.db.application.findUniqueOrThrow({ where: { reference } });
    const { workPeriods, courses: saved } = (
      row.answers as unknown as { category: { workPeriods: unknown[]; courses: unknown[] } }
    ).category;
    expect([workPeriods.length, saved.length]).toEqual([1, 2]);
  });

  it('come back as they stood on the form', async () => {
    const response = await fourth({ ...work, ...courses }, 'text/html');
    expect(response.status).toBe(303);
    const back = await cameBack(platform, { response, form: 'category', to: applicant });
    expect(back?.problems.map(({ field }) => field)).toContain('workPeriods.1.employer');
    expect(back?.typed).toMatchObject({
      'workPeriods.0.employer': [''],
      'workPeriods.1.position': ['Miljøarbeider'],
      'courses.3.year': ['2031'],
    });
  });

  it('are told of likewise where staff copy them from paper', async () => {
    const { aboutYou, workplace, motivation } = psychologist;
    const paper = {
      email: 'papir@opptak.example',
      way: 'post',
      receivedOn: '26.02.2027',
      receivedTime: '14.20',
      'enclosed.work': 'yes',
      'enclosed.course': 'yes',
      ...inside('aboutYou', aboutYou),
      ...inside('category', { categoryNumber: '4', ...work, ...courses }),
      ...inside('workplace', workplace),
      ...inside('motivation', motivation),
      ...inside('conditions', { readsEnglish: 'yes', rolePlay: 'yes', videoRecording: 'yes' }),
    };
    const told = async (fields: Record<string, string>) =>
      problemsOf(await posts(postRegistration, officer, { params: { cohortId }, fields }));
    const rows = [
      'category/workPeriods/1/employer: required',
      'category/courses/3/year: year-to-come',
    ];
    // All of it can be read, and something is missing; then one field cannot be read.
    expect(await told(paper)).toEqual(['file: file-missing', ...rows]);
    expect(await told({ ...paper, 'aboutYou.phone': 'ukjent' })).toEqual([
      'aboutYou/phone: not-a-phone-number',
      'file: file-missing',
      ...rows,
    ]);
  });
});
