import { beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../harness/server';
import { visit } from './visit';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('signing in %s', (_how, javaScript) => {
  const email = `demo-${javaScript ? 'with' : 'without'}@demo.example`;

  test('goes by a letter and a button, to the page one was going to', async () => {
    const me = await visit(server, { javaScript, width: 390 });
    await me.open('/nb/applications');
    expect(await me.heading()).toBe('Logg inn');
    await me.signIn(email);
    expect(new URL(me.page.url()).pathname).toBe('/nb/applications');
    expect(await me.page.getByText(email).count()).toBeGreaterThan(0);
    await me.press('Logg ut');
    expect(await me.page.getByText('Du er logget ut.').count()).toBe(1);
    await me.open('/nb/applications');
    expect(await me.heading()).toBe('Logg inn');
  });
});

test('a letter that a scanner has opened still signs its reader in, once', async () => {
  const me = await visit(server);
  await me.open('/nb/sign-in');
  await me.page.getByLabel('E-postadresse').fill('scanned@demo.example');
  await me.press('Send meg lenken');
  const letter = await me.mailbox.waitForLetter({ to: 'scanned@demo.example' });
  const link = letter.links.find((each) => each.includes('/sign-in/link/')) ?? '';
  const scanner = await fetch(link);
  expect(await scanner.text()).not.toContain('scanned@demo.example');
  await me.page.goto(link);
  expect(me.page.url()).not.toContain(link.split('/link/')[1]?.split('?')[0]);
  await me.page.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
  await me.page.waitForURL('**/nb/applications');
  await me.page.goto(link);
  expect(await me.heading()).toBe('Du er allerede logget inn');
  const somebodyElse = await visit(server);
  await somebodyElse.page.goto(link);
  expect(await somebodyElse.heading()).toBe('Lenken virker ikke lenger');
});

test('the letter that does not come is asked for again without losing the way or the words', async () => {
  const me = await visit(server, { javaScript: false });
  const asksAt = async (next: string) => {
    await me.open(`/nb/sign-in?next=${encodeURIComponent(next)}`);
    await me.page.getByLabel('E-postadresse').fill('waits@demo.example');
    await me.press('Send meg lenken');
  };
  const form = '/nb/applications/BET-7K3M-Q9TX/motivation?retur=0';
  await asksAt(form);
  expect(await me.words()).toContain('Åpne lenken i denne nettleseren');
  expect(await me.words()).not.toContain('Du kan åpne lenken på en annen telefon');
  await me.page.getByText('Har det ikke kommet noe?').click();
  await me.follow('Be om en ny lenke');
  expect(new URL(me.page.url()).searchParams.get('next')).toBe(form);
  expect(await me.words()).toContain('Det du skrev, er tatt vare på i to timer');
  await asksAt('/nb/applications');
  expect(await me.words()).toContain('Du kan åpne lenken på en annen telefon');
});

test('a link that is used up leads on to a new one to the same place', async () => {
  const there = '/nb/apply/bet-recovery/2027-2028';
  const me = await visit(server, { javaScript: false });
  await me.open(`/nb/sign-in?next=${encodeURIComponent(there)}`);
  await me.page.getByLabel('E-postadresse').fill('used-up@demo.example');
  await me.press('Send meg lenken');
  const letter = await me.mailbox.waitForLetter({ to: 'used-up@demo.example' });
  const link = letter.links.find((each) => each.includes('/sign-in/link/')) ?? '';
  const first = await visit(server);
  await first.page.goto(link);
  await first.page.getByRole('main').getByRole('button', { name: 'Logg inn' }).click();
  await first.page.waitForURL((url) => !url.pathname.includes('/sign-in'));
  await me.page.goto(link);
  await me.follow('Be om en ny lenke');
  expect(new URL(me.page.url()).searchParams.get('next')).toBe(there);
});

test('a wrong address is refused at the field, with what was typed kept', async () => {
  const me = await visit(server, { javaScript: false });
  await me.open('/nn/sign-in');
  await me.page.getByLabel('E-postadresse').fill('kari@');
  await me.press('Send meg lenkja');
  expect(await me.page.title()).toMatch(/^Feil: Logg inn/);
  expect(await me.page.getByLabel('E-postadresse').inputValue()).toBe('kari@');
  expect(await me.page.getByLabel('E-postadresse').getAttribute('aria-invalid')).toBe('true');
  const summary = me.page.getByRole('alert');
  expect(await summary.innerText()).toContain('Skriv ei e-postadresse');
  await summary.getByRole('link').click();
  await expect.poll(() => me.page.evaluate(() => document.activeElement?.id)).toBe('email');
});

test('the front door speaks the reader’s language, and keeps the address', async () => {
  const me = await visit(server, { locale: 'nn-NO' });
  await me.open('/sign-in');
  expect(new URL(me.page.url()).pathname).toBe('/nn/sign-in');
});

test('addresses that make no sense are answered plainly', async () => {
  for (const [path, status] of [
    ['/nb/nothing-here', 404],
    ['/nb/%00', 404],
    ['/xx/programmes', 404],
    ['/api/nb/nothing', 404],
    ['/api/nb/sign-in', 405],
    ['/dev/mailbox/..%2F..%2Fetc%2Fpasswd', 404],
  ] as const) {
    expect([path, (await fetch(`${server.url}${path}`)).status]).toEqual([path, status]);
  }
});

test('an address that cannot be decoded is answered with words, on pages and routes alike', async () => {
  for (const path of [
    '/%E0%A4%A',
    '/nb/offers/%c3%28',
    '/nn/programmes/%ff',
    '/api/nb/offers/link/%ff',
    '/api/nb/sign-in/link/%ff?next=x',
    '/api/documents/%ff',
    '/dev/mailbox/%ff',
  ]) {
    const answer = await fetch(`${server.url}${path}`);
    expect([path, answer.status]).toEqual([path, 400]);
    expect(await answer.text()).toContain('<h1>Adress');
  }
  const posted = await fetch(`${server.url}/api/nb/applications/%ff/motivation`, {
    method: 'POST',
    headers: { origin: server.url },
    body: new URLSearchParams({ motivation: 'x' }),
  });
  expect(posted.status).toBe(400);
  expect((await fetch(`${server.url}/nb`, { method: 'PROPFIND' })).status).toBe(405);
});

test('the network address that limits count by is the connection’s, whatever the sender claims', async () => {
  const ask = (claimed: string) =>
    fetch(`${server.url}/api/nb/sign-in`, {
      method: 'POST',
      headers: { origin: server.url, accept: 'application/json', 'x-forwarded-for': claimed },
      body: new URLSearchParams({ email: 'not an address' }),
    });
  const statuses = new Set<number>();
  for (let at = 0; at < 320 && !statuses.has(429); at += 1) {
    statuses.add((await ask(`10.9.0.${at % 250}`)).status);
  }
  expect([...statuses]).toEqual([422, 429]);
});

test('a body of 50 MB is refused by the running server, which goes on', async () => {
  const response = await fetch(`${server.url}/api/nb/sign-in`, {
    method: 'POST',
    headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new Uint8Array(50 * 1024 * 1024),
  });
  expect(response.status).toBe(413);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test('every page carries its policy and is kept by nobody', async () => {
  for (const path of ['/nb', '/nb/sign-in', '/nn/privacy', '/nb/nothing']) {
    const { headers } = await fetch(`${server.url}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'nonce-[0-9a-f]{32}' 'strict-dynamic'/);
    expect(policy).not.toContain('unsafe');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  }
});
