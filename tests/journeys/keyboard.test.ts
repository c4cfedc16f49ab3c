import { beforeAll, expect, test } from 'vitest';
import type { CohortId } from '@/lib/kernel/ids';
import { startServer, type TestServer } from '../harness/server';
import { saysWhereTheyWork, saysWhy, isReady } from './applying';
import { byKeyboard, tabsTo } from './keyboard';
import { shiftTo } from '../harness/shift-to';
import { cohortPlace, days, hasOfferedPlaces, hasOpenCohort } from './stage';
import { arriving, visit, type Visit } from './visit';

let server: TestServer;
let cohortId: CohortId;

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.open) });
  cohortId = await hasOpenCohort(server);
});

const email = 'tastatur@demo.example';
const name = 'Tora Tastatur';

test('without a mouse one applies, is offered a place and takes it, and always sees where one is', async () => {
  const me = byKeyboard(await visit(server));
  await me.open(`/nb/apply/${cohortPlace}`);
  await me.follow('Logg inn og start');
  await me.signIn(email);
  await me.press('Start søknaden');
  const reference = me.path().split('/')[3] ?? '';

  await correctsFromTheSummary(me);
  await saysWhereTheyWork(me, {
    employer: 'Fjordby helseforetak',
    organisationNumber: '974 760 673',
    unit: 'Døgnenhet 2',
    worksWithKyr: 'Nei',
  });
  await saysWhy(me);
  await isReady(me);
  await me.press('Gå videre');
  await me.press('Send søknad');
  expect(await me.heading()).toBe('Søknaden er sendt');

  await hasOfferedPlaces(server, cohortId, [reference]);
  await server.restart({ clockShiftDays: shiftTo(days.afterDeadline) });
  const offer = await me.mailbox.waitForLetter({ to: email, subject: 'Du har fått plass på' });
  await me.page.goto(offer.links.find((link) => link.includes('/offers/link/')) ?? '');
  await signs(me);
  expect(await me.heading(), await me.words()).toMatch(/^Du er påmeldt /);
});

/** A mistake takes one to the summary, Enter from there to the field, and Enter in a field sends. */
async function correctsFromTheSummary(me: Visit): Promise<void> {
  await me.fill('Telefon', '400 00 000');
  await me.choose('Bokmål');
  await me.press('Lagre og gå videre');
  await tabsTo(me, me.page.getByRole('link', { name: 'Skriv navnet ditt.' }));
  await me.page.keyboard.press('Enter');
  await expect.poll(() => me.page.evaluate(() => document.activeElement?.id)).toBe('name');
  await me.page.keyboard.type(name);
  await arriving(me.page, () => me.page.keyboard.press('Enter'));
  expect(await me.heading()).toBe('Bakgrunnen din');
  await me.choose('Gruppe 2: Sykepleier, vernepleier, fysioterapeut eller ergoterapeut');
  await me.fill('Yrke', 'Sykepleier');
  await me.fill('Utdanning', 'Bachelor i sykepleie, 2015');
  await me.fill(/^Relevant erfaring/, 'Ti år i døgnpost.');
  await me.press('Lagre og gå videre');
}

async function signs(me: Visit): Promise<void> {
  await me.choose('Arbeidsgiveren min', 'Hvem betaler?');
  await me.fill(/^Referanse/, 'Leder Ledersen');
  await me.fill('Adresse', 'Storgata 1');
  await me.fill('Postnummer', '9008');
  await me.fill('Poststed', 'Tromsø');
  await me.fill('Skriv hele navnet ditt for å signere', name);
  await me.press(/^Meld deg bindende på til/);
}
