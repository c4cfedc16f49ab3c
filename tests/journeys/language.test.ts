import { beforeAll, describe, expect, test } from 'vitest';
import { extendDeadline } from '@/lib/application/use-cases/extend-deadline';
import type { CohortId } from '@/lib/kernel/ids';
import { localDate } from '@/lib/kernel/time';
import { done, person } from '../admission/stage';
import { startServer, type TestServer } from '../harness/server';
import { startsFromProgramme } from './applying';
import { shiftTo } from '../harness/shift-to';
import { before, days, hasOpenCohort } from './stage';
import { visit } from './visit';

let server: TestServer;
let cohortId: CohortId;

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.open) });
  cohortId = await hasOpenCohort(server);
});

/** Where an address without a language leads to. */
async function leadsTo(path: string, headers: Record<string, string>): Promise<string | null> {
  const answer = await fetch(`${server.url}${path}`, { redirect: 'manual', headers });
  expect(answer.headers.get('vary')).toContain('cookie');
  const location = answer.headers.get('location');
  return location === null ? null : new URL(location, server.url).pathname;
}

describe('an address without a language leads to', () => {
  test.each([
    ['the language that was read last', 'opptak.language=nn', 'en-GB', '/nn'],
    ['what the browser asks for, when nothing is remembered', '', 'en-GB,nb;q=0.5', '/en'],
    ['what the browser asks for, when what is remembered is no language', 'xx', 'nn-NO', '/nn'],
    ['bokmål, when nothing is known', '', '', '/nb'],
  ])('%s', async (_what, cookie, language, there) => {
    const remembered = cookie === 'xx' ? 'opptak.language=xx' : cookie;
    const headers = { cookie: remembered, 'accept-language': language };
    expect(await leadsTo('/', headers)).toBe(there);
    expect(await leadsTo('/privacy', headers)).toBe(`${there}/privacy`);
  });
});

test('a page is remembered once, for a year, and only by the browser', async () => {
  const first = await fetch(`${server.url}/nn`);
  expect(first.headers.getSetCookie()).toEqual([
    'opptak.language=nn; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000',
  ]);
  const again = await fetch(`${server.url}/nn/privacy`, {
    headers: { cookie: 'opptak.language=nn' },
  });
  expect(again.headers.getSetCookie()).toEqual([]);
});

test('whoever changes to nynorsk in the middle of an application stays there, and is written to in it', async () => {
  const me = await visit(server, { locale: 'nb-NO' });
  const email = 'nynorsk@demo.example';
  const reference = await startsFromProgramme(me, email);
  expect(await me.page.locator('html').getAttribute('lang')).toBe('nb');
  await me.follow('Nynorsk');
  expect(me.path()).toBe(`/nn/applications/${reference}/about-you`);
  expect(await me.page.locator('html').getAttribute('lang')).toBe('nn');
  await me.press('Lagre og hald fram seinare');
  await me.open('/applications');
  expect(me.path()).toBe('/nn/applications');
  expect(await me.heading()).toBe('Søknaden min');

  const past = before(server);
  const officer = await person(past, 'Ola Opptak', { roles: ['officer'] });
  done(
    await extendDeadline(past, officer, {
      cohortId,
      email,
      until: localDate('2027-06-10'),
      reason: 'Har vore sjuk i to veker.',
    }),
  );
  const letter = await me.mailbox.waitForLetter({ to: email, subject: /utsett søknadsfrist/ });
  expect(letter.text).toContain('Du kan søkje på');
});
