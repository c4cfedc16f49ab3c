import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { isLocale } from '@/lib/kernel/locale';
import { startServer, type TestServer } from '../harness/server';
import { pagesNotSeen, takeTour, tours, type Stop } from '../journeys/pages';
import { visit, type Visit } from '../journeys/visit';

/**
 * Takes a picture of every page in each of its states, at two widths and in both themes, and those that
 * the README shows. Not a test of anything but that each page is there and none is too wide:
 * `npm run screenshots`, or `npm run screenshots -- -t "an officer"` for some of them. `PICTURES_IN=nn` (or
 * `en`) takes them of the same pages in that language.
 */
const everyPage = join('.data', 'screenshots');
const readme = join('tests', 'screenshots');

const looks = [
  { width: 390, theme: 'light' },
  { width: 390, theme: 'dark' },
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
] as const;

const locale = process.env['PICTURES_IN'] ?? 'nb';
if (!isLocale(locale)) throw new Error(`PICTURES_IN=${locale} is no language of ours.`);

let server: TestServer;
const seen: string[] = [];

beforeAll(async () => {
  server = await startServer({ demo: true });
  // Pictures of pages that are no more would be looked at in vain.
  rmSync(everyPage, { recursive: true, force: true });
  mkdirSync(everyPage, { recursive: true });
}, 300_000);

async function shoot(page: Page, { name, inReadme }: Stop, kind = ''): Promise<void> {
  for (const { width, theme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    const look = `${width}-${theme}` as const;
    const file = `${name}${kind}-${look}.png`;
    await page.screenshot({ path: join(everyPage, file), fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft([name, width, Math.max(0, wide)]).toEqual([name, width, 0]);
    if (inReadme === look && kind === '') {
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
      await page.screenshot({ path: join(readme, file) });
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The page that `me` has come to, in another language, in a browser that reads that. */
async function shootTranslation(me: Visit, other: Visit, stop: Stop): Promise<void> {
  // What the door answers to a form has no address, and the pages in several languages have been pictured.
  if (!me.path().startsWith('/nb') || stop.isTranslation) return;
  await other.page.context().addCookies(await me.page.context().cookies());
  await other.page.goto(me.page.url().replace('/nb', `/${locale}`));
  await other.page.locator('h1').waitFor();
  await shoot(other.page, stop, `-${locale}`);
}

test.each(tours.map((tour) => [tour.who, tour] as const))('as %s', async (_who, tour) => {
  const me = await visit(server);
  const bare = await visit(server, { javaScript: false });
  const other = await visit(server);
  await takeTour(server, tour, me, async (stop) => {
    seen.push(me.path());
    await me.page.locator('h1').waitFor();
    if (locale !== 'nb') {
      await shootTranslation(me, other, stop);
      return;
    }
    await shoot(me.page, stop);
    if (stop.differs === undefined) return;
    await bare.page.context().addCookies(await me.page.context().cookies());
    await bare.page.goto(me.page.url());
    await shoot(bare.page, stop, '-without-script');
  });
});

test('and every page has its picture', () => {
  expect(pagesNotSeen(seen)).toEqual([]);
});
