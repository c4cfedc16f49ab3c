import { beforeAll, describe, expect, test } from 'vitest';
import { locales } from '@/lib/kernel/locale';
import { wordsOf } from '@/lib/platform/door/plain-answer';
import { newPage } from '../harness/browser';
import { startServer, type TestServer } from '../harness/server';

describe('a page that fails', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  test.each(locales)('is a 500 with words, and is stored by nobody (%s)', async (locale) => {
    await server.isWithoutDatabaseDuring(async () => {
      for (const path of ['programmes/bet-recovery', 'applications']) {
        const answer = await fetch(`${server.url}/${locale}/${path}`, {
          headers: { cookie: 'opptak.session=somebody' },
        });
        expect(answer.status).toBe(500);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        const body = await answer.text();
        for (const sentence of wordsOf('out-of-order', locale)) expect(body).toContain(sentence);
        expect(body).not.toContain('<script');
      }
    });
  });

  test('is read without JavaScript, and leads to the front page, which is there again afterwards', async () => {
    const page = await newPage({ javaScript: false });
    await server.isWithoutDatabaseDuring(async () => {
      expect((await page.goto(`${server.url}/nb/programmes/bet-recovery`))?.status()).toBe(500);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Noe er galt hos oss');
    });
    await page.getByRole('link', { name: 'Til forsiden' }).click();
    await page.waitForURL(`${server.url}/nb`);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });
});
