import type { Locale } from '@/lib/kernel/locale';
import { plainPage, statusOf, wordsOf, type PlainKind } from './plain-answer';
import type { Problem } from './problems';

/** How the sender wants to be answered. */
export interface Reply {
  readonly json: boolean;
  readonly locale: Locale;
}

const closed =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function headersOf(contentType: string): Headers {
  return new Headers({
    'content-type': contentType,
    'cache-control': 'no-store',
    'content-security-policy': closed,
  });
}

function problemJson(status: number, title: string, rest: object): Response {
  return new Response(JSON.stringify({ type: 'about:blank', status, title, ...rest }), {
    status,
    headers: headersOf('application/problem+json; charset=utf-8'),
  });
}

/** The door's answers. None of them is ever cached. */
export const answer = {
  /** The act is done, or the form comes back: a browser goes on by GET (303), a client is told where. */
  done(
    reply: Reply,
    to: string,
    cookies: readonly string[],
    also: Readonly<Record<string, unknown>> = {},
  ): Response {
    const headers = headersOf('application/json; charset=utf-8');
    for (const cookie of cookies) headers.append('set-cookie', cookie);
    if (reply.json) return new Response(JSON.stringify({ ...also, to }), { status: 200, headers });
    headers.delete('content-type');
    headers.set('location', to);
    return new Response(null, { status: 303, headers });
  },

  /** What is wrong with each field, for a client: RFC 9457, with RFC 6901 pointers. */
  problems(
    { locale }: Reply,
    status: number,
    problems: readonly Problem[],
    inWords?: (problem: Problem, locale: Locale) => string,
  ): Response {
    return problemJson(status, 'The form was refused.', {
      errors: problems.map((problem) => ({
        ...problem.params,
        pointer: problem.field === '' ? '' : `/${problem.field.replaceAll('.', '/')}`,
        code: problem.code,
        ...(inWords === undefined ? {} : { detail: inWords(problem, locale) }),
      })),
    });
  },

  /** A request that no form of ours makes: a 4xx with a sentence in the user's language. */
  plain(reply: Reply, kind: PlainKind): Response {
    const status = statusOf(kind);
    const [title, detail] = wordsOf(kind, reply.locale);
    if (reply.json) return problemJson(status, title, { detail, code: kind });
    return new Response(plainPage(kind, reply.locale), {
      status,
      headers: headersOf('text/html; charset=utf-8'),
    });
  },
};
