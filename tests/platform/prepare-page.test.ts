import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagePreparation } from '@/lib/platform/commands/prepare-page';

/** What Next is given of a request that was not sent on. */
interface Given {
  readonly headers: IncomingHttpHeaders;
}

describe('a page is prepared', () => {
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    const prepare = pagePreparation({ APP_URL: undefined, PORT: 3000 });
    server = createServer((request, response) => {
      if (prepare(request, response) === 'sent-on') return;
      response.end(JSON.stringify({ headers: request.headers } satisfies Given));
    });
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => new Promise((settle) => server.close(settle)));

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${origin}${path}`, { headers, method, redirect: 'manual' });

  it.each([
    ['/', {}, '/nb'],
    ['/', { 'accept-language': 'en-GB,en;q=0.9' }, '/en'],
    ['/', { 'accept-language': 'de, no;q=0.8, nn;q=0.7' }, '/nb'],
    ['/', { 'accept-language': 'de, NN-no' }, '/nn'],
    ['/', { 'accept-language': 'en', cookie: 'opptak.language=nn' }, '/nn'],
    ['/', { 'accept-language': 'en', cookie: 'opptak.language=xx' }, '/en'],
    ['/programmes/bet?from=post', {}, '/nb/programmes/bet?from=post'],
    ['/nbx', {}, '/nb/nbx'],
    ['//other.example/x', {}, '/nb//other.example/x'],
    ['/nb/../programmes', {}, '/nb/programmes'],
  ])('by being sent on to its language: %s %o', async (path, headers, there) => {
    const answer = await ask(path, headers);
    expect([answer.status, answer.headers.get('location')]).toEqual([307, there]);
    expect(answer.headers.get('vary')).toBe('accept-language, cookie');
  });

  it('by being sent on with what a form sent, too', async () => {
    expect((await ask('/programmes', {}, 'POST')).status).toBe(307);
  });

  it('with a policy that names its own nonce, another each time', async () => {
    const seen = await Promise.all(
      [1, 2].map(async () => {
        const answer = await ask('/nn/programmes/bet?a=1');
        const { headers } = (await answer.json()) as Given;
        const policy = answer.headers.get('content-security-policy') ?? '';
        expect(headers['content-security-policy']).toBe(policy);
        expect(headers['x-pathname']).toBe('/nn/programmes/bet?a=1');
        expect(policy).toContain(`script-src 'nonce-${String(headers['x-nonce'])}'`);
        expect(answer.headers.get('cache-control')).toBe('private, no-store');
        return headers['x-nonce'];
      }),
    );
    expect(new Set(seen).size).toBe(2);
    expect(seen[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('with its own nonce, address and policy, whatever the sender claims', async () => {
    const claimed = { 'x-nonce': 'mine', 'x-pathname': '/en', 'content-security-policy': '*' };
    const { headers } = (await (await ask('/nb/privacy', claimed)).json()) as Given;
    expect(headers['x-nonce']).not.toBe('mine');
    expect(headers['x-pathname']).toBe('/nb/privacy');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('and its language is remembered, unless it is already', async () => {
    const fresh = await ask('/en/privacy');
    expect(fresh.headers.get('set-cookie')).toMatch(/^opptak\.language=en; Path=\/; HttpOnly/);
    const known = await ask('/en/privacy', { cookie: 'opptak.language=en' });
    expect(known.headers.get('set-cookie')).toBeNull();
    const other = await ask('/nn/privacy', { cookie: 'opptak.language=en' });
    expect(other.headers.get('set-cookie')).toContain('opptak.language=nn');
  });

  it.each(['/dev/mailbox', '/dev/mailbox/a.eml'])(
    'also where it has no language: %s',
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('set-cookie')).toBeNull();
    },
  );

  it.each([
    '/api/nb/sign-in',
    '/_next/static/chunks/a.js',
    '/healthz',
    '/readyz',
    '/fonts/inter.woff2',
    '/enhance/session.js',
    '/favicon.svg',
    '/dev/bare',
    '/dev/mailbox/a.eml/body',
  ])('and what is no page is left as it is: %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toBeNull();
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});
