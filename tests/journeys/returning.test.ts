import { beforeAll, describe, expect, test } from 'vitest';
import { demoPdf } from '@/prisma/demo/document';
import { startServer, type TestServer } from '../harness/server';
import { nurseApplies, startsFromProgramme } from './applying';
import { htmlFaults } from './html-faults';
import { shiftTo } from '../harness/shift-to';
import { cohortPlace, days, hasOpenCohort } from './stage';
import { visit } from './visit';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.open) });
  await hasOpenCohort(server);
});

describe('a step that came back with something to put right', () => {
  test('is not taken for another window when what was saved had too few years', async () => {
    const me = await visit(server, { javaScript: false, width: 390, height: 844 });
    const reference = await startsFromProgramme(me, 'faa-aar@demo.example');
    await me.open(`/nb/applications/${reference}/category`);
    await me.choose(/^Gruppe 4/);
    await me.fill('Arbeidsgiver', 'Demo kommune');
    await me.fill('Stilling', 'Miljøarbeider');
    await me.fill('Stillingsprosent', '100');
    await me.fill('Fra og med', '01.02.2021');
    await me.fill('Til og med (valgfritt)', '01.02.2022');
    await me.fill('Hva het kurset?', 'Demokurs');
    await me.fill('Hvem holdt det?', 'Demoskolen');
    await me.fill('År', '2024');
    await me.press('Lagre og gå videre');
    expect(await me.page.title()).toMatch(/^Feil:/);
    await me.fill('Til og med (valgfritt)', '01.06.2024');
    await me.press('Lagre og gå videre');
    expect(await me.heading()).toBe('Arbeidsstedet ditt');
  });

  test('has kept what can be read of it, also without JavaScript', async () => {
    const me = await visit(server, { javaScript: false, width: 390, height: 844 });
    const reference = await startsFromProgramme(me, 'glemte-ett@demo.example');
    await me.open(`/nb/applications/${reference}/about-you`);
    await me.fill('Navn', 'Glemte Ett');
    await me.fill('Telefon', 'ikke et nummer');
    await me.press('Lagre og gå videre');
    expect(await me.page.title()).toMatch(/^Feil:/);
    const elsewhere = me.page.url();
    await me.open(`/nb/applications/${reference}/about-you`);
    expect(await me.page.getByLabel('Navn').inputValue()).toBe('Glemte Ett');
    expect(await me.page.getByLabel('Telefon').inputValue()).toBe('');
    // And the page that came back goes on from there: its own save is no other window's.
    await me.page.goto(elsewhere);
    await me.fill('Navn', 'Glemte To');
    await me.fill('Telefon', '400 00 000');
    await me.choose('Bokmål');
    await me.press('Lagre og gå videre');
    expect(await me.heading()).toBe('Bakgrunnen din');
  });

  test('has kept the group that somebody has chosen, before anything else is answered', async () => {
    const me = await visit(server, { javaScript: false, width: 390, height: 844 });
    const reference = await startsFromProgramme(me, 'valgte-gruppe@demo.example');
    await me.open(`/nb/applications/${reference}/category`);
    await me.choose('Gruppe 4: Ansatt uten høyskoleutdanning');
    await me.press('Lagre og gå videre');
    expect(await me.page.title()).toMatch(/^Feil:/);
    await me.open(`/nb/applications/${reference}/documents`);
    expect(await me.words()).toContain('Gruppen din må dokumentere to ting');
  });

  test('shows after a reload what it has saved by itself since, and not what was refused', async () => {
    const me = await visit(server, { width: 390, height: 844 });
    const reference = await startsFromProgramme(me, 'lastar-paa-nytt@demo.example');
    await me.open(`/nb/applications/${reference}/about-you`);
    await me.fill('Navn', 'Gammelt Navn');
    await me.press('Lagre og gå videre');
    expect(await me.page.title()).toMatch(/^Feil:/);
    await me.fill('Navn', 'Nytt Navn');
    await me.page.locator('[data-autosave-status]').filter({ hasText: 'Lagret' }).waitFor();
    await me.page.reload();
    expect(await me.page.getByLabel('Navn').inputValue()).toBe('Nytt Navn');
    expect(await me.page.title()).not.toMatch(/^Feil:/);
    await me.page.getByRole('link', { name: 'Nynorsk' }).click();
    expect(await me.page.getByLabel('Namn').inputValue()).toBe('Nytt Navn');
  });
});

describe('another group, chosen after the application was sent', () => {
  test('asks for its documents, and keeps what was typed until they are there', async () => {
    const me = await visit(server, { javaScript: false, width: 390, height: 844 });
    const reference = await nurseApplies(me, {
      email: 'bytter-gruppe@demo.example',
      name: 'Bytter Eksempel',
      employer: 'Demo kommune',
      organisationNumber: '974 760 673',
      unit: 'Demobolig',
      worksWithKyr: 'Nei',
    });
    await me.open(`/nb/applications/${reference}/category?from=application`);
    await me.choose(/^Gruppe 4/);
    await me.fill('Arbeidsgiver', 'Demo kommune');
    await me.fill('Stilling', 'Miljøarbeider');
    await me.fill('Stillingsprosent', '100');
    await me.fill('Fra og med', '01.02.2021');
    await me.fill('Til og med (valgfritt)', '01.06.2024');
    await me.fill('Hva het kurset?', 'Demokurs');
    await me.fill('Hvem holdt det?', 'Demoskolen');
    await me.fill('År', '2024');
    await me.press('Lagre endringene');
    expect(await me.page.title()).toMatch(/^Feil:/);
    await me.follow('Gruppen krever at arbeidet er dokumentert.');

    expect(await me.heading()).toBe('Vedlegg');
    for (const [shows, name] of [
      ['Arbeid', 'attest.pdf'],
      ['Kurs eller videreutdanning', 'kursbevis.pdf'],
    ] as const) {
      await me.choose(shows);
      const buffer = await demoPdf(name, 'Bytter Eksempel');
      await me.attach('Fil', { name, mimeType: 'application/pdf', buffer });
      await me.press('Last opp');
      expect(await me.words()).toContain('Vedlegget er lagt til.');
    }
    await me.press('Tilbake til Bakgrunn med det du skrev');

    expect(await me.page.title()).not.toMatch(/^Feil:/);
    expect(await me.words()).toContain('Dokumentasjonen er lastet opp, og her er det du skrev.');
    expect(await me.page.getByLabel('Hva het kurset?').inputValue()).toBe('Demokurs');
    await me.press('Lagre endringene');
    expect(me.path()).toBe(`/nb/applications/${reference}`);
    expect(await me.words()).toContain('Du endret «Bakgrunn».');
  });
});

test('whoever withdrew is told before starting anew that the place in the queue can be had back', async () => {
  const me = await visit(server, { javaScript: false, width: 390, height: 844 });
  const reference = await nurseApplies(me, {
    email: 'angrer-heller@demo.example',
    name: 'Angrer Eksempel',
    employer: 'Demo kommune',
    organisationNumber: '974 760 673',
    unit: 'Demobolig',
    worksWithKyr: 'Nei',
  });
  await me.open(`/nb/applications/${reference}/withdraw`);
  await me.page.getByRole('checkbox').check();
  await me.press('Trekk søknaden');
  await me.follow('Søk på nytt');
  expect(me.path()).toBe(`/nb/apply/${cohortPlace}`);
  expect(await me.words()).toContain('Du trakk en søknad 1. mars 2027');
  expect(await me.words()).toContain('med plassen den hadde i køen. Starter du en ny søknad,');
  expect(await htmlFaults(await me.page.content())).toEqual([]);
  await me.press('Angre, jeg vil ha søknaden tilbake');
  expect(me.path()).toBe(`/nb/applications/${reference}`);
  expect(await me.words()).toContain('Søknaden din gjelder igjen');
});
