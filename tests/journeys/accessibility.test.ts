import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { default as Axe, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../harness/server';
import { htmlFaults } from './html-faults';
import { visit, type Visit } from './visit';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ demo: true });
});

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Everything that WCAG 2.2 AA asks for and a machine can see, and axe's own good practice. */
const everything: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** The theme changes colours and nothing else. */
const colours: RunOptions = { runOnly: ['cat.color'] };

/**
 * One person with two browsers: one that runs no script, and goes from page to page; and one that
 * does, without which axe cannot look, for the same pages as they came and as the framework leaves them.
 */
interface Reader {
  readonly raw: Visit;
  readonly live: Visit;
}

async function reader(email: string | null): Promise<Reader> {
  const raw = await visit(server, { javaScript: false });
  const live = await visit(server);
  if (email !== null) {
    await raw.open('/nb/applications');
    await raw.signIn(email);
  }
  return { raw, live };
}

/** The address without what differs from one case to the next: the page itself. */
function patternOf(path: string): string {
  return path
    .replace(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/, ':reference')
    .replace(/cohorts\/[0-9a-f-]{36}/, 'cohorts/:cohort')
    .replace(/mailbox\/.+/, 'mailbox/:letter');
}

/** Titles of all pages read so far: no two pages share one. */
const titles = new Map<string, string>();

/** Opens a page and looks at it in every way. */
async function reads({ raw, live }: Reader, path: string): Promise<void> {
  await raw.open(path);
  await isSound({ raw, live });
}

/** Looks at the page where the browser without script is now, with what it was told there. */
async function isSound({ raw, live }: Reader): Promise<void> {
  const { page } = raw;
  const here = page.url().replace(server.url, '');
  const faults: unknown[] = [];
  const html = (await (await page.reload())?.text()) ?? '';
  faults.push(...(await htmlFaults(html)));
  faults.push(...(await headingFaults(raw)));
  faults.push(...(await narrowFaults(page)));
  await live.page.context().addCookies(await page.context().cookies());
  await opensAsItCame(live.page, page.url(), html);
  faults.push(...(await axeFaults(live.page, 'as it came')));
  await live.page.goto(page.url());
  faults.push(...(await axeFaults(live.page, 'in the browser')));
  expect.soft([here, faults]).toEqual([here, []]);
}

/** The server's HTML at its own address with its own styles, and nothing of its scripts. */
async function opensAsItCame(page: Page, address: string, html: string): Promise<void> {
  const isDocument = (url: URL) => url.href === address;
  const body = html.replace(/<script\b[^>]*>.*?<\/script>/gs, '');
  await page.route(isDocument, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(address);
  await page.unroute(isDocument);
  expect(await page.locator('script').count()).toBe(0);
}

async function headingFaults({ page }: Visit): Promise<string[]> {
  const faults: string[] = [];
  const levels = await page.locator('h1').count();
  if (levels !== 1) faults.push(`${levels} h1`);
  const title = await page.title();
  const pattern = patternOf(new URL(page.url()).pathname);
  const other = titles.get(title) ?? pattern;
  if (other !== pattern) faults.push(`the title «${title}» is that of ${other} too`);
  titles.set(title, pattern);
  if (!(await page.locator('head > title').count())) faults.push('no title in the head');
  return faults;
}

async function axeFaults(page: Page, how: string): Promise<unknown[]> {
  const faults = await runAxe(page, everything);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await runAxe(page, colours);
  await page.emulateMedia({ colorScheme: 'light' });
  return [
    ...faults.map((fault) => ({ how, theme: 'light', ...fault })),
    ...dark.map((fault) => ({ how, theme: 'dark', ...fault })),
  ];
}

interface Injected {
  readonly axe: typeof Axe;
}

/** Axe comes in by the debugger, so the page's policy stays as it is. */
async function runAxe(page: Page, options: RunOptions): Promise<{ rule: string; at: string[] }[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (given) => (globalThis as unknown as Injected).axe.run(document, given),
    options,
  );
  return violations.map(({ id, nodes }) => ({
    rule: id,
    at: nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  }));
}

/** At the width of the smallest phones, and of 400 % zoom, nothing scrolls sideways but tables in their frames. */
async function narrowFaults(page: Page): Promise<string[]> {
  const wide = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize(wide);
  return width > 320 ? [`${width} px wide on 320`] : [];
}

describe('what everybody can read', () => {
  test.each([
    '/nb',
    '/nn',
    '/en',
    '/nb/programmes/bet-recovery',
    '/nn/programmes/bet-recovery',
    '/en/programmes/bet-recovery',
    '/nb/programmes/bet-recovery/2024-2025',
    '/nb/sign-in',
    '/nb/privacy',
    '/nb/accessibility',
    '/nb/no-such-page',
    '/nb/offers/link-not-valid',
    '/dev/mailbox',
  ])('%s', async (path) => {
    await reads(await reader(null), path);
  });

  test('every programme and cohort, and where to start an application', async () => {
    const me = await reader(null);
    for (const cohort of await server.platform.db.cohort.findMany({
      include: { programme: true },
    })) {
      const place = `${cohort.programme.slug}/${cohort.slug}`;
      await reads(me, `/nb/programmes/${place}`);
      await reads(me, `/nb/apply/${place}`);
    }
  });

  test('the way to sign in, mistyped and sent', async () => {
    const me = await reader(null);
    await me.raw.open('/nb/sign-in');
    await me.raw.press('Send meg lenken');
    await isSound(me);
    await me.raw.fill('E-postadresse', 'axe@demo.example');
    await me.raw.press('Send meg lenken');
    await isSound(me);
    const letter = await me.raw.mailbox.waitForLetter({ to: 'axe@demo.example' });
    const link = letter.links.find((each) => each.includes('/sign-in/link/')) ?? '';
    await me.raw.page.goto(link);
    await isSound(me);
    await me.raw.open(`/dev/mailbox/${letter.file}`);
    await isSound(me);
  });
});

test('an application from its first page to its withdrawal, each with and without mistakes', async () => {
  const me = await reader('soker-axe@demo.example');
  const { raw } = me;
  await reads(me, '/nb/applications');
  const open = await server.platform.db.cohort.findFirstOrThrow({
    where: { state: 'open' },
    include: { programme: true },
  });
  await reads(me, `/nb/apply/${open.programme.slug}/${open.slug}`);
  await raw.press('Start søknaden');
  const own = raw.path().replace('/about-you', '');
  for (const step of ['about-you', 'category', 'workplace', 'motivation', 'conditions']) {
    await reads(me, `${own}/${step}`);
    await raw.press('Lagre og gå videre');
    await isSound(me);
  }
  await raw.open(`${own}/category`);
  await raw.choose('Gruppe 4: Ansatt uten høyskoleutdanning');
  await raw.press('Lagre og gå videre');
  await isSound(me);
  await raw.press('Legg til en arbeidsperiode');
  await isSound(me);
  await reads(me, `${own}/documents`);
  await raw.press('Last opp');
  await isSound(me);
  await reads(me, `${own}/summary`);
  await raw.press('Send søknad');
  await isSound(me);
  await reads(me, own);
  await reads(me, `${own}/withdraw`);
  await raw.press('Trekk søknaden');
  await isSound(me);
  await raw.choose('Ja, jeg vil trekke søknaden');
  await raw.press('Trekk søknaden');
  await isSound(me);
});

describe('what an applicant meets', () => {
  const cases = [
    ['who has sent the application', { state: 'submitted', cohort: { state: 'open' } }],
    ['who waits for an answer', { state: 'submitted', cohort: { state: 'assessing' } }],
    ['with an offer', { offers: { some: { state: 'open' } } }],
    ['who has a place', { enrollment: { state: 'bound' } }],
    ['who has said no', { offers: { some: { state: 'declined' } } }],
    ['who answered too late', { offers: { some: { state: 'lapsed' } } }],
    ['on the waiting list', { notice: { kind: 'waiting-list' } }],
    ['who was refused', { notice: { kind: 'refusal' } }],
  ] as const;

  test.each(cases)('%s', async (who, where) => {
    const { reference, applicant } = await server.platform.db.application.findFirstOrThrow({
      where,
      include: { applicant: true },
      orderBy: { createdAt: 'desc' },
    });
    const me = await reader(applicant.email);
    const own = `/nb/applications/${reference}`;
    await reads(me, '/nb/applications');
    await reads(me, own);
    if (who === 'who has sent the application') {
      await reads(me, `${own}/receipt`);
      await reads(me, `${own}/motivation`);
    }
    if (!('offers' in where || 'enrollment' in where)) return;
    await reads(me, `/nb/offers/${reference}`);
    if (who !== 'with an offer') return;
    await me.raw.press(/^Meld deg bindende på/);
    await isSound(me);
    await me.raw.choose('Arbeidsgiveren min', 'Hvem betaler?');
    await me.raw.press(/^Meld deg bindende på/);
    await isSound(me);
  });
});

describe('what the staff work with', () => {
  const tabs = ['', '/ranking', '/release', '/enrollments'];

  test('every page of every cohort, for a reader', async () => {
    const me = await reader('reader@opptak.example');
    await reads(me, '/nb/staff');
    for (const { id } of await server.platform.db.cohort.findMany()) {
      for (const tab of tabs) await reads(me, `/nb/staff/cohorts/${id}${tab}`);
    }
    const { reference } = await server.platform.db.application.findFirstOrThrow({
      where: { categoryNumber: 4, state: 'qualified' },
    });
    await reads(me, `/nb/staff/applications/${reference}`);
  });

  test('what an officer decides, and what goes wrong with it', async () => {
    const me = await reader('officer@opptak.example');
    await reads(me, '/nb/staff');
    const assessing = await server.platform.db.cohort.findFirstOrThrow({
      where: { state: 'assessing' },
    });
    const page = `/nb/staff/cohorts/${assessing.id}`;
    await reads(me, page);
    await reads(me, `${page}?q=ingen+heter+dette`);
    await reads(me, `${page}/ranking`);
    await me.raw.press('Flytt søkeren');
    await isSound(me);
    await reads(me, `${page}/release`);
    await reads(me, `${page}/register`);
    await me.raw.press('Registrer søknaden');
    await isSound(me);
    await reads(me, `${page}/extensions`);
    const { reference } = await server.platform.db.application.findFirstOrThrow({
      where: { cohortId: assessing.id, state: { in: ['submitted', 'qualified'] } },
    });
    await reads(me, `/nb/staff/applications/${reference}`);
    await me.raw.press(/^(Lagre|Erstatt) konklusjonen$/);
    await isSound(me);
  });
});
