import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '@/lib/kernel/actor';
import type { Answers } from '@/lib/application/rules/answers';
import { startServer, type TestServer } from '../harness/server';
import { withdrawApplication } from '@/lib/admission/use-cases/withdraw-application';
import { cohortOf2027, fillsIn } from '../application/stage';
import { done, person } from '../admission/stage';
import { startApplication } from '@/lib/application/use-cases/start-application';
import { submitApplication } from '@/lib/application/use-cases/submit-application';
import { startsFromProgramme } from './applying';
import { shiftTo } from '../harness/shift-to';
import { before, days, hasOpenCohort, programmeMailbox } from './stage';
import { htmlFaults } from './html-faults';
import { arriving, plain, visit, type Visit } from './visit';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.open) });
  await hasOpenCohort(server);
});

/** Somebody with a draft in which everything is answered, signed in. */
async function hasDraft(
  name: string,
  options: Parameters<typeof visit>[1] = {},
): Promise<{
  me: Visit;
  applicant: Person;
  reference: string;
  own: string;
  answers: () => Promise<Answers>;
}> {
  const stage = before(server);
  const applicant = await person(stage, name);
  const reference = await fillsIn(stage, applicant);
  const me = await visit(server, options);
  const own = `/nb/applications/${reference}`;
  await me.open(own);
  await me.signIn(applicant.email);
  expect(me.path()).toBe(own);
  const answers = async () => {
    const row = await server.platform.db.application.findUniqueOrThrow({ where: { reference } });
    return row.answers as unknown as Answers;
  };
  return { me, applicant, reference, own, answers };
}

const statusOf = (page: Page) => page.locator('[data-autosave-status]');
/** What the page says of its own saving, in the end: it waits for a pause in typing, and tries again. */
const saysSoon = (page: Page, words: RegExp) =>
  expect
    .poll(async () => plain(await statusOf(page).innerText()), { timeout: 40_000 })
    .toMatch(words);
const formOf = (page: Page) => page.locator('main form').first();

/** Another window of the same browser. */
async function anotherWindow(me: Visit, path: string): Promise<Page> {
  const page = await me.page.context().newPage();
  await page.goto(`${server.url}${path}`);
  return page;
}

const pressIn = (page: Page, name: string) =>
  arriving(page, () => page.getByRole('main').getByRole('button', { name }).first().click());

describe('a draft saves itself while one writes', () => {
  test('also what stands beside something half typed, and when the net comes back', async () => {
    const me = await visit(server, { width: 390, height: 844 });
    const reference = await startsFromProgramme(me, 'skriver@demo.example');
    const row = () => server.platform.db.application.findUniqueOrThrow({ where: { reference } });
    await me.fill('Navn', 'Siv Skriver');
    await me.fill('Telefon', '40');
    await saysSoon(me.page, /^Lagret kl\. \d\d\.\d\d, unntatt det vi ikke kan lese ennå: Telefon$/);
    expect((await row()).answers).toMatchObject({ aboutYou: { name: 'Siv Skriver', phone: '' } });

    // The browser complains of the lost net by itself, as it should.
    me.page.removeAllListeners('console');
    await me.page.context().setOffline(true);
    await me.fill('Navn', 'Siv Skriversen');
    await saysSoon(me.page, /^Ikke lagret: ingen forbindelse/);
    await me.page.context().setOffline(false);
    await saysSoon(me.page, /^Lagret kl\./);
    expect((await row()).answers).toMatchObject({ aboutYou: { name: 'Siv Skriversen' } });

    // Its own saves are no other window's: what is pressed goes through, and so does the rest.
    await me.fill('Telefon', '400 00 000');
    await me.choose('Bokmål');
    await me.press('Lagre og gå videre');
    expect(await me.heading()).toBe('Bakgrunnen din');
    const events = await server.platform.db.auditEvent.findMany({
      where: { subjectId: (await row()).id, kind: 'application-draft-saved' },
    });
    expect(events).toHaveLength(2);
  });

  test('and when the page is left', async () => {
    const { me, own, answers } = await hasDraft('Lise Lukker');
    await me.open(`${own}/motivation`);
    await me.fill('Hvorfor vil du ta utdanningen?', 'Skrevet like før jeg gikk.');
    await me.open(own);
    await expect
      .poll(async () => (await answers()).motivation?.motivation)
      .toBe('Skrevet like før jeg gikk.');
  });

  test('but never a sent application, where each change is a version of its own', async () => {
    const { me, applicant, own, reference } = await hasDraft('Sanne Sendt');
    done(await submitApplication(before(server), applicant, { reference }));
    await me.open(`${own}/motivation`);
    expect(await me.page.locator('form[data-autosave]').count()).toBe(0);
    expect(await statusOf(me.page).count()).toBe(0);
  });
});

describe('two windows on the same step', () => {
  test('keep what each has changed, and the later is told of the earlier', async () => {
    const { me, own, answers } = await hasDraft('Tone Tovindu');
    await me.open(`${own}/about-you`);
    const other = await anotherWindow(me, `${own}/about-you`);
    await other.getByLabel('Telefon').fill('411 11 111');
    await pressIn(other, 'Lagre og gå videre');
    await me.fill('Navn', 'Tone T. Tovindu');
    await me.press('Lagre og gå videre');
    expect(await me.heading()).toBe('Bakgrunnen din');
    const words = await me.words();
    expect(words).toContain('Også det andre vinduet er tatt vare på');
    expect(words).toContain('Telefon');
    expect((await answers()).aboutYou).toMatchObject({
      name: 'Tone T. Tovindu',
      phone: '41111111',
    });
  });

  for (const javaScript of [true, false]) {
    test(`overwrite nothing that both have changed, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const { me, own, answers } = await hasDraft('Kari Konflikt', { javaScript, width: 390 });
      await me.open(`${own}/motivation?from=summary`);
      const other = await anotherWindow(me, `${own}/motivation`);
      const label = 'Hvorfor vil du ta utdanningen?';
      await other.getByLabel(label).fill('Fra det andre vinduet.');
      await pressIn(other, 'Lagre og gå videre');
      await me.fill(label, 'Fra dette vinduet.');
      if (javaScript) {
        await saysSoon(me.page, /^Ikke lagret: noe på denne siden er endret i et annet vindu/);
      }
      await me.press('Lagre og gå til oversikten');
      expect(await me.heading()).toBe('Motivasjonen din');
      expect(await me.page.title()).toContain('Feil:');
      const notice = me.page
        .getByRole('status')
        .filter({ hasText: 'Noe er endret i et annet vindu' });
      expect(plain(await notice.innerText())).toContain(
        'Lagret i det andre vinduet Fra det andre vinduet.',
      );
      expect(plain(await notice.innerText())).toContain('Skrevet her Fra dette vinduet.');
      const field = me.page.getByLabel(label);
      expect(await field.inputValue()).toBe('Fra dette vinduet.');
      const described = await field.getAttribute('aria-describedby');
      expect(described).toContain('motivation-error');
      expect(plain(await me.page.locator('#motivation-error').innerText())).toContain(
        'endret til «Fra det andre vinduet.».',
      );
      expect((await answers()).motivation?.motivation).toBe('Fra det andre vinduet.');
      await me.press('Lagre og gå til oversikten');
      expect(await me.heading()).toBe('Se over og send');
      expect((await answers()).motivation?.motivation).toBe('Fra dette vinduet.');
    });
  }
});

describe('deleting and withdrawing can be undone', () => {
  test('a draft comes back as it was', async () => {
    const { me, reference, own } = await hasDraft('Dina Draft', { javaScript: false, width: 390 });
    await me.open(`${own}/workplace`);
    await me.follow('Slett søknaden');
    expect(await me.heading()).toBe('Slett søknaden');
    expect(await me.words()).toContain('kan du angre i 30 dager, til');
    await me.press('Slett søknaden');
    expect(me.path()).toBe(own);
    expect(await me.heading()).toBe('Søknaden er slettet');
    await me.open('/nb/applications');
    expect(await me.words()).toContain('Du kan angre til');
    await me.press(/^Angre og få tilbake/);
    expect(me.path()).toBe(own);
    expect(await me.words()).toContain('Du har fått søknaden tilbake. Alt er slik det var.');
    expect(await me.heading()).toBe('Søknaden er ikke sendt ennå');
    const events = await server.platform.db.auditEvent.findMany({
      where: { kind: { in: ['draft-deleted', 'application-withdrawal-undone'] } },
    });
    const { id } = await server.platform.db.application.findUniqueOrThrow({ where: { reference } });
    expect(events.filter(({ subjectId }) => subjectId === id)).toHaveLength(2);
  });

  test('a draft does not come back beside another, and the page says what to do', async () => {
    const { me, own } = await hasDraft('To Søknader', { javaScript: false });
    await me.open(`${own}/delete`);
    await me.press('Slett søknaden');
    await me.open('/nb/apply/bet-recovery/2027-2028');
    await me.press('Start søknaden');
    await me.open(own);
    expect(await me.words()).toContain('Du har en annen søknad til dette kullet');
    await me.follow('Se den andre søknaden');
    expect(me.path()).not.toBe(own);
    expect(await me.heading()).toBe('Søknaden er ikke sendt ennå');
  });

  test('a refused undo, of a draft and of what was sent, says «Feil:» in the title and why on top', async () => {
    const stage = before(server);
    for (const wasSent of [false, true]) {
      const { me, applicant, reference, own } = await hasDraft(`Angrer ${wasSent ? 'to' : 'en'}`, {
        javaScript: false,
      });
      if (wasSent) done(await submitApplication(stage, applicant, { reference }));
      await withdrawApplication(server.platform, applicant, { reference, reason: '' });
      await me.open(own);
      expect(await me.page.title()).not.toMatch(/^Feil/);
      // Meanwhile, in another window.
      done(await startApplication(server.platform, applicant, cohortOf2027));
      await me.press('Angre, jeg vil ha søknaden tilbake');
      expect(await me.page.title()).toMatch(/^Feil: Du har trukket|^Feil: Søknaden er slettet/);
      expect(plain(await me.page.getByRole('alert').innerText())).toContain(
        'Du har en annen søknad til dette kullet. Slett eller trekk den først.',
      );
    }
  });

  test('an application that was sent comes back with its place, and both are told', async () => {
    const { me, applicant, reference, own } = await hasDraft('Tora Trekker', { width: 390 });
    await me.open(`${own}/summary`);
    await me.press('Send søknad');
    const sent = await server.platform.db.application.findUniqueOrThrow({ where: { reference } });
    await me.open(`${own}/withdraw`);
    expect(await me.words()).toContain('Du kan angre i 48 timer');
    await me.choose('Ja, jeg vil trekke søknaden');
    await me.press('Trekk søknaden');
    expect(await me.heading()).toBe('Du har trukket søknaden');
    expect(await me.words()).toMatch(/Du kan angre til \d+\. \S+ \d{4} kl\. \d\d\.\d\d/);
    const to = applicant.email;
    const letter = await me.mailbox.waitForLetter({ to, subject: 'Du har trukket søknaden' });
    expect(plain(letter.text ?? '')).toContain('kan du angre til');
    await me.press('Angre, jeg vil ha søknaden tilbake');
    expect(await me.heading()).toBe('Vi har fått søknaden din');
    expect(await me.words()).toContain('Søknaden din gjelder igjen, med plassen den hadde i køen.');
    await me.mailbox.waitForLetter({ to, subject: 'gjelder igjen' });
    await me.mailbox.waitForLetter({ to: programmeMailbox, subject: 'gjelder igjen' });
    const back = await server.platform.db.application.findUniqueOrThrow({ where: { reference } });
    expect([back.arrivalNumber, back.receivedAt]).toEqual([sent.arrivalNumber, sent.receivedAt]);
  });
});

describe('a session that ends', () => {
  const period = 'Arbeidsperiode 2';

  for (const javaScript of [true, false]) {
    test(`takes nothing of what was typed, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const { me, applicant, own, answers } = await hasDraft('Ute Utlogget', { javaScript });
      await me.open(`${own}/category`);
      await me.page.getByLabel(/^Gruppe 4/).check();
      await me.fill('Arbeidsgiver', 'Fjordby kommune', 'Arbeidsperiode 1');
      await me.press('Legg til en arbeidsperiode');
      await me.fill('Arbeidsgiver', 'Fjellby kommune', period);
      await me.fill('Stillingsprosent', '62,5', period);
      await me.fill('Fra og med', '1/8 2022', period);
      const { userId, email } = applicant;
      await server.platform.db.signInSession.deleteMany({ where: { userId } });
      await me.press('Lagre og fortsett senere');
      expect(me.path()).toBe('/nb/sign-in');
      expect(await me.words()).toContain('Logg inn, og åpne lenken i denne nettleseren');
      await me.signIn(email);
      expect(me.path()).toBe(`${own}/category`);
      expect(await me.words()).toContain('Du var logget ut. Det du skrev, er her fortsatt.');
      const group = me.page.getByRole('group', { name: period });
      expect(await group.getByLabel('Arbeidsgiver').inputValue()).toBe('Fjellby kommune');
      expect(await group.getByLabel('Stillingsprosent').inputValue()).toBe('62,5');
      await me.press('Lagre og fortsett senere');
      expect((await answers()).category).toMatchObject({
        categoryNumber: 4,
        workPeriods: [
          { employer: 'Fjordby kommune' },
          { employer: 'Fjellby kommune', percent: 62.5, from: '2022-08-01' },
        ],
      });
    });
  }

  test('is told of five minutes before, can be renewed, and says when it is over', async () => {
    const { me, own } = await hasDraft('Inga Inaktiv', { width: 390 });
    expect(await me.words()).not.toContain('Du blir logget ut');
    await me.page.clock.install();
    await me.open(`${own}/motivation`);
    expect(await me.words()).toMatch(/Du blir logget ut hvis du ikke bruker sidene på 14 dager/);
    const dialog = me.page.getByRole('dialog');
    expect(await dialog.count()).toBe(0);
    const minute = 60_000;
    const fortnight = 14 * 24 * 60 * minute;
    await me.page.clock.fastForward(fortnight - 5 * minute);
    await dialog.waitFor();
    expect(plain(await dialog.innerText())).toMatch(
      /Du blir logget ut kl\.\s\d\d\.\d\d\. Vil du fortsette\?/,
    );
    await dialog.getByRole('button', { name: 'Fortsett å være logget inn' }).click();
    await dialog.filter({ hasText: 'Du er fortsatt logget inn.' }).waitFor();
    await me.page.clock.fastForward(5_000);
    await dialog.waitFor({ state: 'hidden' });
    await me.page.clock.fastForward(fortnight);
    await dialog.filter({ hasText: 'Du er logget ut' }).waitFor();
    expect(plain(await dialog.innerText())).toContain('Det du har skrevet, står her fortsatt.');
    await dialog.getByRole('button', { name: 'Lukk' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });
});

describe('long texts', () => {
  test('say how many characters are left, as the server counts them', async () => {
    const { me, own } = await hasDraft('Tegn Teller');
    await me.open(`${own}/motivation`);
    expect(await me.words()).toMatch(/Inntil 5 ?000 tegn/);
    const field = me.page.getByLabel('Hvorfor vil du ta utdanningen?');
    // A letter of two code points in NFD is one in NFC; a line break is one, whatever the browser sends; an
    // emoji is two; the space around counts for nothing.
    const text = `  e\u0301${'\n'.repeat(2)}${'😀'.repeat(2)}${'x'.repeat(4_990)}  `;
    await field.fill(text);
    const counter = me.page.locator('[data-characters] > [aria-hidden]');
    await expect.poll(() => counter.innerText()).toBe('Du har 3 tegn igjen');
    await field.fill(`${text.trim()}1234`);
    await expect.poll(() => counter.innerText()).toBe('1 tegn for mye');
    await me.press('Lagre og gå videre');
    expect(await me.heading()).toBe('Motivasjonen din');
    expect(await field.inputValue()).toContain('1234');
    await field.fill(`${text.trim()}123`);
    await expect.poll(() => counter.innerText()).toBe('Du har 0 tegn igjen');
    await me.press('Lagre og gå videre');
    expect(await me.heading()).toBe('Det du må være klar for');
  });

  test('have an example that is plainly made up', async () => {
    const { me, own } = await hasDraft('Eks Empel', { javaScript: false, width: 390 });
    await me.open(`${own}/motivation`);
    await me.page.getByText('Se et eksempel').click();
    expect(await me.words()).toContain('Eksempelet er oppdiktet.');
  });
});

describe('when somebody else signs in in the same browser', () => {
  test('what was typed waits for whoever wrote it, and the other cannot come to it', async () => {
    const { me, own, applicant, answers } = await hasDraft('Første Vaktbytte', {
      javaScript: false,
    });
    const secret = 'Jeg vil lære å lytte.';
    await me.open(`${own}/motivation`);
    await me.page.getByLabel('Hvorfor vil du ta utdanningen?').fill(secret);
    const other = await visit(server, { beside: me.page });
    await other.open('/nb/applications');
    await other.press('Logg ut');
    await other.signIn('andre-vaktbytte@demo.example');

    await me.press('Lagre og gå videre');
    expect(me.path()).toBe('/nb/sign-in');
    expect(await me.words()).toContain('Noen andre er logget inn her nå');
    const page = await me.page.content();
    expect(page).not.toContain(secret);
    expect(page).not.toContain('vaktbytte@demo.example');
    expect(await htmlFaults(page)).toEqual([]);
    const next = new URL(me.page.url()).searchParams.get('next') ?? '';
    await other.open(next);
    expect(await other.page.content()).not.toContain(secret);
    await other.open('/nb/applications');
    await other.press('Logg ut');
    expect((await answers()).motivation?.motivation).not.toContain(secret);

    await me.signIn(applicant.email);
    expect(me.path()).toBe(`${own}/motivation`);
    expect(await me.words()).toContain('Noen andre var logget inn i nettleseren');
    expect(await me.page.getByLabel('Hvorfor vil du ta utdanningen?').inputValue()).toBe(secret);
    await me.press('Lagre og gå videre');
    expect(await me.heading()).toBe('Det du må være klar for');
    expect((await answers()).motivation?.motivation).toBe(secret);
  });

  test('a draft that saves itself stops and says so', async () => {
    const { me, own } = await hasDraft('Selvlagrer Vaktbytte');
    await me.open(`${own}/motivation`);
    const other = await visit(server, { beside: me.page });
    await other.open('/nb/applications');
    await other.press('Logg ut');
    await other.signIn('tredje-vaktbytte@demo.example');
    await me.page.getByLabel('Hvorfor vil du ta utdanningen?').fill('Skrevet etterpå.');
    await saysSoon(me.page, /^Ikke lagret: noen andre er logget inn/);
  });
});

describe('«Endre» in the summary', () => {
  test('leads back to it, after an error, a group more, another language and another window', async () => {
    const { me, own, answers } = await hasDraft('Endre Endresen', { javaScript: false });
    await me.open(`${own}/summary`);
    const change = `${own}/category?from=summary#profession`;
    await arriving(me.page, () => me.page.locator(`a[href="${change}"]`).click());
    await me.fill('Yrke', '');
    await me.press('Lagre og gå til oversikten');
    expect(await me.heading()).toBe('Bakgrunnen din');
    await me.fill('Yrke', 'Psykolog');
    await me.page.getByLabel(/^Gruppe 4/).check();
    await me.press('Legg til et kurs');
    await me.fill('Hva het kurset?', 'Trygghet', 'Kurs 2');
    await me.press('Legg til et kurs');
    await me.page.getByRole('link', { name: 'English' }).first().click();
    await me.page.waitForLoadState();
    expect(me.path()).toBe(`${own.replace('/nb/', '/en/')}/category`);
    const other = await anotherWindow(me, `${own}/category`);
    await other.getByLabel('Yrke').fill('Psykologspesialist i akuttpsykiatri');
    await pressIn(other, 'Lagre og gå videre');
    await me.page.locator('input[name="categoryNumber"][value="1"]').check();
    await arriving(me.page, () =>
      formOf(me.page).locator('button[value="continue"]').last().click(),
    );
    expect(await me.words()).toContain('Something has been changed in another window');
    await arriving(me.page, () =>
      formOf(me.page).locator('button[value="continue"]').last().click(),
    );
    expect(me.path()).toBe(`${own.replace('/nb/', '/en/')}/summary`);
    // What was written for another group is still there.
    expect((await answers()).category).toMatchObject({
      categoryNumber: 1,
      profession: 'Psykolog',
      courses: [{ name: 'Trygghet' }],
    });
  });
});

describe('choosing a group', () => {
  test('says at once what must be documented, and hides nothing before', async () => {
    const me = await visit(server, { javaScript: false, width: 390 });
    const reference = await startsFromProgramme(me, 'grupper@demo.example');
    await me.open(`/nb/applications/${reference}/category`);
    const needed = me.page.getByText('Dette må du dokumentere');
    const none = me.page.getByText('Du trenger ikke legge ved noe');
    expect([await needed.isVisible(), await none.isVisible()]).toEqual([false, false]);
    for (const [number, mustDocument] of [
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ] as const) {
      await me.page.getByLabel(new RegExp(`^Gruppe ${String(number)}`)).check();
      expect([number, await needed.isVisible()]).toEqual([number, mustDocument]);
      expect([number, await none.isVisible()]).toEqual([number, !mustDocument]);
    }
  });
});
