import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/locale';
import { plainHeaders, plainPage, statusOf } from '../door/plain-answer';
import { parseEnv } from '../env';
import { replaceFailedPage } from './failed-page';
import { asksForPage, pageTurns } from './page-turns';
import { pagePreparation } from './prepare-page';

/**
 * One process that serves the built pages; web.ts starts as many as there should be. Next's own server,
 * behind a threshold of ours. What Next would answer with a 500 of its own before any of our code runs (an
 * address that cannot be decoded, a method that it does not know) is answered here, a page of ours that
 * fails gets words (failed-page.ts), pages are given their language and their policy (prepare-page.ts), and are
 * made in turn (page-turns.ts). The network address that rate limits count by is set here, from the connection
 * or by the proxies that are trusted, whatever the sender claims.
 */
const env = parseEnv(process.env);
const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'];

const app = next({ dev: false, dir: '.', hostname: env.HOST, port: env.PORT });
const handle = app.getRequestHandler();
await app.prepare();
const prepare = pagePreparation(env);
const inTurn = pageTurns();

const server = createServer((request, response) => {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (!methods.includes(request.method ?? '')) {
    response.writeHead(405, { allow: methods.join(', '), 'cache-control': 'no-store' }).end();
    return;
  }
  if (!isDecodable(path)) {
    refuse(request, response, path);
    return;
  }
  request.headers['x-forwarded-for'] = clientOf(request);
  if (prepare(request, response) === 'sent-on') return;
  replaceFailedPage(response, localeOf(path));
  const answer = () => {
    void handle(request, response);
  };
  if (asksForPage(request.method, path)) inTurn(response, answer);
  else answer();
});

/** Whether every percent-escape of a path makes UTF-8 characters. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return path.startsWith('/');
  } catch {
    return false;
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, path: string): void {
  request.resume();
  response
    .writeHead(statusOf('bad-address'), plainHeaders)
    .end(plainPage('bad-address', localeOf(path)));
}

/** The language that an address says. */
function localeOf(path: string): Locale {
  const said = path.split('/').find((part) => isLocale(part));
  return isLocale(said) ? said : defaultLocale;
}

/**
 * The address of whoever sent a request: of the connection, or with `TRUSTED_PROXIES` in front, the one
 * that the outermost of them saw. What stands further left in the header is the sender's own claim.
 */
function clientOf(request: IncomingMessage): string {
  const connection = request.socket.remoteAddress ?? '';
  const claimed = [request.headers['x-forwarded-for'] ?? []].flat().join(',');
  const chain = [...claimed.split(',').map((each) => each.trim()), connection].filter(Boolean);
  return chain.at(-1 - env.TRUSTED_PROXIES) ?? chain[0] ?? connection;
}

let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Ctrl-C reaches every process of the house by itself, and then once more from the one above.
    if (isEnding) return;
    isEnding = true;
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // A download that goes on and on does not keep the house open.
    setTimeout(() => process.exit(0), 5_000).unref();
  });
}

// Longer than proxies keep a connection that rests (60 s is common). Whoever closes it first must not be
// us: a form that is sent on it in the same moment would be lost on the way.
server.keepAliveTimeout = 65_000;
server.listen(env.PORT, env.HOST);
