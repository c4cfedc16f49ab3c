import { beforeAll, describe, expect, it } from 'vitest';
import { newPage } from '../harness/browser';
import { startServer, type TestServer } from '../harness/server';

describe('a visitor who opens the front page', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  it('is led to the language that the browser asks for, under the name it knows us by', async () => {
    const page = await newPage({ locale: 'en-GB' });
    const answer = await page.goto(server.url);
    expect(answer?.status()).toBe(200);
    expect(page.url()).toBe(`${server.url}/en`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
  });

  it('reads it without JavaScript, in the dark, at the width of a small phone', async () => {
    const page = await newPage({ javaScript: false, width: 320, colorScheme: 'dark' });
    const answer = await page.goto(`${server.url}/nb`);
    expect(answer?.status()).toBe(200);
    expect(await page.locator('h1').count()).toBe(1);
    const width = await page.locator('html').evaluate((element) => element.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
  });

  it('finds it again when the server has been started anew', async () => {
    await server.restart({ clockShiftDays: 1 });
    const page = await newPage();
    expect((await page.goto(`${server.url}/nb`))?.status()).toBe(200);
  });
});
