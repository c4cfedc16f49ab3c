import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { idle, longest, readSession } from '@/lib/platform/session/session-store';
import { findSignInLink } from '@/lib/platform/session/sign-in';
import { setCookie } from '@/lib/platform/session/cookies';
import { sha256 } from '@/lib/platform/ids';
import { openSecret } from '@/lib/correspondence/sealed-secret';
import { ownAddress } from '@/lib/staff/forms';
import { signedInPerson } from '@/lib/staff/queries/signed-in-person';
import { confirmSignIn } from '@/lib/staff/use-cases/confirm-sign-in';
import { grantRole } from '@/lib/staff/use-cases/grant-role';
import { requestSignIn } from '@/lib/staff/use-cases/request-sign-in';
import { testPlatform, type TestPlatform } from '../harness/platform';

let platform: TestPlatform;
let count = 0;
let email: string;

const next = '/nb/applications';
const setup = { kind: 'system', job: 'setup' } as const;

beforeAll(async () => {
  platform = await testPlatform({ now: new Date('2027-05-01T10:00:00Z') });
});

beforeEach(() => {
  count += 1;
  email = `person${count}@demo.example`;
});

/** Asks for a link and takes its secret out of the letter, as the mail job does. */
async function letterTo(address: string) {
  const asked = await requestSignIn(platform, { email: address, next, locale: 'nb' });
  expect(asked.ok).toBe(true);
  const letter = await platform.db.letter.findFirstOrThrow({
    where: { toAddress: address, kind: 'sign-in' },
    orderBy: { id: 'desc' },
  });
  return { letter, token: openSecret(platform.env.AUTH_SECRET, letter.sealedSecret ?? '') };
}

async function signIn(address: string): Promise<string> {
  const { token } = await letterTo(address);
  const result = await confirmSignIn(platform, 'nb', { token, formerSession: null });
  if (!result.ok) throw new Error('The link did not work.');
  return result.value.sessionSecret;
}

const cookieOf = (secret: string) => setCookie(platform.env, 'session', secret, 60);

test('the first sign-in makes an applicant in the language of the page', async () => {
  const secret = await signIn(email);
  const person = await signedInPerson(platform, cookieOf(secret));
  expect(person).toMatchObject({ kind: 'person', email, locale: 'nb', roles: [] });
});

test('a link works once', async () => {
  const { token } = await letterTo(email);
  expect((await confirmSignIn(platform, 'nb', { token, formerSession: null })).ok).toBe(true);
  expect(await confirmSignIn(platform, 'nb', { token, formerSession: null })).toEqual({
    ok: false,
    refusal: { kind: 'link-used-up' },
  });
});

test('of twenty presses at once on one link, one signs in', async () => {
  const { token } = await letterTo(email);
  const presses = await Promise.all(
    Array.from({ length: 20 }, () => confirmSignIn(platform, 'nb', { token, formerSession: null })),
  );
  expect(presses.filter((press) => press.ok)).toHaveLength(1);
});

test('looking at a link, as a mail scanner does, uses nothing up', async () => {
  const { token } = await letterTo(email);
  expect(await findSignInLink(platform, token)).toBe(email);
  expect(await findSignInLink(platform, token)).toBe(email);
  expect((await confirmSignIn(platform, 'nb', { token, formerSession: null })).ok).toBe(true);
});

test('a link older than ten minutes is refused', async () => {
  const { token } = await letterTo(email);
  await platform.db.signInLink.updateMany({
    where: { email },
    data: { expiresAt: new Date(Date.now() - 1) },
  });
  expect(await findSignInLink(platform, token)).toBeNull();
  expect((await confirmSignIn(platform, 'nb', { token, formerSession: null })).ok).toBe(false);
});

test('the link lives for ten minutes', async () => {
  await letterTo(email);
  const link = await platform.db.signInLink.findFirstOrThrow({ where: { email } });
  const minutes = (link.expiresAt.getTime() - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(9.5);
  expect(minutes).toBeLessThanOrEqual(10);
});

test('the answer and the letter are the same for a known address and an unknown one', async () => {
  await signIn(email);
  const known = await letterTo(email);
  const unknown = await letterTo(`nobody${count}@demo.example`);
  const shape = ({ letter }: typeof known) => ({ subject: letter.subject, text: letter.text });
  expect(shape(known)).toEqual(shape(unknown));
});

test('the sixth letter to one address within a quarter of an hour is refused', async () => {
  for (let at = 0; at < 5; at += 1) await letterTo(email);
  const sixth = await requestSignIn(platform, { email, next, locale: 'nb' });
  expect(sixth).toMatchObject({ ok: false, refusal: { kind: 'too-many-links' } });
});

test('neither the link nor the session stands readable in the database', async () => {
  const { token, letter } = await letterTo(email);
  expect(letter.html).toContain('{{secret}}');
  expect(letter.html + letter.text).not.toContain(token);
  const result = await confirmSignIn(platform, 'nb', { token, formerSession: null });
  const secret = result.ok ? result.value.sessionSecret : '';
  const rows = await platform.db.signInSession.findMany();
  expect(rows.map((row) => row.tokenHash)).toContain(sha256(secret));
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('signing in ends the session that the browser had before', async () => {
  const former = await signIn(email);
  const { token } = await letterTo(`other${count}@demo.example`);
  await confirmSignIn(platform, 'nb', { token, formerSession: former });
  expect(await readSession(platform, former)).toBeNull();
});

describe('a session at rest', () => {
  const later = (milliseconds: number) => new Date(Date.now() + milliseconds);

  test('of staff ends after eight hours', async () => {
    await grantRole(platform, setup, { email, name: 'Demo Leser', role: 'reader' });
    const secret = await signIn(email);
    expect(await readSession(platform, secret, later(idle.staff - 60_000))).not.toBeNull();
    expect(await readSession(platform, secret, later(2 * idle.staff))).toBeNull();
  });

  test('of an applicant lasts for days', async () => {
    const secret = await signIn(email);
    expect(await readSession(platform, secret, later(3 * 24 * 3_600_000))).not.toBeNull();
  });

  test('of anybody ends after thirty days, however busy', async () => {
    const secret = await signIn(email);
    for (let at = 0; at < longest; at += idle.applicant / 2) {
      expect(await readSession(platform, secret, later(at))).not.toBeNull();
    }
    expect(await readSession(platform, secret, later(longest + 1_000))).toBeNull();
  });
});

test('roles are read anew with every request', async () => {
  const secret = await signIn(email);
  await grantRole(platform, setup, { email, name: 'Demo Saksbehandler', role: 'officer' });
  expect((await signedInPerson(platform, cookieOf(secret)))?.roles).toEqual(['officer']);
});

test('granting a role twice grants it once, and only an admin may', async () => {
  await grantRole(platform, setup, { email, name: 'Demo Admin', role: 'admin' });
  await grantRole(platform, setup, { email, name: 'Demo Admin', role: 'admin' });
  expect(await platform.db.roleGrant.count({ where: { user: { email } } })).toBe(1);
  const nobody = await signedInPerson(platform, cookieOf(await signIn(`a${email}`)));
  if (nobody === null) throw new Error('not signed in');
  const refused = await grantRole(platform, nobody, { email, name: 'x', role: 'officer' });
  expect(refused).toEqual({ ok: false, refusal: { kind: 'forbidden' } });
});

test('nobody is led away from our own pages', () => {
  expect(ownAddress('/nb/applications?a=1', '/nb')).toBe('/nb/applications?a=1');
  for (const foreign of [
    'https://evil.example',
    '//evil.example',
    '/nb//evil.example',
    '/\\evil.example',
    '/nb/\\evil',
    'javascript:alert(1)',
    '/xx/page',
    '/nb\nx',
  ]) {
    expect(ownAddress(foreign, '/nb')).toBe('/nb');
  }
});
