import type { ServerResponse } from 'node:http';
import type { Locale } from '@/lib/kernel/locale';
import { plainHeaders, plainPage } from '../door/plain-answer';

/**
 * A page that fails is sent by Next as an empty document, which a script would fill in: whoever has none
 * looks at nothing. In its place everybody gets the plain page that says what can be done, with 500.
 *
 * Call it before anybody else has the response. Others may wrap it afterwards (compression does): what they
 * write of the failed page is dropped, and ours is sent when they end.
 */
export function replaceFailedPage(response: ServerResponse, locale: Locale): void {
  const writeHead: (status: number) => ServerResponse = response.writeHead.bind(response);
  const write = response.write.bind(response) as (...sent: unknown[]) => boolean;
  const end = response.end.bind(response) as (...sent: unknown[]) => ServerResponse;
  let hasFailed = false;

  const head = (status: number, ...more: unknown[]): ServerResponse => {
    for (const [name, value] of Object.entries(headersIn(more))) response.setHeader(name, value);
    hasFailed = status === 500 && isPage(response);
    if (hasFailed) {
      for (const name of ['content-encoding', 'content-length', 'etag', 'link']) {
        response.removeHeader(name);
      }
      for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value);
    }
    return writeHead(status);
  };
  const sendHead = () => {
    if (!response.headersSent) response.writeHead(response.statusCode);
  };
  Object.assign(response, {
    writeHead: head,
    write: (...sent: unknown[]) => {
      sendHead();
      if (!hasFailed) return write(...sent);
      callBack(sent);
      return true;
    },
    end: (...sent: unknown[]) => {
      sendHead();
      if (!hasFailed || response.writableEnded) return end(...sent);
      const ended = sent.find((each) => typeof each === 'function');
      return end(plainPage('out-of-order', locale), 'utf8', ended);
    },
  });
}

/** Whoever writes waits to be told that it is written. */
function callBack(sent: readonly unknown[]): void {
  const written = sent.find((each) => typeof each === 'function') as (() => void) | undefined;
  if (written !== undefined) process.nextTick(written);
}

function isPage(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/html');
}

/** The headers that `writeHead` was given, after a reason or without one; a list of pairs stands flat. */
function headersIn(more: readonly unknown[]): Record<string, string | string[]> {
  const given = more.find((each) => typeof each === 'object' && each !== null);
  if (!Array.isArray(given)) return (given ?? {}) as Record<string, string | string[]>;
  const flat = given as string[];
  const pairs = flat.flatMap((name, at) =>
    at % 2 === 0 ? [[name, flat[at + 1] ?? ''] as const] : [],
  );
  return Object.fromEntries(pairs);
}
