import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../harness/chromium';

/** A draft behind a server that takes its time, or never answers. */
class Draft {
  stored = 'Slik det var.';
  saves = 0;

  constructor(private readonly answer: 'slowly' | 'never') {}

  page(path: string): string {
    return `<!doctype html><html lang="nb"><title>${path}</title><main>
      <a href="/summary">Oppsummering</a> <a href="/motivation#example">Eksempel</a>
      <form method="post" action="/save" data-autosave="">
        <input type="hidden" name="_shown" value="before">
        <textarea name="motivation">${this.stored}</textarea>
        <p role="status" data-autosave-status="" data-offline="-" data-failed="-"></p>
      </form></main>
      <form method="post" action="/sign-out"><button>Logg ut</button></form><script src="/autosave.js"></script></html>`;
  }

  async servedTo(page: Page): Promise<void> {
    await page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/autosave.js') {
        await route.fulfill({ path: 'public/enhance/autosave.js' });
      } else if (pathname === '/save') {
        this.saves += 1;
        if (this.answer === 'never') return;
        await new Promise((resolve) => setTimeout(resolve, 400));
        const sent = new URLSearchParams(route.request().postData() ?? '');
        this.stored = sent.get('motivation') ?? '';
        await route.fulfill({ json: { shown: 'after', said: 'Lagret', to: '/motivation' } });
      } else {
        await route.fulfill({ contentType: 'text/html; charset=utf-8', body: this.page(pathname) });
      }
    });
    await page.goto('http://localhost/motivation');
  }
}

describe('a draft that saves itself', () => {
  let browser: Browser;

  beforeAll(async () => {
    const { executable, env } = await findChromium();
    browser = await chromium.launch({
      executablePath: executable,
      env: { ...process.env, ...env },
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    });
  });

  afterAll(() => browser.close());

  const opens = async (draft: Draft) => {
    const page = await browser.newPage();
    await draft.servedTo(page);
    return page;
  };

  it('is saved before a link is followed, so that the next page shows what was written', async () => {
    const draft = new Draft('slowly');
    const page = await opens(draft);
    await page.locator('textarea').fill('Skrevet like før jeg gikk.');
    await page.getByText('Oppsummering').click();
    await page.waitForURL('**/summary');
    expect(await page.locator('textarea').inputValue()).toBe('Skrevet like før jeg gikk.');
    expect(draft.saves).toBe(1);
  });

  it('with the last words too, when they were written while it was being saved', async () => {
    const draft = new Draft('slowly');
    const page = await opens(draft);
    await page.locator('textarea').fill('Skrevet først.');
    await expect.poll(() => draft.saves, { timeout: 10_000 }).toBe(1);
    await page.locator('textarea').fill('Skrevet mens det ble lagret.');
    await page.getByText('Oppsummering').click();
    await page.waitForURL('**/summary');
    expect(await page.locator('textarea').inputValue()).toBe('Skrevet mens det ble lagret.');
  });

  it('is saved before one is signed out', async () => {
    const draft = new Draft('slowly');
    const page = await opens(draft);
    await page.locator('textarea').fill('Skrevet like før jeg logget ut.');
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await page.waitForURL('**/sign-out');
    expect(await page.locator('textarea').inputValue()).toBe('Skrevet like før jeg logget ut.');
  });

  it('holds nobody back whose save is never answered', async () => {
    const page = await opens(new Draft('never'));
    await page.locator('textarea').fill('Uten nett.');
    await page.getByText('Oppsummering').click();
    await page.waitForURL('**/summary', { timeout: 8_000 });
    await page.locator('textarea').fill('Fortsatt uten nett.');
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await page.waitForURL('**/sign-out', { timeout: 8_000 });
  });

  it('is not sent for a link within the page, nor by a link when nothing was written', async () => {
    const draft = new Draft('slowly');
    const page = await opens(draft);
    await page.locator('textarea').fill('Skrevet.');
    await page.getByText('Eksempel').click();
    expect(new URL(page.url()).hash).toBe('#example');
    expect(draft.saves).toBe(0);
    await page.goto('http://localhost/other');
    const before = draft.saves;
    await page.getByText('Oppsummering').click();
    await page.waitForURL('**/summary');
    expect(draft.saves).toBe(before);
  });
});
