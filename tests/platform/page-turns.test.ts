import { once } from 'node:events';
import { createServer, request, type ClientRequest, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { asksForPage, pageTurns } from '@/lib/platform/commands/page-turns';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server whose answers are begun in turn, and sent when the test says so. */
async function serving({ longest = 60_000 }: { longest?: number } = {}) {
  const inTurn = pageTurns(longest);
  const begun: string[] = [];
  const answers = new Map<string, ServerResponse>();
  let heard: () => void = () => undefined;
  const server = createServer((incoming, response) => {
    const path = incoming.url ?? '';
    answers.set(path, response);
    response.once('close', () => {
      heard();
    });
    inTurn(response, () => {
      begun.push(path);
      heard();
    });
    heard();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;

  /** Until something that is awaited has come about: whatever the server hears of asks anew. */
  const until = async (isSo: () => boolean) => {
    while (!isSo()) {
      await new Promise<void>((settle) => {
        heard = settle;
      });
    }
  };
  return {
    begun,
    until,
    /** Asks for a page, and answers once the server has heard of it. */
    async ask(path: string): Promise<ClientRequest> {
      const asked = request({ port, host: '127.0.0.1', path, agent: false });
      asked.on('error', () => undefined);
      asked.on('response', (answer) => answer.resume());
      asked.end();
      await until(() => answers.has(path));
      return asked;
    },
    answer: (path: string) => answers.get(path)?.end('made'),
    isGone: (path: string) => answers.get(path)?.closed === true,
  };
}

/** Everything that could have been begun by now has been. */
const aMoment = () => new Promise((settle) => setImmediate(settle));

describe('pages are made in turn', () => {
  it('one at a time, in the order they came', async () => {
    const { ask, begun, answer, until } = await serving();
    for (const path of ['/a', '/b', '/c']) await ask(path);
    await aMoment();
    expect(begun).toEqual(['/a']);
    answer('/a');
    await until(() => begun.length > 1);
    await aMoment();
    expect(begun).toEqual(['/a', '/b']);
    answer('/b');
    await until(() => begun.length > 2);
    expect(begun).toEqual(['/a', '/b', '/c']);
  });

  it('nothing is made for a reader who goes while they wait', async () => {
    const { ask, begun, answer, until, isGone } = await serving();
    await ask('/a');
    const impatient = await ask('/b');
    await ask('/c');
    impatient.destroy();
    await until(() => isGone('/b'));
    answer('/a');
    await until(() => begun.length > 1);
    expect(begun).toEqual(['/a', '/c']);
  });

  it('a reader who goes while their page is made leaves their turn to the next', async () => {
    const { ask, begun, until } = await serving();
    const gone = await ask('/a');
    await ask('/b');
    gone.destroy();
    await until(() => begun.length > 1);
    expect(begun).toEqual(['/a', '/b']);
  });

  it('a page that waits for something else keeps others waiting no longer than a turn may last', async () => {
    const { ask, begun, until } = await serving({ longest: 20 });
    await ask('/never-answered');
    await ask('/b');
    await until(() => begun.length > 1);
    expect(begun).toEqual(['/never-answered', '/b']);
  });
});

describe('who takes a turn', () => {
  it.each(['/', '/nb', '/nb/applications/BET-7K3M-Q9TX/motivation', '/nb/staff', '/apies'])(
    'whoever reads %s',
    (path) => {
      expect([asksForPage('GET', path), asksForPage('HEAD', path)]).toEqual([true, true]);
    },
  );

  it.each([
    ['a form', 'POST', '/api/nb/applications/BET-7K3M-Q9TX/motivation'],
    ['a form that is sent to a page', 'POST', '/nb/sign-in'],
    ['a document', 'GET', '/api/documents/0199'],
    ['a script', 'GET', '/enhance/autosave.js'],
    ['a style sheet', 'GET', '/_next/static/chunks/3ct0sd5wj_03k.css'],
    ['whether the process answers', 'GET', '/healthz'],
    ['whether the database does', 'GET', '/readyz'],
  ])('not %s', (_, method, path) => {
    expect(asksForPage(method, path)).toBe(false);
  });
});
