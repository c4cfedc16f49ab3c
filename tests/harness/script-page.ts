import { chromium, type Browser, type Page, type Route } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findChromium } from './chromium';

/** What a page of a test answers to a request of the browser; null leaves it without an answer. */
type Answers = (
  pathname: string,
  route: Route,
) => Promise<Parameters<Route['fulfill']>[0] | null> | Parameters<Route['fulfill']>[0];

/**
 * Pages for a script of ours alone: no server, nothing built, and `/enhance/` as it lies in `public`. What the
 * whole of it does together is for the journeys.
 */
export function scriptPages(): {
  readonly open: (path: string, answers: Answers) => Promise<Page>;
} {
  let browser: Browser;
  beforeAll(async () => {
    const { executable, env } = await findChromium();
    browser = await chromium.launch({
      executablePath: executable,
      env: { ...process.env, ...env },
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    });
  }, 60_000);
  afterAll(() => browser.close());
  return {
    open: async (path, answers) => {
      const page = await browser.newPage();
      await page.route('**/*', async (route) => {
        const { pathname } = new URL(route.request().url());
        const answer = pathname.startsWith('/enhance/')
          ? { path: `public${pathname}` }
          : await answers(pathname, route);
        if (answer !== null) await route.fulfill(answer);
      });
      await page.goto(`http://localhost${path}`);
      return page;
    },
  };
}

/** A page in bokmål, as an answer. */
export function pageOf(main: string, script: string) {
  return {
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="nb"><title>En side</title><main>${main}</main><script src="/enhance/${script}.js"></script></html>`,
  };
}
