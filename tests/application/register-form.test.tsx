import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { RegisterForm, registerProblems } from '@/components/staff/register-form';
import { wordProblems } from '@/components/texts/word-problem';
import { registrationProblems } from '@/lib/application/queries/registration-problems';
import { registerApplicationForm } from '@/lib/application/staff-forms';
import { registerApplication } from '@/lib/application/use-cases/register-application';
import type { Person } from '@/lib/kernel/actor';
import { locales } from '@/lib/kernel/locale';
import { instantAt } from '@/lib/kernel/time';
import { nestFields, type Typed } from '@/lib/platform/door/nest-fields';
import { problemsOfParse } from '@/lib/platform/door/problems';
import { readBody } from '@/lib/platform/door/read-body';
import type { CohortFacts } from '@/lib/programme/rules/cohort-facts';
import { readCohort } from '@/lib/programme/store';
import { done, moments, openCohort, person, refusalOf } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';

/** What staff type, by the names of the fields; the rest of the form is left empty. */
const typed: Readonly<Record<string, string>> = {
  email: 'papir@opptak.example',
  way: 'email',
  receivedOn: '26.02.2027',
  receivedTime: '14.20',
  'enclosed.work': 'yes',
  'enclosed.course': 'yes',
  'aboutYou.name': 'Kari Eksempel',
  'aboutYou.phone': '90000000',
  'aboutYou.preferredLanguage': 'nb',
  'category.categoryNumber': '4',
  'category.workPeriods.1.employer': 'Fjordby kommune',
  'category.workPeriods.1.position': 'Miljøarbeider',
  'category.workPeriods.1.percent': '100',
  'category.workPeriods.1.from': '01.01.2024',
  'category.courses.2.name': 'Trygghet og samspill',
  'category.courses.2.provider': 'Fjordby kommune',
  'category.courses.2.year': '2025',
  'workplace.employer': 'Fjordby kommune',
  'workplace.organisationNumber': '974760673',
  'workplace.unit': 'FACT',
  'workplace.managerName': 'Ola Eksempel',
  'workplace.managerSupports': 'yes',
  'workplace.worksWithKyr': 'no',
  'workplace.howLearningUsed': 'Hver dag.',
  'motivation.motivation': 'Jeg vil lære.',
  'conditions.readsEnglish': 'yes',
  'conditions.rolePlay': 'yes',
  'conditions.videoRecording': 'yes',
};

describe('the page for registering an application', () => {
  let platform: TestPlatform;
  let cohort: CohortFacts;
  let officer: Person;

  beforeAll(async () => {
    platform = await testPlatform({ now: moments.open });
    const read = await readCohort(platform.db, await openCohort(platform));
    if (read === null) throw new Error('No such cohort.');
    cohort = read;
    officer = await person(platform, 'Olav', { roles: ['officer'] });
  });

  const render = (returned: Parameters<typeof RegisterForm>[0]['returned'] = null) =>
    renderToStaticMarkup(<RegisterForm locale="nb" cohort={cohort} returned={returned} />);

  /** The names of the fields that a browser would send: all but ticks and choices not made. */
  const textFields = (html: string) =>
    [...html.matchAll(/<(?:input|textarea)[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !/type="(radio|checkbox|file)"/.test(tag))
      .map((tag) => /name="([^"]+)"/.exec(tag)?.[1] ?? '');

  const sent = (fields: Readonly<Record<string, string>>) => {
    const body = new FormData();
    for (const name of textFields(render())) body.set(name, fields[name] ?? '');
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const pdf = new Blob(
      [Buffer.from('%PDF-1.7\n% søknad\ntrailer << /Size 1 >>\nstartxref\n9\n%%EOF\n')],
      { type: 'application/pdf' },
    );
    body.set('file', pdf, 'søknad.pdf');
    return new Request('http://localhost/', { method: 'POST', body });
  };

  it('sends what becomes an application, in one form with its file', async () => {
    const received = done(await readBody(sent(typed), platform.storage, 10_000_000));
    const parsed = registerApplicationForm.parse(nestFields(received.typed));
    const { receivedOn, receivedTime, ...application } = parsed;
    const { reference } = done(
      await registerApplication(platform, officer, {
        ...application,
        cohortId: cohort.id,
        receivedAt: instantAt(receivedOn, receivedTime, cohort.zone),
        file: received.file,
      }),
    );
    const row = await platform.db.application.findUniqueOrThrow({
      where: { reference },
      include: { documents: true },
    });
    expect(row).toMatchObject({ categoryNumber: 4, receivedAt: new Date('2027-02-26T13:20:00Z') });
    expect(row.documents.map(({ documents }) => documents).sort()).toEqual([
      'course',
      'other',
      'work',
    ]);
  });

  it('shows what was typed again, with every message at a field that the summary leads to', async () => {
    const wrong = { ...typed, email: 'kari', 'category.workPeriods.1.from': 'i fjor', way: '' };
    const received = done(await readBody(sent(wrong), platform.storage, 10_000_000));
    const parsed = registerApplicationForm.safeParse(nestFields(received.typed));
    if (parsed.success) throw new Error('It was to be refused.');
    const problems = problemsOfParse(parsed.error);
    const returned = { typed: received.typed, problems: wordProblems('nb', 'staff', problems) };
    const html = render(returned);
    const summary = registerProblems('nb', returned);
    expect(summary.map(({ message }) => message.split(':').slice(0, -1).join(':'))).toEqual([
      'Søkerens e-postadresse',
      'Hvordan kom søknaden',
      'Stilling 2: Fra',
    ]);
    for (const { field } of summary) {
      expect(html).toContain(`id="${field}"`);
      expect(html).toContain(`id="${field}-error"`);
    }
    expect(html).toContain('value="i fjor"');
    expect(html).toContain('Jeg vil lære.</textarea>');
    expect(html).toMatch(/id="conditions\.rolePlay"[^>]*checked=""/);
  });

  it('tells in one round what cannot be read, what is missing, and that the file is not there', async () => {
    const { 'enclosed.course': _, ...ticked } = typed;
    const wrong = {
      ...ticked,
      email: 'kari',
      'aboutYou.phone': 'ukjent',
      'category.workPeriods.1.from': '01.01.2027',
      'motivation.motivation': '',
    };
    const fields = nestFields(done(await readBody(sent(wrong), platform.storage, 9_000_000)).typed);
    const parsed = registerApplicationForm.safeParse(fields);
    if (parsed.success) throw new Error('It was to be refused.');
    const known = problemsOfParse(parsed.error);
    const told = async (actor: Person, hasFile: boolean) => {
      const others = { cohortId: cohort.id, fields, hasFile, known };
      const problems = [...known, ...(await registrationProblems(platform, actor, others))];
      return problems.map(({ field, code }) => [field, code]);
    };
    const onceEach = [
      ['email', 'not-an-email'],
      ['aboutYou.phone', 'not-a-phone-number'],
      ['motivation.motivation', 'required'],
    ];
    const alsoTold = [
      ['category.workPeriods', 'too-few-years'],
      ['enclosed.course', 'course-not-documented'],
    ];
    expect(await told(officer, false)).toEqual([
      ...onceEach,
      ['file', 'file-missing'],
      ...alsoTold,
    ]);
    expect(await told(officer, true)).toEqual([...onceEach, ...alsoTold]);
    // It says nothing of a cohort, or of who has applied, to those who may not register.
    const reader = await person(platform, 'Leser', { roles: ['reader'] });
    expect(await told(reader, false)).toEqual(onceEach);
  });

  it('asks for everything in one round also when nothing is filled in', async () => {
    const fields = nestFields({});
    const parsed = registerApplicationForm.safeParse(fields);
    if (parsed.success) throw new Error('It was to be refused.');
    const known = problemsOfParse(parsed.error);
    const others = { cohortId: cohort.id, fields, hasFile: false, known };
    expect(await registrationProblems(platform, officer, others)).toEqual([
      { field: 'file', code: 'file-missing', params: {} },
    ]);
  });

  it('has a field for everything that a use case can miss', async () => {
    const empty: Typed = {};
    const parsed = registerApplicationForm.safeParse(nestFields(empty));
    expect(parsed.success).toBe(false);
    const nothing = { aboutYou: null, category: null, workplace: null, motivation: null };
    const file = done(await readBody(sent(typed), platform.storage, 10_000_000)).file;
    const refused = refusalOf(
      await registerApplication(platform, officer, {
        cohortId: cohort.id,
        email: 'ny@opptak.example',
        way: 'post',
        receivedAt: moments.open,
        answers: { ...nothing, conditions: null },
        enclosed: [],
        file,
      }),
    ) as unknown as { problems: { field: string }[] };
    const html = render();
    expect(refused.problems.length).toBeGreaterThan(10);
    for (const { field } of refused.problems) expect(html).toContain(`id="${field}"`);
  });

  it.each(locales)('is written in %s', (locale) => {
    const html = renderToStaticMarkup(
      <RegisterForm locale={locale} cohort={cohort} returned={null} />,
    );
    expect(html).toContain(`action="/api/${locale}/staff/cohorts/${cohort.id}/register"`);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/ for="([^"]+)"/g)) expect(ids).toContain(id);
  });
});
