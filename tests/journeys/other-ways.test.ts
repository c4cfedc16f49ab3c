import { beforeAll, expect, test } from 'vitest';
import type { CohortId } from '@/lib/kernel/ids';
import { applies, person } from '../admission/stage';
import { fillsIn } from '../application/stage';
import { startServer, type TestServer } from '../harness/server';
import { shiftTo } from '../harness/shift-to';
import { before, cohortPlace, days, hasOpenCohort, hasStaff } from './stage';
import { plain, visit, type Visit } from './visit';

let server: TestServer;
let cohortId: CohortId;

const officer = 'saksbehandler@demo.example';
const byPost = 'per.post@demo.example';

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.deadline) });
  cohortId = await hasOpenCohort(server);
  await hasStaff(server, 'officer', officer, 'Demo Saksbehandler');
});

const patience = { timeout: 150_000 };

test(
  'an application from the post is taken over by its applicant, one with a later deadline is sent, and the order is right',
  patience,
  async () => {
    const past = before(server);
    await applies(past, cohortId, 'Anne Tidlig');
    past.clock.set(new Date('2027-05-29T10:00:00Z'));
    await applies(past, cohortId, 'Berit Sen');
    past.clock.set(new Date('2027-05-30T10:00:00Z'));
    const slow = await person(past, 'Cato Syk');
    const draft = await fillsIn(past, slow);

    const staff = await visit(server);
    await staff.open('/nb/staff');
    await staff.signIn(officer);
    await registersFromThePost(staff);
    await takesItOver(await visit(server, { width: 390, javaScript: false }));
    expect(await order(staff)).toEqual(['Anne Tidlig', 'Per Post', 'Berit Sen']);

    await server.restart({ clockShiftDays: shiftTo(days.afterDeadline) });
    const applicant = await visit(server, { width: 390, javaScript: false });
    await applicant.open('/nb/applications');
    await applicant.signIn(slow.email);
    expect(await applicant.words()).toContain('Søknaden ble ikke sendt');
    await givesMoreTime(staff, slow.email);
    await sendsInTime(applicant, slow.email, draft);
    expect(await order(staff)).toEqual(['Anne Tidlig', 'Per Post', 'Berit Sen', 'Kari Eksempel']);
    await staff.open(`/nb/staff/cohorts/${cohortId}/extensions`);
    expect(await staff.words()).toContain('Søknaden er kommet');
  },
);

/** The names of the staff's table, from the first to the last. */
async function order(staff: Visit): Promise<string[]> {
  await staff.open(`/nb/staff/cohorts/${cohortId}`);
  const rows = await staff.page.getByRole('main').locator('tbody tr').all();
  const heads = await Promise.all(rows.map((row) => row.getByRole('link').first().innerText()));
  return heads.map(plain);
}

async function registersFromThePost(staff: Visit): Promise<void> {
  await staff.open(`/nb/staff/cohorts/${cohortId}`);
  await staff.follow('Registrer en søknad som kom på e-post eller i posten');
  expect(await staff.heading()).toContain('Registrer en søknad som kom på e-post eller i posten');
  await staff.press('Registrer søknaden');
  expect(await staff.page.title()).toMatch(/^Feil: /);
  expect(await staff.words()).toContain('Velg filen med søknaden.');
  const write = (name: string, text: string) => staff.page.locator(`[name="${name}"]`).fill(text);
  await write('email', byPost);
  await staff.choose('I posten', 'Hvordan kom søknaden?');
  await write('receivedOn', '25.05.2027');
  await write('receivedTime', '10.30');
  await write('aboutYou.name', 'Per Post');
  await write('aboutYou.phone', '400 00 000');
  await staff.choose('Bokmål', 'Språk i brev');
  await staff.page.locator('[name="category.categoryNumber"][value="2"]').check();
  await write('category.profession', 'Vernepleier');
  await write('category.education', 'Bachelor i vernepleie, 2014');
  await write('category.relevantExperience', 'Åtte år i bolig.');
  await write('workplace.employer', 'Fjordby kommune');
  await write('workplace.organisationNumber', '974 760 673');
  await write('workplace.unit', 'Bolig og oppfølging');
  await write('workplace.managerName', 'Leder Ledersen');
  await staff.choose('Ja', 'Lederen støtter søknaden');
  await staff.page.locator('[name="workplace.worksWithKyr"][value="no"]').check();
  await write('workplace.howLearningUsed', 'I miljøarbeidet.');
  await write('motivation.motivation', 'Jeg vil møte mennsker i krise bedre.');
  for (const name of ['readsEnglish', 'rolePlay', 'videoRecording']) {
    await staff.page.locator(`[name="conditions.${name}"]`).check();
  }
  await staff.attach('Skanning eller fil', scan);
  await staff.press('Registrer søknaden');
  expect(await staff.words()).toContain('Søknaden er registrert, og søkeren har fått kvittering.');
  expect(await staff.words()).toContain('25. mai 2027 kl. 10.30');
}

/** The receipt leads to the sign-in; what was copied wrong is put right, and the place in the queue stays. */
async function takesItOver(me: Visit): Promise<void> {
  const letter = await me.mailbox.waitForLetter({
    to: byPost,
    subject: 'Vi har fått søknaden din til',
  });
  expect(plain(letter.text ?? '')).toContain(
    'Den kom i posten, og vi har skrevet den inn for deg.',
  );
  const link = letter.links.find((each) => each.includes('/applications/')) ?? 'no link';
  await me.open(new URL(link).pathname);
  await me.signIn(byPost);
  expect(await me.heading()).toBe('Vi har fått søknaden din');
  expect(await me.words()).toContain('Vi registrerte søknaden, som kom i posten');
  await me.open(`${me.path()}/motivation?from=application`);
  await me.page.getByLabel('Hvorfor vil du ta utdanningen?').fill('Jeg vil møte mennesker bedre.');
  await me.press(/^Lagre/);
  expect(await me.words()).toContain('Du endret «Motivasjon»');
  await me.follow('Se hva du endret');
  expect(await me.heading()).toBe('Versjoner av søknaden');
  const words = await me.words();
  expect(words).toContain('Før Jeg vil møte mennsker i krise bedre.');
  expect(words).toContain('Etter Jeg vil møte mennesker bedre.');
  expect(words).toContain('Versjon 1. Skrevet inn av oss for deg');
}

async function givesMoreTime(staff: Visit, email: string): Promise<void> {
  await staff.open(`/nb/staff/cohorts/${cohortId}`);
  await staff.follow('Gi utsatt frist');
  await staff.press('Gi utsatt frist');
  expect(await staff.page.title()).toMatch(/^Feil: /);
  await staff.fill('Søkerens e-postadresse', email);
  await staff.fill('Siste dag', '20.06.2027');
  await staff.fill('Begrunnelse', 'Innlagt på sykehus da fristen gikk ut.');
  await staff.press('Gi utsatt frist');
  expect(await staff.words()).toContain('Fristen er utsatt, og søkeren har fått beskjed.');
  expect(await staff.words()).toContain('Gjelder');
}

async function sendsInTime(me: Visit, email: string, reference: string): Promise<void> {
  const letter = await me.mailbox.waitForLetter({
    to: email,
    subject: 'Du har fått utsatt søknadsfrist',
  });
  expect(plain(letter.text ?? '')).toContain('til og med 20. juni 2027');
  const link = letter.links.find((each) => each.includes(reference)) ?? 'no link';
  await me.open(new URL(link).pathname);
  expect(await me.words()).toContain('Send den innen 20. juni 2027, om 8 dager.');
  expect(await me.words()).toContain('Du fikk utsatt søknadsfrist til og med 20. juni 2027');
  await me.follow('Se over og send');
  await me.press('Send søknad');
  expect(await me.heading()).toBe('Søknaden er sendt');
  // Somebody who was given no more time meets the closed door still.
  await me.open(`/nb/programmes/${cohortPlace}`);
  expect(await me.page.getByRole('link', { name: 'Se hva du trenger, og start' }).count()).toBe(0);
}

const scan = {
  name: 'søknad fra Per.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n% skannet\ntrailer << /Size 1 >>\nstartxref\n9\n%%EOF\n'),
};
