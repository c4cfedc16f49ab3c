import { beforeAll, describe, expect, test } from 'vitest';
import { demoPdf } from '@/prisma/demo/document';
import { startServer, type TestServer } from '../harness/server';
import {
  conditions,
  saysWhereTheyWork,
  saysWhoTheyAre,
  saysWhy,
  startsFromProgramme,
} from './applying';
import { isRefused } from './refused';
import { shiftTo } from '../harness/shift-to';
import { cohortPlace, days, hasOpenCohort, programmeMailbox } from './stage';
import { plain, visit, type Visit } from './visit';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.open) });
  await hasOpenCohort(server);
});

const name = 'Kari Eksempel';
const group = 'Gruppe 4: Ansatt uten høyskoleutdanning';

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('somebody without a degree applies on a phone %s', { timeout: 300_000 }, (_how, javaScript) => {
  test('makes mistakes, changes phones, documents everything, sends, follows and withdraws', async () => {
    const email = `fire-${javaScript ? 'med' : 'uten'}@demo.example`;
    const phone = { javaScript, width: 390, height: 844 };

    const first = await visit(server, phone);
    const reference = await startsFromProgramme(first, email);
    await mistakesAboutOneself(first);
    await saysWhoTheyAre(first, name);
    await countsWork(first);
    await mistakesAboutTheWorkplace(first);
    await first.press('Lagre og fortsett senere');
    expect(await first.words()).toContain('Alt er lagret. Du kan fortsette når du vil.');

    const second = await visit(server, phone);
    await second.open('/nb/applications');
    await second.signIn(email);
    expect(second.path()).toBe('/nb/applications');
    expect(await second.words()).toContain(reference);
    await second.follow('Fortsett på søknaden');
    expect(await second.heading()).toBe('Søknaden er ikke sendt ennå');
    await second.follow('Fortsett på søknaden');
    expect(second.path()).toBe(`/nb/applications/${reference}/workplace`);
    await saysWhereTheyWork(second, {
      employer: 'Fjordby helseforetak',
      organisationNumber: '974 760 673',
      unit: 'Døgnenhet 2',
      worksWithKyr: 'Delvis',
    });
    await forgetsWhy(second);
    await saysWhy(second);
    await forgetsAcondition(second);
    await documents(second, reference, javaScript);
    await sends(second, reference, email);
    await follows(second, reference);
    await withdraws(second, reference, email);
  });
});

async function mistakesAboutOneself(me: Visit): Promise<void> {
  expect(await me.words()).toContain('Søknadsfrist 31. mai 2027, om 91 dager.');
  await me.fill('Telefon', '12');
  await me.press('Lagre og gå videre');
  await isRefused(me, [
    'Skriv navnet ditt.',
    'Skriv et telefonnummer med minst åtte sifre, for eksempel 400 00 000.',
    'Velg språket vi skal skrive til deg på.',
  ]);
  expect(await me.page.getByLabel('Telefon').inputValue()).toBe('12');
}

/** Two positions that overlap in 2024: 80 % + 60 % count as 100 %, not as 140 %. */
async function countsWork(me: Visit): Promise<void> {
  await me.press('Lagre og gå videre');
  await isRefused(me, ['Velg gruppen du hører til.']);
  await me.choose(group);
  await worked(me, 1, ['Fjordby kommune', 'Miljøarbeider', '80', '32.01.2023', '31.12.2024']);
  await me.press('Lagre og gå videre');
  await isRefused(me, [
    'Skriv datoen du begynte, med dag, måned og fire sifre i året. For eksempel 01.08.2022.',
  ]);
  const from = me.page.getByLabel('Fra og med', { exact: true });
  expect(await from.inputValue()).toBe('32.01.2023');
  expect(await me.page.getByLabel('Arbeidsgiver').inputValue()).toBe('Fjordby kommune');
  await from.fill('1.1.2023');
  await me.press('Lagre og gå videre');
  await isRefused(me, [
    'Skriv inn minst ett kurs eller en videreutdanning.',
    'Arbeidet ditt blir ett år og 7 måneder på heltid. Gruppen krever minst 2 år. Kontroller datoene, eller legg til en stilling som mangler.',
  ]);
  expect(await total(me)).toContain('Det er for lite. Gruppen krever minst 2 år.');

  await me.press('Legg til en arbeidsperiode');
  expect(await me.page.title()).not.toContain('Feil');
  await worked(me, 2, ['Fjordby helseforetak', 'Assistent', '60', '01.01.2024', '31.12.2025']);
  await me.press('Regn sammen');
  expect(await total(me)).toContain('1 år 7 md. + 1 år 2 md. − 0 år 4 md. = 2 år 4 md.');
  expect(await total(me)).toContain('Det er nok. Gruppen krever minst 2 år.');

  await me.fill('Hva het kurset?', 'Trygghet og samspill', 'Kurs 1');
  await me.fill('Hvem holdt det?', 'Fjordby kommune', 'Kurs 1');
  await me.fill('År', '2025', 'Kurs 1');
  await me.press('Legg til et kurs');
  await me.press('Fjern kurs 2');
  expect(await me.page.getByLabel('Hva het kurset?').inputValue()).toBe('Trygghet og samspill');
  await me.press('Lagre og gå videre');
  expect(await me.heading()).toBe('Arbeidsstedet ditt');
}

type Typed = [employer: string, position: string, percent: string, from: string, to: string];

async function worked(me: Visit, period: number, typed: Typed): Promise<void> {
  const [employer, position, percent, from, to] = typed;
  const of = `Arbeidsperiode ${period}`;
  await me.fill('Arbeidsgiver', employer, of);
  await me.fill('Stilling', position, of);
  await me.fill('Stillingsprosent', percent, of);
  await me.fill('Fra og med', from, of);
  await me.fill('Til og med (valgfritt)', to, of);
}

async function total(me: Visit): Promise<string> {
  return plain(await me.page.locator('#work-total').innerText());
}

async function mistakesAboutTheWorkplace(me: Visit): Promise<void> {
  await me.fill('Arbeidsgiver', 'Fjordby helseforetak');
  await me.fill('Organisasjonsnummer', '974 760 674');
  await me.fill('Enhet', 'Døgnenhet 2');
  await me.fill('Navn på lederen din', 'Leder Ledersen');
  await me.choose('Ja', 'Støtter lederen at du søker?');
  await me.choose('Delvis', 'Jobber arbeidsstedet med recovery forankret i KYR?');
  await me.press('Lagre og gå videre');
  await isRefused(me, [
    'Organisasjonsnummeret stemmer ikke. Kontroller at du har skrevet alle ni sifrene riktig.',
    'Skriv hvordan jobben skal bruke det du lærer.',
  ]);
  expect(await me.page.getByLabel('Enhet').inputValue()).toBe('Døgnenhet 2');
  await me.fill('Organisasjonsnummer', '974 760 673');
}

async function forgetsWhy(me: Visit): Promise<void> {
  await me.press('Lagre og gå videre');
  await isRefused(me, ['Skriv hvorfor du vil ta utdanningen.']);
}

async function forgetsAcondition(me: Visit): Promise<void> {
  await me.choose(conditions[0]);
  await me.choose(conditions[1]);
  await me.press('Lagre og gå videre');
  await isRefused(me, ['Kryss av for at du blir med på videoopptak.']);
  expect(await me.page.getByLabel(conditions[0]).isChecked()).toBe(true);
  await me.choose(conditions[2]);
  await me.press('Lagre og gå videre');
}

async function documents(me: Visit, reference: string, javaScript: boolean): Promise<void> {
  expect(await me.heading()).toBe('Vedlegg');
  const uploads = javaScript ? uploadsByScript : uploadsByForm;
  const program = Buffer.concat([Buffer.from('MZ\u0090\u0000'), Buffer.alloc(2_000, 1)]);
  const notTaken =
    'Vi kan ikke bruke denne filen. Last opp en PDF, eller et bilde i JPEG eller PNG.';
  if (javaScript) {
    await me.page.getByRole('button', { name: 'Last opp', exact: true }).click();
    expect(await me.words()).toContain('Velg minst én fil.');
    await uploads(me, 'Arbeid', 'attest.pdf', 'application/pdf', program);
    expect(await me.words()).toContain(`Ikke tatt imot: ${notTaken}`);
    await me.page.getByRole('button', { name: 'Ta bort attest.pdf' }).click();
  } else {
    await me.press('Last opp');
    await isRefused(me, ['Velg hva vedlegget viser.', 'Velg en fil.']);
    await uploads(me, 'Arbeid', 'attest.pdf', 'application/pdf', program);
    await isRefused(me, [notTaken]);
    expect(await me.page.getByLabel('Arbeid', { exact: true }).isChecked()).toBe(true);
  }

  const pdf = await demoPdf('Attest', name);
  const photograph = await me.page.screenshot({ type: 'jpeg' });
  await uploads(me, 'Arbeid', 'attest.pdf', 'application/pdf', pdf);
  expect(await me.words()).toContain(javaScript ? 'Lagt ved' : 'Vedlegget er lagt til.');
  await uploads(me, 'Noe annet', 'feil bilde.jpg', 'image/jpeg', photograph);
  await expect.poll(() => me.words(), { timeout: 10_000 }).toContain('2 av ');
  await me.press('Fjern feil bilde.jpg');
  expect(await me.words()).toContain('Vedlegget er fjernet.');
  expect(await me.words()).not.toContain('feil bilde.jpg');

  await me.press('Gå videre');
  expect(await me.heading()).toBe('Se over og send');
  await me.press('Send søknad');
  expect(me.path()).toBe(`/nb/applications/${reference}/summary`);
  await hasMissing(me, ['Last opp bevis for kurs eller videreutdanning.']);
  await me.follow('Last opp bevis for kurs');
  const onwards = /^(Gå videre|Ferdig med vedleggene)$/;
  const course = 'Kurs eller videreutdanning';
  await uploads(me, course, 'kursbevis.jpg', 'image/jpeg', photograph, onwards);
  expect(await me.heading()).toBe('Se over og send');
  expect(await me.words()).toContain('kursbevis.jpg');
  const [attest] = await Promise.all([
    me.page.waitForEvent('download'),
    me.page.getByRole('link', { name: 'attest.pdf' }).click(),
  ]);
  expect(attest.suggestedFilename()).toBe('attest.pdf');
}

/** «Send søknad» was pressed too early: what is missing has the focus. */
async function hasMissing(me: Visit, sentences: string[]): Promise<void> {
  expect(await me.page.title()).toMatch(/^Feil: /);
  expect(await me.page.getByRole('alert').getByRole('listitem').allInnerTexts()).toEqual(sentences);
  await expect
    .poll(() => me.page.evaluate(() => document.activeElement?.getAttribute('role')))
    .toBe('alert');
}

async function uploadsByForm(
  me: Visit,
  shows: string,
  filename: string,
  mimeType: string,
  buffer: Buffer,
  button: string | RegExp = 'Last opp',
): Promise<void> {
  await me.choose(shows, 'Hva viser vedlegget?');
  await me.page
    .getByLabel('Fil', { exact: true })
    .setInputFiles({ name: filename, mimeType, buffer });
  await me.press(button);
}

/** With a script the file comes first, is asked what it shows, and says how it went. */
async function uploadsByScript(
  me: Visit,
  shows: string,
  filename: string,
  mimeType: string,
  buffer: Buffer,
  onwards?: RegExp,
): Promise<void> {
  const { page } = me;
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ name: filename, mimeType, buffer });
  const row = page.locator('[data-upload-part="rows"] li').filter({ hasText: filename });
  await row.getByRole('combobox').selectOption(shows);
  if (onwards !== undefined) {
    await me.press(onwards);
    return;
  }
  await page.getByRole('button', { name: 'Last opp', exact: true }).click();
  await row.getByText(/^(Lagt ved|Ikke tatt imot)/).waitFor();
}

async function sends(me: Visit, reference: string, email: string): Promise<void> {
  await me.open(`/nb/applications/${reference}/summary`);
  const words = await me.words();
  for (const answer of [
    name,
    '2 år 4 md.',
    'Trygghet og samspill',
    'Døgnenhet 2',
    'kursbevis.jpg',
  ]) {
    expect(words).toContain(answer);
  }
  expect(words).toContain('Alt er på plass. Nå kan du sende.');
  await me.press('Send søknad');
  expect(await me.heading()).toBe('Søknaden er sendt');
  expect(me.path()).toBe(`/nb/applications/${reference}/receipt`);
  expect(await me.words()).toContain(reference);
  const letter = await me.mailbox.waitForLetter({ to: email, subject: 'Vi har fått søknaden din' });
  expect(letter.text).toContain(reference);
  expect(plain(letter.text ?? '')).toContain('31. mai 2027');
  const told = await me.mailbox.waitForLetter({
    to: programmeMailbox,
    subject: /^Ny søknad nr\. \d/,
  });
  expect(told.text).toContain(`${name} har søkt`);
  expect(told.text).toContain(reference);
}

async function follows(me: Visit, reference: string): Promise<void> {
  await me.follow('Følg søknaden');
  expect(me.path()).toBe(`/nb/applications/${reference}`);
  expect(await me.heading()).toBe('Vi har fått søknaden din');
  const words = await me.words();
  for (const sentence of [
    'Vi fikk søknaden',
    'Du la ved «kursbevis.jpg»',
    'Du fjernet «feil bilde.jpg»',
  ]) {
    expect(words).toContain(sentence);
  }
  await me.open(`/nb/apply/${cohortPlace}`);
  expect(await me.words()).toContain('Du har allerede søkt på dette kullet.');
}

async function withdraws(me: Visit, reference: string, email: string): Promise<void> {
  await me.open(`/nb/applications/${reference}`);
  await me.follow('Trekk søknaden');
  await me.press('Trekk søknaden');
  await isRefused(me, ['Kryss av for at du vil trekke søknaden, eller behold den.']);
  await me.choose('Ja, jeg vil trekke søknaden');
  await me.press('Trekk søknaden');
  expect(await me.heading()).toBe('Du har trukket søknaden');
  await me.mailbox.waitForLetter({ to: email, subject: 'Du har trukket søknaden' });
  await me.open(`/nb/apply/${cohortPlace}`);
  const start = me.page.getByRole('button', { name: 'Start søknaden' }).first();
  expect(await start.isVisible()).toBe(true);
}
