import type { Person } from '@/lib/kernel/actor';
import type { Platform } from '@/lib/platform/context';
import type { RouteHandler } from '@/lib/platform/door/options';
import { findFormReturn, type FormReturn } from '@/lib/platform/door/form-return';
import { markOf } from '@/lib/platform/door/shown-to';
import { readCookie } from '@/lib/platform/session/cookies';
import { createSession } from '@/lib/platform/session/session-store';
import type { TestPlatform } from '../harness/platform';

/** Where the process keeps its one platform (`app/platform.ts`). */
const place = Symbol.for('opptak.platform');

/** From now on the routes of this process work on the test's platform. */
export function routesWorkOn(platform: TestPlatform): void {
  (globalThis as Record<symbol, unknown>)[place] = Promise.resolve({ platform });
}

/** A person whose browser has a session. */
export interface SignedIn extends Person {
  readonly cookie: string;
}

export async function signsIn(platform: Platform, someone: Person): Promise<SignedIn> {
  const { secret } = await createSession(platform, someone.userId);
  return { ...someone, cookie: `opptak.session=${secret}` };
}

interface Sent {
  readonly params: Readonly<Record<string, string>>;
  /** In the order of the form. */
  readonly fields: Readonly<Record<string, string | File>>;
  /** What a script asks for; a browser by itself asks for a page. */
  readonly accept?: 'application/json' | 'text/html';
}

/** Sends a form to a route, as the page in bokmål does. */
export async function posts(
  post: RouteHandler,
  { cookie }: SignedIn,
  { params, fields, accept = 'application/json' }: Sent,
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const written = new Response(form);
  const body = new Uint8Array(await written.arrayBuffer());
  const headers = {
    ...{ origin: 'http://localhost:3000', cookie, accept },
    'content-type': written.headers.get('content-type') ?? '',
    'content-length': String(body.length),
  };
  const url = 'http://localhost:3000/api/nb/x';
  const request = new Request(url, { method: 'POST', body, headers });
  return post(request, { params: Promise.resolve({ locale: 'nb', ...params }) });
}

/** Each problem of an answer with its field, by the order of the form. */
export async function problemsOf(response: Response): Promise<string[]> {
  const { errors } = (await response.json()) as { errors: { pointer: string; code: string }[] };
  return errors.map(({ pointer, code }) => `${pointer.slice(1)}: ${code}`);
}

/** What the page of a form gets back of it after a refusal. */
export async function cameBack(
  platform: Platform,
  { response, form, to }: { response: Response; form: string; to: Person },
): Promise<FormReturn | null> {
  const cookie = response.headers.getSetCookie().join('; ');
  const reader = { browser: readCookie(platform.env, cookie, 'form'), owner: markOf(to) };
  const address = decodeURIComponent(response.headers.get('location') ?? '');
  const id = /retur=([0-9a-f-]+)/.exec(address)?.[1] ?? '';
  return findFormReturn(platform, reader, form, id);
}
