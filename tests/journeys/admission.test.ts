import type { Locator } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { CohortId } from '@/lib/kernel/ids';
import { applies } from '../admission/stage';
import type { ArrivedLetter } from '../harness/mailbox';
import { startServer, type TestServer } from '../harness/server';
import { nurseApplies, type Nurse } from './applying';
import { isRefused } from './refused';
import { shiftTo } from '../harness/shift-to';
import { before, days, hasOpenCohort, hasStaff, programmeMailbox } from './stage';
import { plain, visit, type Visit } from './visit';

let server: TestServer;
let cohortId: CohortId;

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.deadline) });
  cohortId = await hasOpenCohort(server, { capacity: 7, earlyBirdPlaces: 5 });
  await hasStaff(server, 'officer', officer, 'Demo Saksbehandler');
});

const officer = 'saksbehandler@demo.example';

/** Who is applying, by name, in the order of arrival. */
const early = ['Anne', 'Berit', 'Cato', 'David', 'Eva', 'Frode'].map((first) => `${first} Tidlig`);
const late: readonly Nurse[] = [
  {
    email: 'grete@demo.example',
    name: 'Grete Forankret',
    employer: 'Fjordby helseforetak',
    organisationNumber: '974 760 673',
    unit: 'Døgnenhet 2',
    worksWithKyr: 'Ja',
  },
  {
    email: 'hanne@demo.example',
    name: 'Hanne Forankret',
    employer: 'Nordvik kommune',
    organisationNumber: '974 760 673',
    unit: 'Psykisk helse og rus',
    worksWithKyr: 'Delvis',
  },
];
const ranked = [...late.map(({ name }) => name), ...early];

interface Applicant {
  readonly name: string;
  readonly email: string;
  readonly reference: string;
}

const patience = { timeout: 300_000 };

test(
  'eight apply to seven places, six sign at the prices of their turn, and one declines',
  patience,
  async () => {
    const applicants = await haveApplied();
    await server.restart({ clockShiftDays: shiftTo(days.afterDeadline) });

    const staff = await visit(server);
    await staff.open('/nb/staff');
    await staff.signIn(officer);
    expect(staff.path()).toBe('/nb/staff');
    await verifiesAnchorings(staff);
    await concludesAll(staff);
    await readsRanking(staff);
    await locks(staff);
    await releases(staff);

    const links = await lettersHaveCome(applicants);
    await signInTurn(applicants, links);
    await declines(applicants, links);
    await seesEnrollments(staff);
  },
);

/** Six by the use cases in March; on the last day two more, through the pages. */
async function haveApplied(): Promise<Map<string, Applicant>> {
  const applicants = new Map<string, Applicant>();
  const past = before(server);
  for (const name of early) {
    const { applicant, reference } = await applies(past, cohortId, name);
    applicants.set(name, { name, email: applicant.email, reference });
  }
  for (const nurse of late) {
    const reference = await nurseApplies(await visit(server, { width: 390 }), nurse);
    applicants.set(nurse.name, { name: nurse.name, email: nurse.email, reference });
  }
  return applicants;
}

async function opensApplication(staff: Visit, name: string): Promise<void> {
  await staff.open(`/nb/staff/cohorts/${cohortId}`);
  await staff.follow(name);
  expect(await staff.heading()).toContain(name);
}

async function verifiesAnchorings(staff: Visit): Promise<void> {
  for (const { name } of late) {
    await opensApplication(staff, name);
    expect(await staff.words()).toContain('Ingen prioritet');
    await staff.press(/^Bekreft$/);
    expect(await staff.page.title()).toMatch(/^Feil: /);
    await staff.fill('Forankret fra', '01.01.2020');
    await staff.fill('Hva bygger du det på?', 'Snakket med avdelingsleder 2. juni, sett planen.');
    await staff.press(/^Bekreft$/);
    expect(await staff.words()).toContain('Forankringen er bekreftet.');
    expect(await staff.words()).toContain('Har prioritet');
  }
}

async function concludesAll(staff: Visit): Promise<void> {
  for (const name of ranked) {
    await opensApplication(staff, name);
    await staff.choose('Kvalifisert', 'Er søkeren kvalifisert?');
    await staff.fill('Begrunnelse', `${name} fyller alle kravene.`);
    await staff.press('Lagre konklusjonen');
    expect(await staff.words()).toContain('Konklusjonen er lagret.');
  }
}

async function readsRanking(staff: Visit): Promise<void> {
  await staff.open(`/nb/staff/cohorts/${cohortId}/ranking`);
  const rows = await rowsOf(staff);
  expect(rows.map(([position]) => position)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  expect(rows.map(([, name]) => name)).toEqual(ranked);
  expect(rows.map(([, , priority]) => priority)).toEqual([
    ...['Prioritert', 'Prioritert'],
    ...early.map(() => 'Ikke prioritert'),
  ]);
  const reasons = rows.map(([, , , words]) => words ?? '');
  const anchored = (nurse: Nurse | undefined) =>
    `Har prioritet: ${nurse?.employer}, ${nurse?.unit} har arbeidet med recovery forankret i KYR siden 01.01.2020 (bekreftet).`;
  expect(reasons[0]).toContain(anchored(late[0]));
  expect(reasons[0]).toContain('Søknaden kom som nummer 7, 31. mai 2027');
  expect(reasons[1]).toContain(anchored(late[1]));
  expect(reasons[1]).toContain('Søknaden kom som nummer 8, 31. mai 2027');
  for (const [at] of early.entries()) {
    expect(reasons[at + 2]).toContain('Ingen prioritet: Ingen har bekreftet at arbeidsstedet');
    expect(reasons[at + 2]).toContain(`Søknaden kom som nummer ${at + 1}, 1. mars 2027`);
  }
  expect(rows.map(([, , , , outcome]) => outcome)).toEqual([
    ...Array<string>(7).fill('Får tilbud'),
    'Venteliste',
  ]);
}

/** The cells of the page's table, row by row, as they read. */
async function rowsOf(staff: Visit): Promise<string[][]> {
  const rows = await staff.page.getByRole('main').locator('tbody tr').all();
  return Promise.all(rows.map(async (row) => cellsOf(row)));
}

async function cellsOf(row: Locator): Promise<string[]> {
  const cells = await row.locator('th, td').allInnerTexts();
  return cells.map(plain);
}

async function locks(staff: Visit): Promise<void> {
  await staff.press('Lås rangeringen for 8 søkere');
  expect(await staff.page.title()).toMatch(/^Feil: /);
  await staff.choose('Jeg har sett gjennom rekkefølgen og begrunnelsene');
  await staff.press('Lås rangeringen for 8 søkere');
  expect(await staff.words()).toContain('av Demo Saksbehandler');
  expect((await rowsOf(staff)).map(([, name]) => name)).toEqual(ranked);
}

async function releases(staff: Visit): Promise<void> {
  await staff.open(`/nb/staff/cohorts/${cohortId}/release`);
  const words = await staff.words();
  for (const heading of ['Tilbud (7)', 'Venteliste (1)', 'Avslag (0)']) {
    expect(words).toContain(heading);
  }
  const letters = (await staff.page.locator('pre').allTextContents()).map(plain);
  expect(letters).toHaveLength(8);
  for (const letter of letters.slice(0, 7)) {
    expect(letter).toMatch(/Svar senest [a-zæøå ]*31\. juli 2027/);
  }
  expect(letters[7]).toContain('Du er nummer 1 av 1 på ventelisten.');
  expect(await staff.mailbox.letters({ subject: 'Du har fått plass' })).toEqual([]);
  await staff.choose('Jeg har lest gjennom hvem som får hva');
  await staff.press('Send 7 tilbud, 1 ventelisteplass og 0 avslag');
  expect(await staff.words()).toContain('av Demo Saksbehandler');
  expect((await rowsOf(staff)).filter((cells) => cells.includes('Venter på svar'))).toHaveLength(7);
}

/** Seven offers, each with a link of its own; the eighth is told the number on the waiting list. */
async function lettersHaveCome(
  applicants: ReadonlyMap<string, Applicant>,
): Promise<Map<string, string>> {
  const mailbox = (await visit(server)).mailbox;
  const links = new Map<string, string>();
  for (const name of ranked.slice(0, 7)) {
    const to = applicants.get(name)?.email ?? '';
    const letter = await mailbox.waitForLetter({ to, subject: 'Du har fått plass på' });
    expect(plain(letter.text ?? '')).toContain(
      'De 5 første som sender bindende påmelding, betaler 20 000 kr',
    );
    const link = letter.links.find((each) => each.includes('/offers/link/'));
    links.set(name, link ?? 'the letter has no link');
  }
  const waiting = applicants.get(ranked[7] ?? '');
  await mailbox.waitForLetter({ to: waiting?.email ?? '', subject: 'Du står på venteliste' });
  expect(new Set(links.values()).size).toBe(7);
  return links;
}

/** Who sends the slip back, in the order in which they do; not the order of the ranking. */
const returned = [
  'Berit Tidlig',
  'Grete Forankret',
  'Eva Tidlig',
  'Hanne Forankret',
  'Anne Tidlig',
  'Cato Tidlig',
];
const declining = 'David Tidlig';

const prices = ['20 000 kr', '20 000 kr', '20 000 kr', '20 000 kr', '20 000 kr', '26 000 kr'];

async function signInTurn(
  applicants: ReadonlyMap<string, Applicant>,
  links: ReadonlyMap<string, string>,
): Promise<void> {
  const sixth = returned[5] ?? '';
  // Opened while there were places at the lower price, and left lying until there were none.
  const patient = await opensSlip(links, sixth, applicants);
  expect(await priceShown(patient)).toBe(prices[0]);
  for (const name of returned.slice(0, 5)) {
    const me = await opensSlip(links, name, applicants);
    expect(await priceShown(me)).toBe('20 000 kr');
    await fillsInSlip(me, name);
    await me.press('Meld deg bindende på til 20 000 kr');
    await isEnrolled(me, applicants, name);
  }
  await fillsInSlip(patient, sixth);
  await patient.press('Meld deg bindende på til 20 000 kr');
  expect(await patient.words()).toContain('Du er ikke påmeldt ennå');
  await isRefused(patient, [
    'Prisen er nå 26 000 kr, ikke 20 000 kr. Andre har signert siden du åpnet skjemaet. Vil du ha plassen til 26 000 kr, signer på nytt.',
  ]);
  expect(await priceShown(patient)).toBe('26 000 kr');
  expect(await patient.words()).toContain('Alle de 5 plassene til 20 000 kr er tatt.');
  await patient.press('Meld deg bindende på til 26 000 kr');
  await isEnrolled(patient, applicants, sixth);
}

async function opensSlip(
  links: ReadonlyMap<string, string>,
  name: string,
  applicants: ReadonlyMap<string, Applicant>,
): Promise<Visit> {
  const me = await visit(server, { width: 390 });
  await me.page.goto(links.get(name) ?? '');
  expect(me.path()).toBe(`/nb/offers/${applicants.get(name)?.reference}`);
  return me;
}

async function priceShown(me: Visit): Promise<string> {
  return plain(
    await me.page
      .locator('#price')
      .getByText(/^\d\d.000.kr$/)
      .innerText(),
  );
}

async function fillsInSlip(me: Visit, name: string): Promise<void> {
  await me.choose('Jeg betaler selv', 'Hvem betaler?');
  const invoice = 'Hvor vi skal sende fakturaen din';
  await me.fill('Adresse', 'Storgata 1', invoice);
  await me.fill('Postnummer', '9008', invoice);
  await me.fill('Poststed', 'Tromsø', invoice);
  await me.fill('Skriv hele navnet ditt for å signere', name);
}

async function isEnrolled(
  me: Visit,
  applicants: ReadonlyMap<string, Applicant>,
  name: string,
): Promise<void> {
  const { email = '', reference = '' } = applicants.get(name) ?? {};
  const at = returned.indexOf(name);
  const price = prices[at] ?? '';
  expect(me.path()).toBe(`/nb/offers/${reference}/enrolled`);
  expect(await me.heading()).toMatch(/^Du er påmeldt /);
  expect(await me.words()).toContain(price);
  const letter = await me.mailbox.waitForLetter({ to: email, subject: /^Du er påmeldt / });
  expect(plain(letter.text ?? '')).toContain(`og prisen er ${price}.`);
  expect(letter.text).toMatch(new RegExp(`Påmelding nummer:?\\s+${at + 1}\\b`));
  hasPapers(letter, ['.pdf', '.ics']);
  const told = await me.mailbox.waitForLetter({
    to: programmeMailbox,
    subject: `Bindende påmelding nr. ${at + 1}: ${name}`,
  });
  expect(plain(told.text ?? '')).toContain(price);
  hasPapers(told, ['.pdf']);
}

function hasPapers({ attachments }: ArrivedLetter, endings: string[]): void {
  const starts: Record<string, string> = { '.pdf': '%PDF-', '.ics': 'BEGIN:VCALENDAR' };
  expect(attachments.map(({ filename }) => filename?.slice(-4))).toEqual(endings);
  for (const [at, { content }] of attachments.entries()) {
    const text = Buffer.from(content as ArrayBuffer).toString('latin1');
    expect(text.startsWith(starts[endings[at] ?? ''] ?? '?')).toBe(true);
  }
}

async function declines(
  applicants: ReadonlyMap<string, Applicant>,
  links: ReadonlyMap<string, string>,
): Promise<void> {
  const me = await opensSlip(links, declining, applicants);
  await me.page.getByText('Vil du ikke ha plassen?').click();
  await me.press('Takk nei til plassen');
  expect(await me.heading()).toBe('Du har takket nei til plassen');
  const declinedAt = me.page.url();
  await me.press('Lukk skjemaet på denne maskinen');
  expect(me.path()).toBe('/nb');
  expect(await me.words()).toContain('Skjemaet er lukket på denne maskinen');
  await me.page.goto(declinedAt);
  expect(me.path()).toBe('/nb/sign-in');
  const to = applicants.get(declining)?.email ?? '';
  await me.mailbox.waitForLetter({ to, subject: 'Du har takket nei til plassen' });
  await me.mailbox.waitForLetter({ to: programmeMailbox, subject: `Ledig plass: ${declining}` });
}

async function seesEnrollments(staff: Visit): Promise<void> {
  await staff.open(`/nb/staff/cohorts/${cohortId}/enrollments`);
  const rows = await rowsOf(staff);
  expect(rows.map(([ordinal, name]) => [ordinal, name])).toEqual(
    returned.map((name, at) => [String(at + 1), name]),
  );
  expect(rows.map(([, , , price]) => price)).toEqual(prices);
  expect(await staff.words()).toContain('126 000 kr');
}
