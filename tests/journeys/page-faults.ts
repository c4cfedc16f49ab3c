import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { default as Axe, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { isLocale, languageTag } from '@/lib/kernel/locale';
import { htmlFaults } from './html-faults';
import type { Stop } from './pages';
import type { Visit } from './visit';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Everything that WCAG 2.2 AA asks for and a machine can see, and axe's own good practice. */
const everything: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** What can differ between the themes. */
const colours: RunOptions = { runOnly: ['cat.color'] };

/**
 * One person with two browsers: one that runs no script, and goes from page to page; and one that
 * does, without which axe cannot look, for the same pages as they came and as the framework leaves them.
 */
export interface Reader {
  readonly raw: Visit;
  readonly live: Visit;
  /** The page of each title read so far: no two pages share one. */
  readonly titles: Map<string, string>;
}

/** Looks at the page where the browser without script is now, in every way, and says what is wrong with it. */
export async function pageFaults(
  { raw, live, titles }: Reader,
  { isTranslation, inOutage }: Pick<Stop, 'isTranslation' | 'inOutage'> = {},
): Promise<unknown[]> {
  const { page } = raw;
  const faults: unknown[] = [];
  const html = (await (await page.reload())?.text()) ?? '';
  faults.push(...(await htmlFaults(html)));
  // What cannot be shown now is told in the same words whatever it was.
  faults.push(...(await headFaults(raw, inOutage ? new Map<string, string>() : titles)));
  faults.push(...(await toldFaults(page)));
  faults.push(...(await narrowFaults(page)));
  faults.push(...(await printFaults(page)));
  faults.push(...(await motionFaults(page)));
  // What another language does to a page has been seen by now.
  if (isTranslation) return faults;
  await live.page.context().addCookies(await page.context().cookies());
  await opensAsItCame(live.page, page.url(), html);
  faults.push(...(await axeFaults(live.page, 'as it came', ['light'])));
  // What a form was answered with is at no address.
  if (raw.path().startsWith('/api/')) return faults;
  await live.page.goto(page.url());
  faults.push(...(await toldFaults(live.page)));
  faults.push(...(await axeFaults(live.page, 'in the browser', ['light', 'dark'])));
  return faults;
}

/** The address without what differs from one case to the next: the page itself. */
function patternOf(path: string): string {
  return path
    .replace(/^\/(nb|nn|en)(?=\/|$)/, '/:language')
    .replace(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/, ':reference')
    .replace(/cohorts\/[0-9a-f-]{36}/, 'cohorts/:cohort')
    .replace(/mailbox\/.+/, 'mailbox/:letter');
}

async function headFaults(me: Visit, titles: Map<string, string>): Promise<string[]> {
  const { page } = me;
  const faults: string[] = [];
  const levels = await page.locator('h1').count();
  if (levels !== 1) faults.push(`${levels} h1`);
  const title = await page.title();
  const pattern = patternOf(me.path());
  const other = titles.get(title) ?? pattern;
  if (other !== pattern) faults.push(`the title «${title}» is that of ${other} too`);
  titles.set(title, pattern);
  if (!(await page.locator('head > title').count())) faults.push('no title in the head');
  const locale = me.path().split('/')[1];
  const lang = await page.locator('html').getAttribute('lang');
  if (isLocale(locale) && lang !== languageTag(locale))
    faults.push(`lang is ${lang ?? 'not said'}`);
  return faults;
}

/** What went wrong, and what was just done, is where the focus is, and the title says the first. */
async function toldFaults(page: Page): Promise<string[]> {
  const { title, alerts, told, focused } = await page.evaluate(() => ({
    title: document.title,
    alerts: document.querySelectorAll('main [role=alert]').length,
    told: document.querySelectorAll('main [role=status][tabindex]').length,
    focused: document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName,
  }));
  const saysSo = /^(Feil|Error): /.test(title);
  const faults: string[] = [];
  if (alerts > 0 !== saysSo) faults.push(`${alerts} summaries of errors, but title «${title}»`);
  if (alerts + told > 1) faults.push(`${alerts + told} things are told at once`);
  if (alerts > 0 && focused !== 'alert') faults.push(`the focus is not on the errors: ${focused}`);
  if (alerts === 0 && told > 0 && focused !== 'status')
    faults.push(`the focus is not on what was done: ${focused}`);
  return faults;
}

/**
 * At the width of the smallest phones, and at 400 % zoom of a screen of 1280 × 1024, nothing scrolls
 * sideways but tables in their frames, and nothing that stays in place covers what is read.
 */
async function narrowFaults(page: Page): Promise<string[]> {
  const wide = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width: 320, height: 256 });
  const { width, widest, covered } = await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight / 2);
    const staying = [...document.querySelectorAll('body *')].filter((element) => {
      const { position } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const isAtEdge = box.top <= 0 || box.bottom >= innerHeight;
      const isSeen = box.bottom > 0 && box.top < innerHeight && box.width > 100;
      return position === 'fixed' || (position === 'sticky' && isAtEdge && isSeen);
    });
    const seen = staying.map((element) => element.getBoundingClientRect().height);
    const tooWide = [...document.querySelectorAll('body *')].filter(
      (element) =>
        element.getBoundingClientRect().right > innerWidth && element.childElementCount === 0,
    );
    return {
      width: document.documentElement.scrollWidth,
      widest: tooWide.map((element) => element.outerHTML.slice(0, 120)),
      covered: Math.max(0, ...seen),
    };
  });
  await page.setViewportSize(wide);
  const faults = width > 320 ? [`${width} px wide on 320: ${widest.join(' ')}`] : [];
  if (covered > 256 / 3) faults.push(`${covered} of 256 px are covered by what stays in place`);
  return faults;
}

/** On paper stands everything that is read, folded or not, and nothing that is pressed. */
async function printFaults(page: Page): Promise<string[]> {
  const wide = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width: 720, height: 1000 });
  // What is read on the screen: shown there, or folded away.
  const read = await page.evaluateHandle(() => {
    const main = document.querySelector('main') ?? document.body;
    const words = main.querySelectorAll('h1, h2, h3, p, li, dt, dd, th, td, label, legend');
    const isFolded = (element: Element) =>
      element.closest('details:not([open])')?.checkVisibility() ?? false;
    return [...words].filter(
      (element) =>
        (element.checkVisibility() || isFolded(element)) &&
        element.closest('[data-print=no], nav, button, .ds-button, dialog') === null,
    );
  });
  await page.emulateMedia({ media: 'print' });
  const faults = await page.evaluate((words) => {
    const pressed = [...document.querySelectorAll('nav, button, .ds-button, body > header')];
    const left = pressed.filter((element) => element.checkVisibility());
    const gone = words.filter((element) => !element.checkVisibility());
    const cut = [...document.querySelectorAll('main textarea')].filter(
      (area) => area.scrollHeight > area.clientHeight + 2,
    );
    return [
      ...left.map((element) => `on paper: ${element.outerHTML}`),
      ...gone.map((element) => `not on paper: ${element.outerHTML}`),
      ...cut.map((element) => `cut on paper: ${element.outerHTML}`),
    ].map((fault) => fault.slice(0, 200));
  }, read);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(wide);
  return faults;
}

/** Who asks for less motion gets none. */
async function motionFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => {
    const isLong = (durations: string) =>
      durations.split(',').some((each) => Number.parseFloat(each) > 0.001);
    return [...document.querySelectorAll('body, body *')]
      .filter((element) =>
        [null, '::before', '::after'].some((part) => {
          const style = getComputedStyle(element, part);
          return isLong(style.transitionDuration) || isLong(style.animationDuration);
        }),
      )
      .map((element) => `moves: ${element.outerHTML.slice(0, 120)}`);
  });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  return moving;
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

/** The theme changes colours alone, so in the dark those alone are looked at. */
async function axeFaults(
  page: Page,
  how: string,
  themes: readonly ('light' | 'dark')[],
): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    const found = await runAxe(page, theme === 'light' ? everything : colours);
    faults.push(...found.map((fault) => ({ how, theme, ...fault })));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
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
