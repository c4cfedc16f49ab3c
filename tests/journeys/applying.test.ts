import { beforeAll, describe, expect, test } from 'vitest';
import { demoPdf } from '@/prisma/demo/document';
import { startServer, type TestServer } from '../harness/server';
import {
  isReady,
  saysWhereTheyWork,
  saysWhoTheyAre,
  saysWhy,
  startsFromProgramme,
} from './applying';
import { byKeyboard, tabsTo } from './keyboard';
import { shiftTo } from '../harness/shift-to';
import { days, hasOpenCohort } from './stage';
import { plain, visit, type ChosenFile, type Visit } from './visit';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.open) });
  await hasOpenCohort(server);
});

interface Paper {
  readonly shows: string;
  readonly filename: string;
}

/** What differs between the four: the background, and what must be documented. */
interface Applicant {
  readonly group: number;
  readonly name: string;
  readonly background: (me: Visit) => Promise<void>;
  readonly documents: readonly Paper[];
}

const profession = (title: string, education: string) => async (me: Visit) => {
  await me.fill('Yrke', title);
  await me.fill('Utdanning', education);
};

const applicants: readonly Applicant[] = [
  {
    group: 1,
    name: 'Pia Psykolog',
    background: profession('Psykologspesialist', 'Psykologi, Universitetet i Tromsø, 2012'),
    documents: [],
  },
  {
    group: 2,
    name: 'Vera Vernepleier',
    background: async (me) => {
      await profession('Vernepleier', 'Bachelor i vernepleie, 2016')(me);
      await me.fill(/^Relevant erfaring/, 'Seks år i døgnpost.');
    },
    documents: [],
  },
  {
    group: 3,
    name: 'Solveig Sosionom',
    background: async (me) => {
      await profession('Sosionom', 'Bachelor i sosialt arbeid, 2014')(me);
      await me.fill(/^Relevant erfaring/, 'Åtte år i barnevernet.');
    },
    documents: [],
  },
  {
    group: 4,
    name: 'Mina Miljøarbeider',
    background: async (me) => {
      const work = 'Arbeidsperiode 1';
      await me.fill('Arbeidsgiver', 'Fjordby kommune', work);
      await me.fill('Stilling', 'Miljøarbeider', work);
      await me.fill('Stillingsprosent', '100', work);
      await me.fill('Fra og med', '01.01.2022', work);
      await me.fill(/^Til og med/, '31.12.2025', work);
      await me.fill('Hva het kurset?', 'Trygghet og samspill', 'Kurs 1');
      await me.fill('Hvem holdt det?', 'Fjordby kommune', 'Kurs 1');
      await me.fill('År', '2025', 'Kurs 1');
    },
    documents: [
      { shows: 'Arbeid', filename: 'attest.pdf' },
      { shows: 'Kurs eller videreutdanning', filename: 'kursbevis.pdf' },
    ],
  },
];

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('by keyboard alone, on a phone and %s', { timeout: 300_000 }, (_how, javaScript) => {
  test.each(applicants.map((applicant) => [applicant.group, applicant] as const))(
    'somebody of group %i reads, starts, answers and sends',
    async (group, { name, background, documents }) => {
      const me = byKeyboard(await visit(server, { javaScript, width: 390, height: 844 }));
      const email = `gruppe-${group}-${javaScript ? 'med' : 'uten'}@demo.example`;
      const reference = await startsFromProgramme(me, email);
      await saysWhoTheyAre(me, name);
      await belongsTo(me, group);
      await background(me);
      await me.press('Lagre og gå videre');
      await saysWhereTheyWork(me, {
        employer: 'Fjordby helseforetak',
        organisationNumber: '974 760 673',
        unit: 'Døgnenhet 2',
        worksWithKyr: 'Delvis',
      });
      await saysWhy(me);
      await isReady(me);
      await (javaScript ? uploadsTogether : uploadsOneByOne)(me, name, documents);
      await me.press(/^(Gå videre|Ferdig med vedleggene)$/);
      expect(await me.heading()).toBe('Se over og send');
      await me.press('Send søknad');
      expect(await me.heading()).toBe('Søknaden er sendt');
      expect(await me.words()).toContain(reference);
      await me.mailbox.waitForLetter({ to: email, subject: 'Vi har fått søknaden din' });
    },
  );
});

async function paper({ shows, filename }: Paper, name: string): Promise<ChosenFile> {
  return { name: filename, mimeType: 'application/pdf', buffer: await demoPdf(shows, name) };
}

async function uploadsOneByOne(me: Visit, name: string, papers: readonly Paper[]): Promise<void> {
  for (const each of papers) {
    await me.choose(each.shows, 'Hva viser vedlegget?');
    await me.attach(null, await paper(each, name));
    await me.press('Last opp');
    expect(await me.words()).toContain(each.filename);
  }
}

/** With a script several are chosen at once, and each says how it goes with it. */
async function uploadsTogether(me: Visit, name: string, papers: readonly Paper[]): Promise<void> {
  if (papers.length === 0) return;
  await me.attach(null, await Promise.all(papers.map((each) => paper(each, name))));
  for (const { shows, filename } of papers) {
    const choice = me.page.getByRole('combobox', { name: new RegExp(`${filename}$`) });
    await tabsTo(me, choice);
    await me.page.keyboard.type(shows);
    expect(plain(await choice.locator('option:checked').innerText())).toBe(shows);
  }
  await tabsTo(me, me.page.getByRole('button', { name: 'Last opp' }));
  await me.page.keyboard.press('Enter');
  for (const { filename } of papers) {
    const row = me.page.getByRole('listitem').filter({ hasText: filename });
    await row.getByText('Lagt ved', { exact: true }).waitFor();
  }
}

async function belongsTo(me: Visit, group: number): Promise<void> {
  expect(await me.heading()).toBe('Bakgrunnen din');
  const label = me.page.locator('label').filter({ hasText: new RegExp(`^Gruppe ${group}:`) });
  await me.choose(plain(await label.innerText()));
}
