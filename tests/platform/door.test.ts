import { beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Person } from '@/lib/kernel/actor';
import { asId } from '@/lib/kernel/ids';
import type { Locale } from '@/lib/kernel/locale';
import { ok, refuse } from '@/lib/kernel/result';
import { openDoor } from '@/lib/platform/door/door';
import type { DoorOptions, RouteHandler } from '@/lib/platform/door/options';
import { longText, text } from '@/lib/platform/door/fields';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { findFormReturn, forgetFormReturns } from '@/lib/platform/door/form-return';
import { markOf } from '@/lib/platform/door/shown-to';
import { newId } from '@/lib/platform/ids';
import { readCookie } from '@/lib/platform/session/cookies';
import { testPlatform, type TestPlatform } from '../harness/platform';

const origin = 'http://localhost:3000';
const form = z.object({ name: text({ max: 20 }), story: longText({ max: 100 }) });

type SignedInDoor = Extract<DoorOptions<typeof form>, { access: 'signed-in' }>;

let platform: TestPlatform;
let signedIn: Person | null;

const person: Person = {
  kind: 'person',
  userId: asId(newId()),
  email: 'someone@demo.example',
  name: null,
  locale: 'nb',
  roles: [],
};

beforeAll(async () => {
  platform = await testPlatform({ now: new Date('2027-05-01T10:00:00Z') });
});

let remembered: Locale[] = [];

function makeDoor(options: Partial<SignedInDoor> = {}): RouteHandler {
  signedIn = person;
  remembered = [];
  return openDoor(
    {
      platform: () => Promise.resolve(platform),
      identify: () => Promise.resolve(signedIn),
      rememberLanguage: (_platform, who, locale) => {
        remembered.push(locale);
        return Promise.resolve(ok({ ...who, locale }));
      },
    },
    {
      name: 'story',
      form,
      access: 'signed-in',
      returnTo: ({ locale }) => `/${locale}/story`,
      act: () => Promise.resolve(ok({ to: '/nb/next' })),
      ...options,
    },
  );
}

function send(
  handler: RouteHandler,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  locale = 'nb',
): Promise<Response> {
  const request = new Request(`${origin}/api/${locale}/story`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin, ...headers },
  });
  return handler(request, { params: Promise.resolve({ locale }) });
}

/** What the form's page would find after a refusal, opened by whoever is signed in by then. */
function comesBack(response: Response, reader = signedIn) {
  const cookie = response.headers.getSetCookie().join('; ');
  const browser = readCookie(platform.env, cookie, 'form');
  const location = response.headers.get('location') ?? '';
  const id = /retur=([0-9a-f-]+)/.exec(decodeURIComponent(location))?.[1] ?? '';
  const owner = reader === null ? null : markOf(reader);
  return { browser, id, found: findFormReturn(platform, { browser, owner }, 'story', id) };
}

const good = { name: 'Demo', story: 'Det var en gang.' };

test('a good form is answered with 303 to the next page', async () => {
  const response = await send(makeDoor(), good);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/nb/next');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('whoever acts in another language than their own acts in it, and it is remembered', async () => {
  const spoken: Locale[] = [];
  const handler = makeDoor({
    act: ({ actor }) => {
      spoken.push(actor.locale);
      return Promise.resolve(ok({ to: '/next' }));
    },
  });
  await send(handler, good, {}, 'nn');
  await send(handler, good);
  expect({ spoken, remembered }).toEqual({ spoken: ['nn', 'nb'], remembered: ['nn'] });
});

test('a client that asks for JSON is told where to go on', async () => {
  const response = await send(makeDoor(), good, { accept: 'application/json' });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ to: '/nb/next' });
});

test('a refused form comes back to its page with everything that was typed', async () => {
  const response = await send(makeDoor(), { name: '  ', story: 'Mine ord \u0000 her' });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toMatch(/^\/nb\/story\?retur=[0-9a-f-]{36}$/);
  expect(await comesBack(response).found).toEqual({
    typed: { name: ['  '], story: ['Mine ord  her'] },
    problems: [
      { field: 'name', code: 'required', params: {} },
      { field: 'story', code: 'illegal-characters', params: {} },
    ],
  });
});

test('what can be kept of a refused form is, for whoever is signed in, and its page is told', async () => {
  const told: unknown[] = [];
  const handler = makeDoor({
    keep: ({ actor, fields }, problems) => {
      told.push({ actor: actor.email, fields, fieldsInError: problems.map(({ field }) => field) });
      return Promise.resolve([{ field: '', code: 'kept', params: {} }]);
    },
  });
  const typed = { name: '', story: 'Det var en gang.' };
  const found = await comesBack(await send(handler, typed)).found;
  expect(found?.problems).toEqual([
    { field: 'name', code: 'required', params: {} },
    { field: '', code: 'kept', params: {} },
  ]);
  signedIn = null;
  await send(handler, typed);
  expect(told).toEqual([{ actor: person.email, fields: typed, fieldsInError: ['name'] }]);
});

test('what was typed comes back to the browser that typed it, and to no other', async () => {
  const { id } = comesBack(await send(makeDoor(), { name: '', story: 'hemmelig' }));
  for (const owner of [null, markOf(person)]) {
    const finds = (browser: string | null) =>
      findFormReturn(platform, { browser, owner }, 'story', id);
    expect(await finds('another-browser')).toBeNull();
    expect(await finds(null)).toBeNull();
  }
});

test('a client gets the problems of each field by RFC 9457', async () => {
  const response = await send(
    makeDoor(),
    { name: 'x'.repeat(21), story: '' },
    { accept: 'application/json' },
  );
  expect(response.status).toBe(422);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({
    status: 422,
    errors: [
      { pointer: '/name', code: 'too-long', maximum: 20 },
      { pointer: '/story', code: 'required' },
    ],
  });
});

describe('a form that did not come from our pages is refused', () => {
  test.each([
    ['from a foreign origin', { origin: 'https://evil.example' }],
    ['from a null origin', { origin: 'null' }],
    ['from our host on another port', { origin: 'http://localhost:3001' }],
    ['from a host that begins like ours', { origin: 'http://localhost:3000.evil.example' }],
  ])('%s', async (_where, headers) => {
    expect((await send(makeDoor(), good, headers)).status).toBe(403);
  });

  test('without an origin', async () => {
    const request = new Request(`${origin}/api/nb/story`, {
      method: 'POST',
      body: new URLSearchParams(good),
    });
    const response = await makeDoor()(request, { params: Promise.resolve({ locale: 'nb' }) });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Skjemaet kom ikke fra våre sider');
  });
});

test('a plain refusal is in the language of the address', async () => {
  const response = await send(makeDoor(), good, { origin: 'https://evil.example' }, 'nn');
  const page = await response.text();
  expect(page).toContain('<html lang="nn">');
  expect(page).toContain('Skjemaet kom ikkje frå sidene våre');
});

test('an address in no language of ours does not exist', async () => {
  expect((await send(makeDoor(), good, {}, 'xx')).status).toBe(404);
});

test('a body of 50 MB is refused before it is read to its end', async () => {
  let sent = 0;
  const chunk = new Uint8Array(64 * 1024).fill(97);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += chunk.length;
      if (sent > 50 * 1024 * 1024) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const request = new Request(`${origin}/api/nb/story`, {
    method: 'POST',
    body,
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    duplex: 'half',
  } as RequestInit);
  const response = await makeDoor()(request, { params: Promise.resolve({ locale: 'nb' }) });
  expect(response.status).toBe(413);
  expect(sent).toBeLessThan(1024 * 1024);
});

test('somebody whose session has ended signs in and finds their words again', async () => {
  const handler = makeDoor();
  signedIn = null;
  const response = await send(handler, good);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toMatch(/^\/nb\/sign-in\?next=%2Fnb%2Fstory%3Fretur%3D/);
  expect(await comesBack(response).found).toEqual({
    typed: { name: ['Demo'], story: ['Det var en gang.'] },
    problems: [{ field: '', code: 'session-ended', params: {} }],
  });
});

describe('in a browser where somebody else has signed in since the form was shown', () => {
  const another: Person = { ...person, userId: asId(newId()), email: 'another@demo.example' };
  const shown = { ...good, _for: markOf(person) };
  const comesLater = { typed: { name: ['Demo'], story: ['Det var en gang.'] } };
  const acts = () => {
    const acted: string[] = [];
    const handler = makeDoor({
      act: ({ actor, input }) => {
        acted.push(`${actor.email} ${Object.keys(input).join(' ')}`);
        return Promise.resolve(ok({ to: '/nb/next' }));
      },
    });
    return { acted, handler };
  };

  test('nothing is done, and what was typed waits for whoever it was shown to', async () => {
    const { acted, handler } = acts();
    signedIn = another;
    const response = await send(handler, shown);
    expect(acted).toEqual([]);
    expect(response.status).toBe(303);
    const location = new URL(response.headers.get('location') ?? '', origin);
    expect(location.pathname).toBe('/nb/sign-in');
    expect(location.searchParams.get('next')).toMatch(/^\/nb\/story\?retur=/);
    expect(location.searchParams.get('for')).toBe(markOf(person));
    expect(await comesBack(response, another).found).toBeNull();
    expect(await comesBack(response, null).found).toBeNull();
    expect(await comesBack(response, person).found).toEqual({
      ...comesLater,
      problems: [{ field: '', code: 'somebody-else', params: {} }],
    });
  });

  test('a script is told so, and nothing of who', async () => {
    const { acted, handler } = acts();
    signedIn = another;
    const response = await send(handler, shown, { accept: 'application/json' });
    expect(response.status).toBe(403);
    const told = await response.text();
    expect(JSON.parse(told)).toMatchObject({ errors: [{ code: 'somebody-else' }] });
    expect(told).not.toContain('@');
    expect(acted).toEqual([]);
  });

  test('it waits also past the limit, and is not what the other one comes back to', async () => {
    const handler = makeDoor({ rate: { name: 'never', points: 0, seconds: 300 } });
    signedIn = another;
    const response = await send(handler, shown);
    expect(await comesBack(response, another).found).toBeNull();
    expect(await comesBack(response, person).found).toMatchObject(comesLater);
  });

  test('what is written for oneself goes through, whatever the form says of itself', async () => {
    const { acted, handler } = acts();
    await send(handler, shown);
    await send(handler, { ...good, _for: 'anything at all' });
    await send(handler, good);
    expect(acted).toEqual(Array<string>(3).fill('someone@demo.example name story'));
  });

  test('what was typed by somebody whose session had ended is not the next one’s to read', async () => {
    const handler = makeDoor();
    signedIn = null;
    const response = await send(handler, shown);
    expect(await comesBack(response, another).found).toBeNull();
    expect(await comesBack(response, null).found).toBeNull();
    expect(await comesBack(response, person).found).toMatchObject(comesLater);
  });

  test('whoever leaves the browser leaves nothing to read, and takes nothing from who was there before', async () => {
    const handler = makeDoor();
    signedIn = null;
    const unowned = comesBack(await send(handler, good), null);
    const cookie = { cookie: `opptak.form=${unowned.browser ?? ''}` };
    const owned = comesBack(await send(handler, shown, cookie), person);
    expect(owned.browser).toBe(unowned.browser);
    expect(await unowned.found).not.toBeNull();
    await forgetFormReturns(platform, owned.browser ?? '');
    const finds = (id: string, owner: string | null) =>
      findFormReturn(platform, { browser: owned.browser, owner }, 'story', id);
    expect(await finds(unowned.id, null)).toBeNull();
    expect(await finds(owned.id, markOf(person))).toMatchObject(comesLater);
  });

  describe('a form that is open to everybody', () => {
    const openTo = (kind: string): RouteHandler =>
      openDoor(
        {
          platform: () => Promise.resolve(platform),
          identify: () => Promise.resolve(signedIn),
          rememberLanguage: (_platform, who) => Promise.resolve(ok(who)),
        },
        {
          name: 'story',
          form,
          access: 'public',
          returnTo: () => '/nb/story',
          act: () => Promise.resolve(kind === 'done' ? ok({ to: '/nb/next' }) : refuse({ kind })),
        },
      );

    test('is let in, as by a letter’s link', async () => {
      signedIn = another;
      expect((await send(openTo('done'), shown)).headers.get('location')).toBe('/nb/next');
    });

    test.each([
      ['another', another, 'somebody-else'],
      ['nobody', null, 'session-ended'],
    ])('waits when it is not for %s', async (_who, now, code) => {
      signedIn = now;
      const response = await send(openTo('not-found'), shown);
      expect(response.headers.get('location')).toMatch(/^\/nb\/sign-in\?next=/);
      expect(await comesBack(response, now).found).toBeNull();
      expect(await comesBack(response, person).found).toEqual({
        ...comesLater,
        problems: [{ field: '', code, params: {} }],
      });
    });

    test('and that says nothing of whom it was shown to, is not found', async () => {
      signedIn = another;
      expect((await send(openTo('not-found'), good)).status).toBe(404);
    });
  });
});

test('of a file that comes without a session nothing is written, and what was typed comes back', async () => {
  const parts = [
    ...Object.entries(good).map(
      ([name, value]) =>
        `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    `--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n${'%PDF'.repeat(20_000)}\r\n`,
    '--x--\r\n',
  ];
  const upload = (handler: RouteHandler, body = parts.join('')) =>
    handler(
      new Request(`${origin}/api/nb/story`, {
        method: 'POST',
        body,
        headers: { origin, 'content-type': 'multipart/form-data; boundary=x' },
      }),
      { params: Promise.resolve({ locale: 'nb' }) },
    );
  const stored: string[] = [];
  const put = vi.spyOn(platform.storage, 'put');
  try {
    const options = {
      largestFile: 100_000,
      rate: { name: 'once', points: 1, seconds: 300 },
      act: async ({ file }: { file: ReceivedFile | null }) => {
        if (file !== null) stored.push(file.filename);
        if (file !== null) await platform.storage.remove(file.key);
        return ok({ to: '/nb/next' });
      },
    };
    const handler = makeDoor(options);
    signedIn = null;
    const typed = { name: ['Demo'], story: ['Det var en gang.'] };
    expect(await comesBack(await upload(handler)).found).toEqual({
      typed,
      problems: [{ field: '', code: 'session-ended', params: {} }],
    });
    const second = await comesBack(await upload(handler)).found;
    expect(second).toMatchObject({ typed, problems: [{ code: 'too-many-attempts' }] });
    // Too large makes no difference to those who are not let in.
    const large = parts.join('').replace('%PDF', 'x'.repeat(50_000));
    expect(await comesBack(await upload(handler, large)).found).toMatchObject({
      typed,
      problems: [{ code: 'too-many-attempts' }],
    });
    expect(put).not.toHaveBeenCalled();
    await upload(makeDoor({ ...options, rate: { name: 'often', points: 9, seconds: 300 } }));
    expect(put).toHaveBeenCalledOnce();
    expect(stored).toEqual(['a.pdf']);
  } finally {
    put.mockRestore();
  }
});

test('an expected refusal of a use case comes back to the form with its facts', async () => {
  const handler = makeDoor({
    act: () => Promise.resolve(refuse({ kind: 'deadline-passed', deadline: '2027-05-31' })),
  });
  const browser = await send(handler, good);
  expect((await comesBack(browser).found)?.problems).toEqual([
    { field: '', code: 'deadline-passed', params: { deadline: '2027-05-31' } },
  ]);
  const client = await send(handler, good, { accept: 'application/json' });
  expect(client.status).toBe(409);
});

test.each([
  ['not-found', 404],
  ['forbidden', 403],
])('what is %s answers plainly with %i', async (kind, status) => {
  const response = await send(makeDoor({ act: () => Promise.resolve(refuse({ kind })) }), good);
  expect(response.status).toBe(status);
});

test('a fault behind the door is a 503 that says what is safe, never a 500', async () => {
  const handler = makeDoor({ act: () => Promise.reject(new Error('the disk is gone')) });
  const response = await send(handler, good);
  expect(response.status).toBe(503);
  const page = await response.text();
  expect(page).toContain('Det du har lagret, er trygt');
  expect(page).not.toContain('disk');
});

test('too many forms in a short time wait, with their words kept', async () => {
  const handler = makeDoor({ rate: { name: 'twice', points: 2, seconds: 300 } });
  expect((await send(handler, good)).headers.get('location')).toBe('/nb/next');
  expect((await send(handler, good)).headers.get('location')).toBe('/nb/next');
  const third = await comesBack(await send(handler, good)).found;
  expect(third?.problems).toMatchObject([{ code: 'too-many-attempts', params: { minutes: 5 } }]);
  expect(third?.typed).toEqual({ name: ['Demo'], story: ['Det var en gang.'] });
});
