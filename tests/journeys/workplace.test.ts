import { beforeAll, describe, expect, test } from 'vitest';
import { anchors, applies, person } from '../admission/stage';
import { startServer, type TestServer } from '../harness/server';
import { isReady, saysWhoTheyAre, saysWhy, startsFromProgramme } from './applying';
import { htmlFaults } from './html-faults';
import { isRefused } from './refused';
import { shiftTo } from '../harness/shift-to';
import { before, days, hasOpenCohort } from './stage';
import { arriving, plain, visit, type Visit } from './visit';

const known = 'Demo helseforetak, Psykosepost Øst';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.open) });
  const cohortId = await hasOpenCohort(server);
  const past = before(server);
  const officer = await person(past, 'Ola Opptak', { roles: ['officer'] });
  const colleague = await applies(past, cohortId, 'Anne', { unit: 'Psykosepost Øst' });
  await anchors(past, officer, colleague);
  await applies(past, cohortId, 'Bente', { unit: 'Spør Bente på Dagposten' });
});

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a nurse from a workplace that is known applies on a phone %s', (_how, javaScript) => {
  test('finds it, need not say that it works with KYR, and sends', async () => {
    const me = await visit(server, { javaScript, width: 390, height: 844 });
    const reference = await reachesTheWorkplace(me, `kjent-${javaScript}@demo.example`);
    await me.fill('Navn på lederen din', 'Leder Ledersen');
    await (javaScript ? findsAsOneTypes(me) : findsByTheButton(me));

    expect(await me.words()).toContain('Arbeidsstedet er fylt inn');
    await focusComesTo(me, 'workplace-chosen');
    expect(await me.page.getByLabel('Arbeidsgiver', { exact: true }).inputValue()).toBe(
      'Demo helseforetak',
    );
    expect(await me.page.getByLabel('Enhet', { exact: true }).inputValue()).toBe('Psykosepost Øst');
    expect(await me.page.getByLabel('Navn på lederen din').inputValue()).toBe('Leder Ledersen');
    expect(await me.words()).toContain(
      'Arbeidsstedet ditt er registrert som forankret i KYR siden 1. januar 2019. Du trenger ikke svare',
    );
    expect(await me.words()).not.toContain('Jobber arbeidsstedet med recovery');
    await me.press('Lagre og gå videre');
    await isRefused(me, [
      'Velg om lederen støtter at du søker.',
      'Skriv hvordan jobben skal bruke det du lærer.',
    ]);
    await me.choose('Ja', 'Støtter lederen at du søker?');
    await me.fill('Hvordan skal jobben bruke det du lærer?', 'I miljøarbeidet, hver dag.');
    await me.press('Lagre og gå videre');
    await saysWhy(me);
    await isReady(me);
    await me.press('Gå videre');
    expect(await me.words()).toContain('Ikke spurt. Arbeidsstedet var allerede registrert');
    await me.press('Send søknad');
    expect(await me.heading()).toBe('Søknaden er sendt');
    expect(reference).not.toBe('');
  });

  test('writes it nearly as it is known, and is asked once whether it is the same', async () => {
    const me = await visit(server, { javaScript, width: 390, height: 844 });
    const reference = await reachesTheWorkplace(me, `nesten-${javaScript}@demo.example`);
    await me.fill('Arbeidsgiver', 'Demo HF');
    await me.fill('Organisasjonsnummer', '974 760 673');
    await me.fill('Enhet', 'Psykoseposten øst');
    await me.fill('Navn på lederen din', 'Leder Ledersen');
    await me.choose('Ja', 'Støtter lederen at du søker?');
    await me.choose('Nei', 'Jobber arbeidsstedet med recovery forankret i KYR?');
    await me.fill('Hvordan skal jobben bruke det du lærer?', 'I miljøarbeidet, hver dag.');
    await me.press('Lagre og gå videre');
    expect(me.path()).toBe(`/nb/applications/${reference}/workplace`);
    expect(await me.words()).toContain('Mener du dette arbeidsstedet? Det du skrev, er lagret.');
    expect(await me.page.title()).not.toMatch(/^Feil/);
    await focusComesTo(me, 'workplace-near');
    // What was written stays, unless one chooses otherwise.
    expect(await me.page.getByLabel('Enhet', { exact: true }).inputValue()).toBe(
      'Psykoseposten øst',
    );
    await me.press('Lagre og gå videre');
    expect(await me.heading()).toBe('Motivasjonen din');
    await me.follow('Arbeidssted');
    await me.press(known);
    expect(await me.page.getByLabel('Enhet', { exact: true }).inputValue()).toBe('Psykosepost Øst');
    expect(await me.words()).toContain('registrert som forankret i KYR siden 1. januar 2019');
    await me.press('Lagre og gå videre');
    expect(await me.heading()).toBe('Motivasjonen din');
  });
});

test('Enter in another field goes on, whatever was searched for while it was typed', async () => {
  const me = await visit(server, { width: 390, height: 844 });
  await reachesTheWorkplace(me, 'trykker-enter@demo.example');
  await me.page.getByLabel(search).pressSequentially('helse');
  await me.page.getByRole('button', { name: known }).waitFor();
  await me.fill('Arbeidsgiver', 'Demo kommune');
  await me.fill('Enhet', 'Demobolig');
  await arriving(me.page, () => me.page.keyboard.press('Enter'));
  expect(await me.page.title()).toMatch(/^Feil: /);
  expect(await me.words()).toContain('Velg om lederen støtter at du søker.');
});

async function reachesTheWorkplace(me: Visit, email: string): Promise<string> {
  const reference = await startsFromProgramme(me, email);
  await saysWhoTheyAre(me, 'Kari Kjent');
  await me.choose('Gruppe 2: Sykepleier, vernepleier, fysioterapeut eller ergoterapeut');
  await me.fill('Yrke', 'Sykepleier');
  await me.fill('Utdanning', 'Bachelor i sykepleie, 2015');
  await me.press('Lagre og gå videre');
  expect(await me.heading()).toBe('Arbeidsstedet ditt');
  return reference;
}

const search = 'Søk etter arbeidsstedet (valgfritt)';

/** A browser moves the focus when it has drawn the page, which may be after it has loaded it. */
async function focusComesTo(me: Visit, id: string): Promise<void> {
  await expect.poll(() => me.page.evaluate(() => document.activeElement?.id)).toBe(id);
}

async function findsByTheButton(me: Visit): Promise<void> {
  for (const [typed, sentence] of [
    ['', 'Skriv hva du vil søke etter.'],
    ['øs', 'Skriv minst 3 bokstaver eller sifre for å søke.'],
    ['%_\\', 'Skriv minst 3 bokstaver eller sifre for å søke.'],
    ['x'.repeat(300), 'Søket er for langt. Det kan ha 100 tegn.'],
    ['974760674', 'Det finnes ikke noe organisasjonsnummer med disse sifrene.'],
  ] as const) {
    await me.fill(search, typed);
    await me.press('Søk');
    const [listed = ''] = await me.page.getByRole('alert').getByRole('listitem').allInnerTexts();
    expect(plain(listed)).toContain(sentence);
    expect(await me.page.title()).toMatch(/^Feil: /);
  }
  await me.fill(search, 'Spør Bente');
  await me.press('Søk');
  expect(await me.words()).toContain('Ingen treff på «Spør Bente».');
  expect(await me.page.title()).not.toMatch(/^Feil/);

  await me.fill(search, 'ost psykose');
  await arriving(me.page, () => me.page.keyboard.press('Enter'));
  expect(await me.words()).toContain('1 treff på «ost psykose».');
  await focusComesTo(me, 'workplace-results');
  expect(await me.page.getByLabel('Navn på lederen din').inputValue()).toBe('Leder Ledersen');
  expect(await htmlFaults(await me.page.content())).toEqual([]);
  await me.press(known);
}

async function findsAsOneTypes(me: Visit): Promise<void> {
  const field = me.page.getByLabel(search);
  const choice = me.page.getByRole('button', { name: known });
  const said = me.page.locator('[data-part="said"]');
  await field.pressSequentially('ps');
  expect(await choice.count()).toBe(0);
  await field.pressSequentially('ykose');
  await choice.waitFor();
  expect(plain((await said.textContent()) ?? '')).toBe('1 treff på «psykose».');
  expect(plain(await choice.innerText())).toContain(
    'Registrert som forankret i KYR siden 1. januar 2019',
  );
  await me.page.keyboard.press('ArrowDown');
  expect(await choice.evaluate((button) => button === document.activeElement)).toBe(true);
  await me.page.keyboard.press('Escape');
  expect(await choice.count()).toBe(0);
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);

  await field.fill('finnes ikke her');
  await me.page.getByText('Ingen treff på «finnes ikke her».').last().waitFor();
  await field.fill('974 760 673');
  await choice.waitFor();
  await me.page.keyboard.press('Enter');
  expect(await choice.evaluate((button) => button === document.activeElement)).toBe(true);
  await arriving(me.page, () => me.page.keyboard.press('Enter'));
}
