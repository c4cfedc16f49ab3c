import { beforeAll, expect, test } from 'vitest';
import { applies, type Applied } from '../admission/stage';
import { startServer, type TestServer } from '../harness/server';
import { shiftTo } from '../harness/shift-to';
import { before, days, hasOpenCohort, hasStaff } from './stage';
import { plain, visit, type Visit } from './visit';

let server: TestServer;
let asked: Applied;
let also: Applied;

const officer = 'saksbehandler@demo.example';
const diploma = 'Send oss vitnemålet ditt. Det vi har fått, er ikke til å lese.';
const question = 'Hvor lenge har du arbeidet på posten?';

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.afterDeadline) });
  const cohortId = await hasOpenCohort(server);
  await hasStaff(server, 'officer', officer, 'Demo Saksbehandler');
  const past = before(server);
  await applies(past, cohortId, 'Anne Tidlig');
  asked = await applies(past, cohortId, 'Kari Spurt');
  also = await applies(past, cohortId, 'Berit Sen');
});

const patience = { timeout: 120_000 };

test(
  'staff ask for a document and an answer after the deadline; both come from a phone without JavaScript, and arrival stays',
  patience,
  async () => {
    const arrival = await arrivalOf();
    const staff = await visit(server);
    await staff.open(`/nb/staff/applications/${asked.reference}`);
    await staff.signIn(officer);
    await asks(staff, 'Et dokument', diploma, '20.06.2027');
    await asks(staff, 'Et svar', question, '18.06.2027');
    expect(await staff.words()).toContain('Konkluder når svaret er kommet');
    expect(await staff.page.getByRole('button', { name: 'Lagre konklusjonen' }).count()).toBe(0);

    const me = await visit(server, { width: 390, javaScript: false });
    await followsTheLetter(me);
    await sendsTheDiploma(me);
    await answersTheQuestion(me);

    await staff.open(`/nb/staff/applications/${asked.reference}`);
    const words = await staff.words();
    expect(words).toContain('Tre år, siden sommeren 2024.');
    expect(words).toContain('vitnemål.pdf');
    expect(words).not.toContain('Venter på svar');
    await staff.choose('Kvalifisert', 'Er søkeren kvalifisert?');
    await staff.fill('Begrunnelse', 'Vitnemålet er lest, og alt er i orden.');
    await staff.press('Lagre konklusjonen');
    expect(await staff.words()).toContain('Konklusjonen er lagret.');
    expect(await arrivalOf()).toEqual(arrival);
  },
);

test(
  'several documents go at once on a telephone, and the answer that is begun waits for its writer',
  patience,
  async () => {
    const staff = await visit(server);
    await staff.open(`/nb/staff/applications/${also.reference}`);
    await staff.signIn(officer);
    await asks(staff, 'Et dokument', diploma, '20.06.2027');

    const me = await visit(server, { width: 390, height: 844 });
    const { page } = me;
    const own = `/nb/applications/${also.reference}`;
    await me.open(`${own}/requests/1`);
    await me.signIn(also.applicant.email);
    const answer = page.getByLabel('Vil du si noe om dokumentet?');
    await answer.fill('De to første');
    await page
      .getByLabel('Dokumentet', { exact: true })
      .setInputFiles([
        pdf('side en.pdf'),
        { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: heic },
        pdf('side to.pdf'),
      ]);
    await answer.fill('De to første sidene er her.');
    await page.getByRole('button', { name: 'Last opp, og velg flere' }).click();
    const status = page.locator('[data-upload-part="said"]');
    await expect
      .poll(() => status.innerText())
      .toMatch(/^Ferdig\. 2 av 3 filer er lagt ved\. IMG_1\.HEIC ble ikke tatt imot\./);
    expect(plain(await page.locator('#request-documents').innerText())).toMatch(
      /side en\.pdf.*side to\.pdf/,
    );
    await page.getByLabel('Et dokument til', { exact: true }).waitFor();
    expect(await answer.inputValue()).toBe('De to første sidene er her.');
    // It saves itself too, and a link leads away from it with nothing lost.
    await page.locator('[data-autosave-status]').filter({ hasText: 'Lagret kl.' }).waitFor();
    // What is too long waits for its writer to shorten it, and is then saved as before.
    await answer.fill('a'.repeat(6001));
    await page.locator('[data-autosave-status]').filter({ hasText: 'Ikke lagret.' }).waitFor();
    await answer.fill('De to første sidene er her. Resten følger.');
    await page.locator('[data-autosave-status]').filter({ hasText: 'Lagret kl.' }).waitFor();
    await answer.fill('De to første sidene er her. Resten kommer.');
    await me.follow('Til søknaden min');
    expect(await me.words()).toContain('Du har begynt på svaret. Det er lagret, men ikke sendt.');
    await staff.open(`/nb/staff/applications/${also.reference}`);
    expect(await staff.words()).not.toContain('Resten kommer');
    expect(await staff.words()).not.toContain('side en.pdf');

    const plainly = await visit(server, { width: 390, javaScript: false });
    await plainly.open(`${own}/requests/1`);
    await plainly.signIn(also.applicant.email);
    const same = plainly.page.getByLabel('Vil du si noe om dokumentet?');
    expect(await same.inputValue()).toBe('De to første sidene er her. Resten kommer.');
    await same.fill('De to første sidene er her. Resten er borte.');
    await plainly.press('Lagre og fortsett senere');
    expect(plainly.path()).toBe(own);
    expect(await plainly.words()).toContain(
      'Svaret er lagret, men ikke sendt. Du kan fortsette når du vil.',
    );
    await plainly.follow('Fortsett på svaret');
    await plainly.press('Send svaret');
    await staff.open(`/nb/staff/applications/${also.reference}`);
    const words = await staff.words();
    for (const each of ['Resten er borte.', 'side en.pdf', 'side to.pdf']) {
      expect(words).toContain(each);
    }
  },
);

async function arrivalOf() {
  const { receivedAt, arrivalNumber } = await server.platform.db.application.findUniqueOrThrow({
    where: { reference: asked.reference },
  });
  return { receivedAt, arrivalNumber };
}

async function asks(staff: Visit, what: string, words: string, due: string): Promise<void> {
  await staff.page.getByText('Be om et dokument eller et svar').click();
  await staff.press('Send forespørselen');
  expect(await staff.page.title()).toMatch(/^Feil: /);
  await staff.choose(what, 'Hva trenger du?');
  await staff.page.getByLabel('Hva ber du om?').fill(words);
  await staff.fill('Svarfrist', due);
  await staff.press('Send forespørselen');
  expect(await staff.words()).toContain('Forespørselen er sendt til søkeren.');
}

/** The letter says what and by when; its link leads, by the sign-in, to where it is answered. */
async function followsTheLetter(me: Visit): Promise<void> {
  const { email } = asked.applicant;
  const letter = await me.mailbox.waitForLetter({
    to: email,
    subject: /^Vi trenger mer fra deg innen 20\.\sjuni 2027$/,
  });
  expect(plain(letter.text ?? '')).toContain(diploma);
  await me.open('/nb/applications');
  await me.signIn(email);
  expect(await me.words()).toContain('Vi venter på svar fra deg. Innen 18. juni 2027, om 6 dager.');
  await me.open(`/nb/applications/${asked.reference}`);
  const main = await me.words();
  const [onTop, state] = [main.indexOf('Vi trenger svar fra deg'), main.indexOf('Vi vurderer')];
  expect(onTop).toBeGreaterThan(-1);
  expect(onTop).toBeLessThan(state);
  expect(main).toContain('Innen 20. juni 2027, om 8 dager.');
  const wide = await me.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  const link = letter.links.find((each) => each.includes('/requests/')) ?? 'no link';
  await me.open(new URL(link).pathname);
}

async function sendsTheDiploma(me: Visit): Promise<void> {
  expect(await me.heading()).toBe('Vi trenger et dokument til');
  expect(await me.words()).toContain(diploma);
  await me.press('Send svaret');
  expect(await me.page.title()).toMatch(/^Feil: /);
  expect(await me.words()).toContain('Velg dokumentet, eller skriv hvorfor du ikke har det.');
  await me.page.getByLabel('Vil du si noe om dokumentet?').fill('Nå er det skannet på nytt.');
  await me.page.getByLabel('Dokumentet', { exact: true }).setInputFiles(pdf('vitnemål.pdf'));
  await me.press('Last opp, og velg flere');
  expect(await me.words()).toContain('Svaret er ikke sendt ennå.');
  // What was written so far has been kept with it.
  expect(await me.page.getByLabel('Vil du si noe om dokumentet?').inputValue()).toBe(
    'Nå er det skannet på nytt.',
  );
  await me.page.getByLabel('Et dokument til', { exact: true }).setInputFiles(pdf('feil fil.pdf'));
  await me.press('Last opp, og velg flere');
  await me.press('Fjern feil fil.pdf');
  expect(await me.words()).not.toContain('feil fil.pdf');
  await me.press('Send svaret');
  expect(await me.words()).toContain('Svaret er sendt. Kvitteringen er også sendt til');
  expect(await me.page.getByRole('button', { name: 'Send svaret' }).count()).toBe(0);
}

async function answersTheQuestion(me: Visit): Promise<void> {
  await me.follow('Til søknaden min');
  expect(await me.words()).toContain('Du svarte på det vi ba om');
  await me.follow('Svar oss');
  await me.page.getByLabel('Svaret ditt').fill('Tre år, siden sommeren 2024.');
  await me.press('Send svaret');
  expect(await me.words()).toContain('Tre år, siden sommeren 2024.');
  await me.mailbox.waitForLetter({
    to: asked.applicant.email,
    subject: 'Vi har fått svaret ditt',
  });
  await me.open('/nb/applications');
  expect(await me.words()).not.toContain('Vi venter på svar fra deg');
}

const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.alloc(2_000),
]);

function pdf(name: string) {
  return {
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.7\n% ${name}\ntrailer << /Size 1 >>\nstartxref\n9\n%%EOF\n`),
  };
}
