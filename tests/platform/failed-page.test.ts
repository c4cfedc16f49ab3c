import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { locales, type Locale } from '@/lib/kernel/locale';
import { replaceFailedPage } from '@/lib/platform/commands/failed-page';
import { plainPage } from '@/lib/platform/door/plain-answer';

/** What compresses Next's own pages. */
const compression = createRequire(import.meta.url)('next/dist/compiled/compression') as () => (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

const html = 'text/html; charset=utf-8';
const empty = '<!doctype html><html><body><script src="/fill-me-in.js"></script></body></html>';

type Answering = (response: ServerResponse, request: IncomingMessage) => void | Promise<void>;

let stop: (() => Promise<void>) | undefined;

/** Asks a server that answers so, behind the replacement. */
async function asked(
  answers: Answering,
  { locale = 'nb', method = 'GET' }: { locale?: Locale; method?: string } = {},
): Promise<{ status: number; headers: Headers; body: string }> {
  const server = createServer((request, response) => {
    replaceFailedPage(response, locale);
    void answers(response, request);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  stop = () =>
    new Promise((settle) => {
      server.close(() => {
        settle();
      });
      server.closeAllConnections();
    });
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

afterEach(async () => {
  await stop?.();
  stop = undefined;
});

/** As Next sends a page that failed, and others who write the same in ways of their own. */
const failing: readonly (readonly [string, Answering])[] = [
  [
    'headers with the status',
    (response) => {
      response.writeHead(500, { 'content-type': html, etag: '"1"', link: '</x.css>; rel=preload' });
      response.end(empty);
    },
  ],
  [
    'a reason before the headers',
    (response) => {
      response.writeHead(500, 'It broke', { 'content-type': html }).end(empty);
    },
  ],
  [
    'headers in one flat list',
    (response) => {
      response.writeHead(500, ['Content-Type', html, 'Content-Length', String(empty.length)]);
      response.end(empty);
    },
  ],
  [
    'a status and headers set before, and nothing but an end',
    (response) => {
      response.statusCode = 500;
      response.setHeader('content-type', html);
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      response.end(empty);
    },
  ],
  [
    'a page that is written in pieces',
    async (response) => {
      response.statusCode = 500;
      response.setHeader('content-type', html);
      response.write(empty.slice(0, 20));
      await pause(5);
      response.write(empty.slice(20));
      response.end();
    },
  ],
  [
    'a page that is compressed on its way',
    (response, request) => {
      compression()(request, response, () => {
        response.statusCode = 500;
        response.setHeader('content-type', html);
        response.end(empty.repeat(100));
      });
    },
  ],
];

describe('a page that fails', () => {
  it.each(locales)(
    'says so in words in the language of its address (%s), with 500',
    async (locale) => {
      const [, answers] = failing[0] ?? [];
      const { status, headers, body } = await asked(answers ?? (() => undefined), { locale });
      expect(status).toBe(500);
      expect(body).toBe(plainPage('out-of-order', locale));
      expect(headers.get('content-type')).toBe(html);
    },
  );

  it.each(failing)('is replaced whole, and kept by nobody: %s', async (_way, answers) => {
    const { status, headers, body } = await asked(answers);
    expect(status).toBe(500);
    expect(body).toBe(plainPage('out-of-order', 'nb'));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const name of ['etag', 'link', 'content-encoding']) expect(headers.get(name)).toBeNull();
  });

  it('keeps nobody waiting who is to be told that it is written', async () => {
    const told: string[] = [];
    await asked((response) => {
      response.writeHead(500, { 'content-type': html });
      response.write(empty, () => {
        told.push('written');
        response.end(() => told.push('ended'));
      });
    });
    expect(told).toEqual(['written', 'ended']);
  });

  it('has no body for who asked for its head alone', async () => {
    const { status, body } = await asked(
      (response) => {
        response.writeHead(500, { 'content-type': html }).end(empty);
      },
      { method: 'HEAD' },
    );
    expect([status, body]).toEqual([500, '']);
  });
});

describe('what is no page that failed', () => {
  it.each([
    ['a page', 200, html, empty],
    ['a page that is not there', 404, html, empty],
    ['a failure told to a program', 500, 'application/problem+json', '{"status":500}'],
    ['a failed piece of a page', 500, 'text/x-component', '0:{}'],
  ])('goes on as it is: %s', async (_what, status, type, sent) => {
    const answer = await asked((response) => {
      response.writeHead(status, { 'content-type': type, etag: '"1"' });
      response.write(sent.slice(0, 3));
      response.end(sent.slice(3));
    });
    expect([answer.status, answer.body]).toEqual([status, sent]);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('etag')).toBe('"1"');
  });
});
