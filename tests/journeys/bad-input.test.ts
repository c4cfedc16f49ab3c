import { beforeAll, describe, expect, test } from 'vitest';
import type { CohortId } from '@/lib/kernel/ids';
import { demoPdf } from '@/prisma/demo/document';
import { applies } from '../admission/stage';
import { startServer, type TestServer } from '../harness/server';
import { nurseApplies, startsFromProgramme, type Nurse } from './applying';
import { shiftTo } from '../harness/shift-to';
import { before, days, hasOpenCohort, hasStaff } from './stage';
import { plain, visit, type Visit } from './visit';

let server: TestServer;
/** An application that is somebody else's, to everybody in this file. */
let others: string;
let cohortId: CohortId;

beforeAll(async () => {
  server = await startServer({ clockShiftDays: shiftTo(days.open) });
  cohortId = await hasOpenCohort(server);
  ({ reference: others } = await applies(before(server), cohortId, 'Annen Søker'));
  await hasStaff(server, 'reader', 'leser@demo.example', 'Demo Leser');
});

interface Sent {
  readonly status: number;
  readonly text: string;
  readonly to: string | null;
}

/** Sends what no form of ours makes, with the session of a browser; null stands for nobody's. */
async function send(
  me: Visit | null,
  path: string,
  {
    method = 'POST',
    origin = server.url,
    type = 'application/x-www-form-urlencoded',
    body = '',
  }: {
    method?: string;
    origin?: string | null;
    type?: string;
    body?: string | Buffer<ArrayBuffer>;
  } = {},
): Promise<Sent> {
  const cookies = me === null ? [] : await me.page.context().cookies();
  const response = await fetch(`${server.url}${path}`, {
    method,
    // A page that does not exist is one redirect from the page that says so.
    redirect: method === 'GET' ? 'follow' : 'manual',
    headers: {
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      ...(origin === null ? {} : { origin }),
      ...(method === 'GET' ? {} : { 'content-type': type }),
    },
    ...(method === 'GET' ? {} : { body }),
  });
  return {
    status: response.status,
    text: await response.text(),
    to: response.headers.get('location'),
  };
}

async function signedIn(email: string): Promise<Visit> {
  const me = await visit(server, { javaScript: false });
  await me.open('/nb/applications');
  await me.signIn(email);
  return me;
}

describe('somebody signed in who asks for what is not theirs', () => {
  let me: Visit;

  beforeAll(async () => {
    me = await signedIn('nysgjerrig@demo.example');
  });

  test('is told on every page and by every form that it does not exist, in their language', async () => {
    const pages = [
      '',
      '/about-you',
      '/category',
      '/workplace',
      '/documents',
      '/summary',
      '/receipt',
    ];
    for (const page of [...pages, '/withdraw']) {
      const path = `/nn/applications/${others}${page}`;
      expect([path, (await send(me, path, { method: 'GET' })).status]).toEqual([path, 404]);
    }
    for (const path of [
      `/nn/offers/${others}`,
      `/nn/offers/${others}/enrolled`,
      '/nn/applications/%00',
      "/nn/applications/'%20or%201=1",
      `/nn/applications/${'A'.repeat(4_000)}`,
      '/nn/programmes/nothing',
      '/nn/programmes/bet-recovery/1999-2000',
      '/nn/programmes/bet-recovery/1999-2000/calendar.ics',
      '/nn/apply/bet-recovery/1999-2000',
      '/nn/staff',
      `/nn/staff/cohorts/${cohortId}`,
      '/nn/staff/cohorts/not-an-id/ranking',
      `/nn/staff/applications/${others}`,
      '/api/documents/00000000-0000-7000-8000-000000000000',
      '/api/documents/nothing',
    ]) {
      expect([path, (await send(me, path, { method: 'GET' })).status]).toEqual([path, 404]);
    }
    const lost = await send(me, `/nn/applications/${others}`, { method: 'GET' });
    expect(lost.text).toContain('lang="nn');
  });

  test('cannot write to it either, and nothing of it changes', async () => {
    const was = await server.platform.db.application.findUniqueOrThrow({
      where: { reference: others },
    });
    const filled = 'name=Tyv&phone=90000000&preferredLanguage=nb&_intent=continue';
    for (const [path, body] of [
      ['about-you', filled],
      ['motivation', 'motivation=Nei&_intent=continue'],
      ['submit', ''],
      ['withdraw', 'confirmed=yes'],
      ['documents/00000000-0000-7000-8000-000000000000/remove', ''],
    ] as const) {
      const sent = await send(me, `/api/nn/applications/${others}/${path}`, { body });
      expect([path, sent.status]).toEqual([path, 404]);
      expect(sent.text).toContain('Vi finn ikkje det du leitar etter');
    }
    expect(
      await server.platform.db.application.findUniqueOrThrow({ where: { reference: others } }),
    ).toEqual(was);
  });

  test('cannot start at an unknown cohort, nor answer an offer that is not there', async () => {
    for (const path of [
      '/api/nb/applications/start/bet-recovery/1999-2000',
      '/api/nb/applications/start/bet-recovery/%00',
      '/api/nb/applications/start/nothing/2027-2028',
      `/api/nb/offers/${others}/decline`,
    ]) {
      expect([path, (await send(me, path)).status]).toEqual([path, 404]);
    }
  });

  test('is no staff, whatever is posted', async () => {
    for (const path of [
      `applications/${others}/conclude`,
      `applications/${others}/verify-anchoring`,
      `cohorts/${cohortId}/lock`,
      `cohorts/${cohortId}/release`,
      'cohorts/not-an-id/lock',
    ]) {
      const body =
        'outcome=qualified&reason=Fordi+jeg+vil&confirm=yes&fingerprint=x&readRevision=1';
      const { status } = await send(me, `/api/nb/staff/${path}`, { body });
      expect([path, [303, 403, 404].includes(status)]).toEqual([path, true]);
    }
    expect(await server.platform.db.conclusion.count()).toBe(0);
  });
});

test('a reader among the staff reads, and may not decide', async () => {
  const reader = await visit(server, { javaScript: false });
  await reader.open('/nb/staff');
  await reader.signIn('leser@demo.example');
  await reader.open(`/nb/staff/applications/${others}`);
  expect(await reader.heading()).toContain('Annen Søker');
  expect(await reader.page.getByRole('button', { name: 'Lagre konklusjonen' }).count()).toBe(0);
  const body = 'outcome=qualified&reason=Fordi+jeg+vil+det+slik&readRevision=1';
  const sent = await send(reader, `/api/nb/staff/applications/${others}/conclude`, { body });
  expect(sent.status).toBe(403);
  expect(sent.text).toContain('Du har ikke tilgang til dette');
});

describe('what no form of ours sends', () => {
  const path = '/api/en/applications/start/bet-recovery/2027-2028';

  test.each([
    ['from a foreign page', { origin: 'https://evil.example' }],
    ['from a page without an address', { origin: 'null' }],
    ['without an origin', { origin: null }],
  ])('is refused %s, in the language of the address', async (_how, how) => {
    const sent = await send(null, path, how);
    expect(sent.status).toBe(403);
    expect(sent.text).toContain('The form did not come from our pages');
  });

  test('is refused when its parts cannot be told apart', async () => {
    const me = await signedIn('rot@demo.example');
    const reference = await startsFromProgrammeSignedIn(me);
    const upload = `/api/en/applications/${reference}/documents`;
    for (const [type, body] of [
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=x', ''],
      ['multipart/form-data; boundary=x', '--x\r\nnothing'],
      [
        'multipart/form-data; boundary=x',
        '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7',
      ],
    ] as const) {
      const { status, text } = await send(me, upload, { type, body });
      expect([type, body, status]).toEqual([type, body, 400]);
      expect(text).toContain('We could not read what was sent');
    }
    for (const type of ['application/json', 'text/plain', 'image/png', '']) {
      expect([type, (await send(me, upload, { type, body: '{}' })).status]).toEqual([type, 415]);
    }
    expect(await server.platform.db.supportingDocument.count()).toBe(0);
  });

  test('is no GET, PUT or DELETE', async () => {
    const acts = ['about-you', 'submit', 'withdraw', 'documents'].map(
      (act) => `/api/nb/applications/${others}/${act}`,
    );
    for (const act of [...acts, path, `/api/nb/offers/${others}/sign-slip`]) {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        expect([act, method, (await send(null, act, { method })).status]).toEqual([
          act,
          method,
          405,
        ]);
      }
    }
  });
});

async function startsFromProgrammeSignedIn(me: Visit): Promise<string> {
  await me.open('/nb/apply/bet-recovery/2027-2028');
  await me.press('Start søknaden');
  return me.path().split('/')[3] ?? '';
}

test('what is sent twice is stored once, and answered the same', async () => {
  const me = await visit(server, { javaScript: false });
  const nurse: Nurse = {
    email: 'to-ganger@demo.example',
    name: 'Tove Dobbel',
    employer: 'Fjordby helseforetak',
    organisationNumber: '974760673',
    unit: 'Døgnenhet 2',
    worksWithKyr: 'Nei',
  };
  const reference = await nurseApplies(me, nurse);
  const own = `/api/nb/applications/${reference}`;
  const start = '/api/nb/applications/start/bet-recovery/2027-2028';
  for (const [path, body] of [
    [`${own}/submit`, ''],
    [`${own}/motivation`, 'motivation=Noe+nytt&_intent=continue&from=application'],
    [start, ''],
  ] as const) {
    const [first, second] = [await send(me, path, { body }), await send(me, path, { body })];
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.to).toBe(first.to);
  }
  const { db } = server.platform;
  const { id, applicantId } = await db.application.findUniqueOrThrow({ where: { reference } });
  expect(await db.application.count({ where: { applicantId } })).toBe(1);
  expect(await db.applicationRevision.count({ where: { applicationId: id } })).toBe(2);
  await me.mailbox.waitForLetter({ to: nurse.email, subject: 'Vi har fått' });
  expect(
    await db.letter.count({ where: { toAddress: nurse.email, kind: 'application-received' } }),
  ).toBe(1);
});

test('a form that is open when the deadline passes keeps every word, and says why it is too late', async () => {
  const me = await visit(server, { javaScript: false });
  const reference = await startsFromProgramme(me, 'for-sent@demo.example');
  await me.open(`/nb/applications/${reference}/motivation`);
  await me.fill('Hvorfor vil du ta utdanningen?', 'Jeg skrev til siste minutt.');
  await server.restart({ clockShiftDays: shiftTo(days.afterDeadline) });
  await me.press('Lagre og gå videre');
  expect(me.path()).toBe(`/nb/applications/${reference}/motivation`);
  expect(await me.page.title()).toMatch(/^Feil: /);
  expect(plain(await me.page.getByRole('alert').innerText())).toContain(
    'Søknadsfristen gikk ut 31. mai 2027, så vi kunne ikke ta imot dette.',
  );
  expect(await me.page.getByLabel('Hvorfor vil du ta utdanningen?').inputValue()).toBe(
    'Jeg skrev til siste minutt.',
  );
  expect((await send(me, `/api/nb/applications/${reference}/submit`)).status).toBe(303);
  const pdf = await demoPdf('For sent', 'Sen Søker');
  const body = Buffer.concat([
    Buffer.from('--x\r\nContent-Disposition: form-data; name="documents"\r\n\r\nwork\r\n'),
    Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n'),
    Buffer.from('Content-Type: application/pdf\r\n\r\n'),
    pdf,
    Buffer.from('\r\n--x--\r\n'),
  ]);
  const type = 'multipart/form-data; boundary=x';
  const upload = await send(me, `/api/nb/applications/${reference}/documents`, { type, body });
  expect(upload.to).toContain(`/nb/applications/${reference}/documents?retur=`);
  const draft = await server.platform.db.application.findUniqueOrThrow({
    where: { reference },
    include: { documents: true },
  });
  expect([draft.state, draft.documents]).toEqual(['draft', []]);
  await me.open(`/nb/applications/${reference}`);
  expect(await me.heading()).toBe('Søknaden ble ikke sendt');
});

test('nothing of all this was a fault of ours', () => {
  expect(server.output()).not.toContain('"level":50');
});
