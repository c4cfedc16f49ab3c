import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';

export interface PageOptions {
  javaScript?: boolean;
  /** In CSS pixels. */
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** What the browser asks for, as in `nb-NO`. */
  locale?: string;
  /** Opens another tab of the browser that this page is in, and not a new visitor's. */
  beside?: Page;
}

let browser: Promise<Browser> | undefined;

/** One browser for the calling file; it is closed when the file has run. */
function launched(): Promise<Browser> {
  const { executable, env } = inject('chromium');
  browser ??= chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    args: [
      '--no-sandbox',
      '--disable-setuid-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      // Nothing may leave the machine, and nothing but the page may take time.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-first-run',
      '--no-pings',
      '--font-render-hinting=none',
    ],
  });
  return browser;
}

/**
 * A page of a new visitor: no cookies, nothing stored. Requests that would leave the machine are
 * cut off, and count as an error of the page.
 */
export async function newPage({
  javaScript = true,
  width = 1280,
  height = 900,
  colorScheme = 'light',
  locale = 'nb-NO',
  beside,
}: PageOptions = {}): Promise<Page> {
  if (beside !== undefined) return beside.context().newPage();
  const context = await (
    await launched()
  ).newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height },
    colorScheme,
    locale,
    timezoneId: 'Europe/Oslo',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(20_000);
  await keepOnThisMachine(context);
  return context.newPage();
}

async function keepOnThisMachine(context: BrowserContext): Promise<void> {
  await context.route(
    (url) => !['localhost', '127.0.0.1'].includes(url.hostname),
    (route) => route.abort('blockedbyclient'),
  );
}

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});
