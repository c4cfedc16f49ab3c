import { beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../harness/server';
import { startsFromProgramme } from './applying';
import { days, hasOpenCohort, shiftTo } from './stage';
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
