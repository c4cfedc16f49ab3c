import { beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../harness/server';
import { htmlFaults } from './html-faults';
import { pageFaults } from './page-faults';
import { pagesNotSeen, takeTour, tours } from './pages';
import { visit } from './visit';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ demo: true });
});

const titles = new Map<string, string>();
const seen: string[] = [];

describe('every page is sound for', { timeout: 600_000 }, () => {
  test.each(tours.map((tour) => [tour.who, tour] as const))('%s', async (_who, tour) => {
    const raw = await visit(server, { javaScript: false });
    const live = await visit(server);
    await takeTour(server, tour, raw, async ({ name, ...stop }) => {
      seen.push(raw.path());
      const faults = await pageFaults({ raw, live, titles }, stop);
      expect.soft([name, raw.path(), faults]).toEqual([name, raw.path(), []]);
    });
  });

  test('nobody, because there is no page that these have not seen', () => {
    expect(pagesNotSeen(seen)).toEqual([]);
  });
});

test.each(['nb', 'nn', 'en'])(
  'what the door answers to a stranger is sound in %s',
  async (locale) => {
    const answer = await fetch(`${server.url}/api/${locale}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'fremmed@demo.example' }),
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
    const html = await answer.text();
    expect(await htmlFaults(html)).toEqual([]);
    expect(html).toMatch(new RegExp(`<html lang="${locale}`));
  },
);
