import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Person } from '@/lib/kernel/actor';
import { asId } from '@/lib/kernel/ids';
import { ok } from '@/lib/kernel/result';
import { openDoor } from '@/lib/platform/door/door';
import type { RouteHandler } from '@/lib/platform/door/options';
import {
  checkbox,
  choice,
  email,
  list,
  localDateField,
  longText,
  optionalText,
  organisationNumberField,
  phone,
  text,
  wholeNumber,
} from '@/lib/platform/door/fields';
import { newId } from '@/lib/platform/ids';
import { testPlatform, type TestPlatform } from '../harness/platform';

const origin = 'http://localhost:3000';

/** A form with every kind of field that there is. */
const form = z.object({
  name: text({ max: 100 }),
  nickname: optionalText({ max: 20 }),
  story: longText({ max: 2_000 }),
  email: email(),
  phone: phone(),
  colour: choice(['red', 'blue']),
  agreed: checkbox(),
  when: localDateField(),
  count: wholeNumber({ min: 1, max: 10 }),
  organisation: organisationNumberField(),
  work: list(z.object({ place: text({ max: 50 }), from: localDateField() }), { max: 5 }),
});

let platform: TestPlatform;
let post: RouteHandler;
let upload: RouteHandler;

beforeAll(async () => {
  platform = await testPlatform({ now: new Date('2027-05-01T10:00:00Z') });
  const person: Person = {
    kind: 'person',
    userId: asId(newId()),
    email: 'someone@demo.example',
    name: null,
    locale: 'nb',
    roles: [],
  };
  const house = {
    platform: () => Promise.resolve(platform),
    identify: () => Promise.resolve(person),
    rememberLanguage: () => Promise.resolve(ok(person)),
  };
  const rate = { name: 'endless', points: 1_000_000, seconds: 60 };
  // What passes is written to the database: a character that it cannot keep must have been refused.
  const keep = async (input: unknown) => {
    await platform.db.programme.create({
      data: {
        id: newId(),
        slug: newId(),
        texts: input as object,
        mailbox: 'a@b.example',
        contactPhone: '',
        createdAt: new Date(),
      },
    });
    return ok({ to: '/nb' });
  };
  post = openDoor(house, {
    name: 'everything',
    form,
    access: 'signed-in',
    rate,
    returnTo: () => '/nb/form',
    act: ({ input }) => keep(input),
  });
  upload = openDoor(house, {
    name: 'upload',
    form: z.object({ what: choice(['work', 'course']) }),
    access: 'signed-in',
    rate,
    largestFile: 50_000,
    returnTo: () => '/nb/form',
    act: async ({ input, file }) => {
      if (file !== null) await platform.storage.remove(file.key);
      return keep(input);
    },
  });
});

function send(
  handler: RouteHandler,
  body: BodyInit | null,
  contentType: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const request = new Request(`${origin}/api/nb/form`, {
    method: 'POST',
    body,
    headers: { origin, 'content-type': contentType, ...headers },
  });
  return handler(request, { params: Promise.resolve({ locale: 'nb' }) });
}

const urlencoded = 'application/x-www-form-urlencoded';

const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    '\u0000',
    'a\u0000b',
    '\u202Egpj.exe',
    '\uD800',
    '%00',
    '%ZZ',
    '%F0%28',
    "'; drop table application; --",
    '<script>alert(1)</script>',
    '{{secret}}',
    '../../etc/passwd',
    '-1',
    '1e309',
    '0x10',
    'NaN',
    '31.02.2027',
    '9999-99-99',
    '__proto__',
    'a'.repeat(3_000),
    '\r\n\r\n',
    '٣٢',
  ),
);

const names = fc.oneof(
  fc.constantFrom(
    'name',
    'nickname',
    'story',
    'email',
    'phone',
    'colour',
    'agreed',
    'when',
    'count',
    'organisation',
    'work.0.place',
    'work.0.from',
    'work.1.place',
    'work.99.from',
    'work.name',
    'work',
    'work.0',
    'name.0',
    'name.first',
    '__proto__.polluted',
    'constructor.prototype.polluted',
    'toString',
    '_intent',
  ),
  awkward,
);

const wellFormed: readonly (readonly [string, string])[] = [
  ['name', 'Demo Søker'],
  ['story', 'Jeg vil lære mer.'],
  ['email', 'demo@demo.example'],
  ['phone', '400 00 000'],
  ['colour', 'red'],
  ['when', '31.12.2026'],
  ['count', '3'],
  ['organisation', '974 760 673'],
];

/** Either all that is asked for with some of it spoilt, or anything at all. */
const pairs = fc.oneof(
  fc
    .tuple(fc.array(fc.tuple(names, awkward), { maxLength: 6 }))
    .map(([spoilt]) => [
      ...wellFormed.filter(([name]) => !spoilt.some(([s]) => s === name)),
      ...spoilt,
    ]),
  fc.array(fc.tuple(names, awkward), { maxLength: 12 }),
);

/** Everything that the door may answer; 500 and 503 are not among it. */
const allowed = [200, 303, 400, 403, 404, 409, 413, 415, 422, 429];

async function expectPlainAnswer(response: Response): Promise<void> {
  expect(allowed).toContain(response.status);
  expect(response.headers.get('cache-control')).toBe('no-store');
  await response.text();
}

test('no url-encoded body makes the door fail', { timeout: 120_000 }, async () => {
  const before = await platform.db.programme.count();
  const polluted = () => ({}) as Record<string, unknown>;
  await fc.assert(
    fc.asyncProperty(pairs, fc.boolean(), async (fields, json) => {
      const body = fields
        .map(([name, value]) =>
          [name, value].map((part) => encodeURIComponent(part.toWellFormed())).join('='),
        )
        .join('&');
      await expectPlainAnswer(
        await send(post, body, urlencoded, json ? { accept: 'application/json' } : {}),
      );
      expect(polluted().polluted).toBeUndefined();
    }),
    { numRuns: 6_000 },
  );
  // Many must have been good enough to be stored, or the test would have tried only the refusals.
  expect((await platform.db.programme.count()) - before).toBeGreaterThan(100);
});

test('no bytes whatever make the door fail', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom(
        urlencoded,
        'multipart/form-data; boundary=x',
        'multipart/form-data',
        'multipart/form-data; boundary=""',
        'application/json',
        'text/plain',
        '',
      ),
      async (bytes, type) => {
        await expectPlainAnswer(await send(post, Buffer.from(bytes), type));
      },
    ),
    { numRuns: 3_000 },
  );
});

test(
  'no multipart body makes the door fail, and nothing refused stays in storage',
  { timeout: 120_000 },
  async () => {
    const part = fc.tuple(
      names,
      fc.option(awkward, { nil: undefined }),
      fc.uint8Array({ maxLength: 300 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        async (parts, cut, whole) => {
          const chunks = parts.flatMap(([name, filename, content]) => [
            Buffer.from(
              `--xx\r\nContent-Disposition: form-data; name="${name.toWellFormed()}"` +
                (filename === undefined ? '' : `; filename="${filename.toWellFormed()}"`) +
                '\r\n\r\n',
            ),
            Buffer.from(content),
            Buffer.from('\r\n'),
          ]);
          const body = Buffer.concat([...chunks, Buffer.from('--xx--\r\n')]);
          const sent = whole ? body : body.subarray(0, Math.floor(body.length * cut));
          await expectPlainAnswer(await send(upload, sent, 'multipart/form-data; boundary=xx'));
        },
      ),
      { numRuns: 2_000 },
    );
    const left = readdirSync(join(platform.env.DATA_DIR, 'documents'), { recursive: true })
      .map(String)
      .filter((name) => name.includes('/'));
    expect(left).toEqual([]);
  },
);

test.each([
  ['in a file', 'name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7'],
  ['before a file', 'name="file"; filename="a.pdf"\r\n\r\n'],
  ['in a file without a name', 'name="file"; filename=""\r\n\r\nabc'],
  ['in a field', 'name="a"\r\n\r\nabc'],
  ['in the head of a part', 'name="a'],
])('an upload that ends %s is answered, and leaves nothing behind', async (_where, rest) => {
  const body = Buffer.from(`--xx\r\nContent-Disposition: form-data; ${rest}`);
  const answer = await send(upload, body, 'multipart/form-data; boundary=xx');
  expect(answer.status).toBe(400);
  const folder = join(platform.env.DATA_DIR, 'documents');
  const left = readdirSync(folder, { recursive: true }).map(String);
  expect(left.filter((name) => name.includes('/'))).toEqual([]);
});
