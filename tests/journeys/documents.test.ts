import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPdf } from '@/prisma/demo/document';
import { eicar, wireClamd } from '../harness/clamd';
import { startServer, type TestServer } from '../harness/server';
import { blackPng, fromTelephone, secrets } from '../platform/picture-bytes';
import { startsFromProgramme } from './applying';
import { isRefused } from './refused';
import { shiftTo } from '../harness/shift-to';
import { days, hasOpenCohort } from './stage';
import { plain, visit, type Visit } from './visit';

let server: TestServer;
let clamd: Awaited<ReturnType<typeof wireClamd>>;
let attest: Buffer;

beforeAll(async () => {
  clamd = await wireClamd();
  server = await startServer({
    clockShiftDays: shiftTo(days.open),
    env: { CLAMD_URL: clamd.url },
  });
  await hasOpenCohort(server);
  attest = await demoPdf('Attest', 'Kari Eksempel');
});

afterAll(() => clamd.stop());

/** Somebody with a draft, on the page of its documents. */
async function hasDraft(me: Visit, email: string): Promise<string> {
  const reference = await startsFromProgramme(me, email);
  await me.open(`/nb/applications/${reference}/documents`);
  expect(await me.heading()).toBe('Vedlegg');
  return reference;
}

const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.alloc(2_000),
]);

const pdf = (name: string, buffer = attest) => ({
  name,
  mimeType: 'application/pdf',
  buffer,
});

const documentsOf = (reference: string) =>
  server.platform.db.supportingDocument.findMany({
    where: { application: { reference }, removedAt: null },
    orderBy: { id: 'asc' },
  });

/** Everything that lies in the storage, whole or begun. */
function lying(): string[] {
  const folder = join(server.platform.env.DATA_DIR, 'documents');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => name)
    .toSorted();
}

describe('with JavaScript, on a telephone', () => {
  test('three files go at once, each says what it shows and how it went', async () => {
    const me = await visit(server, { width: 390, height: 844 });
    const { page } = me;
    const reference = await hasDraft(me, 'tre@demo.example');
    const upload = page.getByRole('button', { name: 'Last opp', exact: true });

    // Nothing is chosen: the field says so, and takes the focus.
    await upload.click();
    const status = page.locator('[data-upload-part="said"]');
    expect(await status.innerText()).toBe('Velg minst én fil.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('file');

    const photo = await fromTelephone('jpeg');
    await page
      .getByLabel('Fil', { exact: true })
      .setInputFiles([
        pdf('attest "fra" jobben.pdf'),
        { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: heic },
        { name: 'kursbevis.jpg', mimeType: 'image/jpeg', buffer: photo },
      ]);
    expect(plain(await status.innerText())).toBe(
      '3 filer er valgt. Velg hva hver av dem viser, og last opp.',
    );
    const rows = page.locator('[data-upload-part="rows"] li');
    expect(await rows.count()).toBe(3);

    // One is not said of what: nothing goes, and that one is asked for.
    const shows = (filename: string) =>
      page.getByRole('combobox', { name: `Hva viser filen? ${filename}` });
    await shows('attest "fra" jobben.pdf').selectOption('Arbeid');
    await shows('kursbevis.jpg').selectOption('Kurs eller videreutdanning');
    await upload.click();
    expect(await status.innerText()).toBe('Velg hva filen viser.');
    expect(await documentsOf(reference)).toEqual([]);
    await shows('IMG_0001.HEIC').selectOption('Noe annet');
    await upload.click();

    await page.locator('li[data-state="added"]').nth(1).waitFor();
    await page.locator('li[data-state="refused"]').waitFor();
    const said = (await rows.allInnerTexts()).map(plain);
    expect(said[0]).toContain('Lagt ved');
    expect(said[1]).toContain('Ikke tatt imot: Bildet er i formatet HEIC');
    expect(said[2]).toContain('Lagt ved');
    await expect
      .poll(() => status.innerText())
      .toMatch(/^Ferdig\. 2 av 3 filer er lagt ved\. IMG_0001\.HEIC ble ikke tatt imot\./);

    // The list above is as it is now, and so is what is stored.
    const attached = plain(await page.locator('#attached-list').innerText());
    expect(attached).toContain('attest fra jobben.pdf');
    expect(attached).toContain('kursbevis.jpg');
    expect(attached).toContain('2 av 20 vedlegg');
    expect(await documentsOf(reference)).toMatchObject([
      { filename: 'attest fra jobben.pdf', documents: 'work', scan: 'clean' },
      { filename: 'kursbevis.jpg', documents: 'course', scan: 'clean' },
    ]);
    await rows.nth(1).getByRole('button', { name: 'Ta bort IMG_0001.HEIC' }).click();
    expect(await rows.count()).toBe(2);

    // «Gå videre» takes along what is chosen and not yet sent.
    await page.getByLabel('Fil', { exact: true }).setInputFiles([pdf('til slutt.pdf')]);
    await shows('til slutt.pdf').selectOption('Noe annet');
    await me.press('Gå videre');
    expect(me.path()).toBe(`/nb/applications/${reference}/summary`);
    expect(await documentsOf(reference)).toHaveLength(3);
  });

  test('files that are dropped on the field go as those that are chosen, also when one is refused', async () => {
    const me = await visit(server);
    const { page } = me;
    const reference = await hasDraft(me, 'slipper@demo.example');
    const field = page.locator('[data-upload]');
    const carrying = (files: readonly { name: string; mimeType: string; buffer: Buffer }[]) =>
      page.evaluateHandle(
        (all) => {
          const dataTransfer = new DataTransfer();
          for (const { name, type, base64 } of all) {
            const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
            dataTransfer.items.add(new File([bytes], name, { type }));
          }
          return dataTransfer;
        },
        files.map(({ name, mimeType: type, buffer }) => ({
          name,
          type,
          base64: buffer.toString('base64'),
        })),
      );
    const isOver = () => field.evaluate((part) => 'over' in (part as HTMLElement).dataset);

    const dataTransfer = await carrying([
      pdf('attest.pdf'),
      pdf('tom.pdf', Buffer.alloc(0)),
      { name: 'IMG_0002.HEIC', mimeType: 'image/heic', buffer: heic },
      pdf('kursbevis.pdf', await demoPdf('Kursbevis', 'Kari Eksempel')),
    ]);
    // It shows that it takes them, and no more once they are carried away again.
    await field.dispatchEvent('dragover', { dataTransfer });
    expect(await isOver()).toBe(true);
    await field.dispatchEvent('dragleave');
    expect(await isOver()).toBe(false);
    await field.dispatchEvent('dragover', { dataTransfer });
    await field.dispatchEvent('drop', { dataTransfer });
    expect(await isOver()).toBe(false);
    expect(me.path()).toBe(`/nb/applications/${reference}/documents`);

    // What can be seen to be wrong is said at once; the others wait to be told what they show.
    const status = page.locator('[data-upload-part="said"]');
    const rows = page.locator('[data-upload-part="rows"] li');
    expect(await rows.count()).toBe(4);
    expect(plain(await status.innerText())).toMatch(
      /^3 filer er valgt\..* tom\.pdf ble ikke tatt imot\./,
    );
    expect(await documentsOf(reference)).toEqual([]);
    for (const [name, shows] of [
      ['attest.pdf', 'Arbeid'],
      ['IMG_0002.HEIC', 'Noe annet'],
      ['kursbevis.pdf', 'Kurs eller videreutdanning'],
    ] as const) {
      await page.getByRole('combobox', { name: `Hva viser filen? ${name}` }).selectOption(shows);
    }
    await page.getByRole('button', { name: 'Last opp', exact: true }).click();
    await expect
      .poll(() => status.innerText())
      .toMatch(/^Ferdig\. 2 av 3 filer er lagt ved\. IMG_0002\.HEIC ble ikke tatt imot\./);
    expect(await documentsOf(reference)).toMatchObject([
      { filename: 'attest.pdf', documents: 'work' },
      { filename: 'kursbevis.pdf', documents: 'course' },
    ]);

    // Words that are dragged across the field are no files: the browser does with them as it pleases.
    const isTaken = await field.evaluate((part) => {
      const words = new DataTransfer();
      words.setData('text/plain', 'Noen ord');
      const options = { bubbles: true, cancelable: true, dataTransfer: words };
      return ['dragover', 'drop'].some((name) => !part.dispatchEvent(new DragEvent(name, options)));
    });
    expect(isTaken).toBe(false);
    expect(await isOver()).toBe(false);
    expect(await rows.count()).toBe(4);
  });

  test('the net that falls out is said at the file, which can be sent again', async () => {
    const me = await visit(server, { width: 390, height: 844 });
    const { page } = me;
    const reference = await hasDraft(me, 'nett@demo.example');
    // The browser complains of the net itself, and rightly.
    page.removeAllListeners('console');
    await page.route('**/api/**/documents', (route) => route.abort('internetdisconnected'), {
      times: 1,
    });
    await page.getByLabel('Fil', { exact: true }).setInputFiles([pdf('attest.pdf')]);
    await page.getByRole('combobox').selectOption('Arbeid');
    await page.getByRole('button', { name: 'Last opp', exact: true }).click();
    const row = page.locator('[data-upload-part="rows"] li');
    await page.locator('li[data-state="refused"]').waitFor();
    expect(plain(await row.innerText())).toContain('Nettet falt ut.');
    await row.getByRole('button', { name: 'Prøv igjen attest.pdf' }).click();
    await page.locator('li[data-state="added"]').waitFor();
    expect(await documentsOf(reference)).toHaveLength(1);
  });
});

describe('without JavaScript', () => {
  let me: Visit;
  let reference: string;

  beforeAll(async () => {
    me = await visit(server, { javaScript: false, width: 390, height: 844 });
    reference = await hasDraft(me, 'uten@demo.example');
  });

  test('files go one at a time, and all that is missing is told at once', async () => {
    await me.press('Last opp');
    await isRefused(me, ['Velg hva vedlegget viser.', 'Velg en fil.']);
    await me.choose('Arbeid');
    await me.page.getByLabel('Fil', { exact: true }).setInputFiles(pdf('attest.pdf'));
    await me.press('Last opp');
    expect(await me.words()).toContain('Vedlegget er lagt til.');
    expect(await me.words()).toContain('attest.pdf');
    expect(await documentsOf(reference)).toHaveLength(1);
  });

  test('how to convert a picture of an iPhone stands below the field', async () => {
    await me.page.getByText('Slik gjør du om bilder i HEIC').click();
    expect(await me.words()).toContain('Mest kompatibel');
  });

  const rows: [what: string, filename: string, bytes: () => Buffer, sentence: string][] = [
    ['an empty file', 'tom.pdf', () => Buffer.alloc(0), 'Filen er tom.'],
    ['one byte', 'attest.pdf', () => Buffer.from('%'), 'Filen er ødelagt eller ikke komplett.'],
    [
      'ten megabytes and one byte',
      'stor.pdf',
      () => Buffer.concat([attest, Buffer.alloc(10 * 1024 * 1024 + 1 - attest.length)]),
      'Filen er for stor. Den kan være inntil 10 MB.',
    ],
    ['a program', 'cv.pdf', () => Buffer.from('MZ\u0090\u0000'), 'Vi kan ikke bruke denne filen.'],
    ['a picture in HEIC', 'IMG_1.jpg', () => heic, 'Bildet er i formatet HEIC'],
    [
      'a Word document',
      'cv.doc',
      () => Buffer.from('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'.padEnd(600), 'latin1'),
      'Vi tar ikke imot dokumenter fra Word',
    ],
    [
      'a bomb',
      'bombe.pdf',
      () =>
        Buffer.concat([
          Buffer.from('%PDF-1.7\n1 0 obj << /Filter /FlateDecode >> stream\n'),
          deflateSync(Buffer.alloc(300 * 1024 * 1024), { level: 1 }),
          Buffer.from('\nendstream endobj\n%%EOF'),
        ]),
      'PDF-en blir større enn et vanlig leseprogram tåler når den åpnes.',
    ],
    [
      'a picture of 40 000 × 40 000 points',
      'stor.png',
      () => blackPng(40_000, 40_000),
      'Bildet er for stort: 40 000 × 40 000 punkter.',
    ],
    [
      'a picture cut off',
      'halv.png',
      () => blackPng(2_000, 2_000).subarray(0, 300),
      'Bildet kan ikke leses.',
    ],
    [
      'the test virus',
      'virus.pdf',
      () => Buffer.from(`%PDF-1.7\n${eicar}\n%%EOF`, 'latin1'),
      'Virussjekken fant noe skadelig i filen (Eicar-Test-Signature).',
    ],
  ];

  test.each(rows)('%s is refused with its own sentence, and nothing is kept', async (...row) => {
    const [, filename, bytes, sentence] = row;
    const kept = lying();
    await me.open(`/nb/applications/${reference}/documents`);
    await me.choose('Noe annet');
    await me.page.getByLabel('Fil', { exact: true }).setInputFiles({
      name: filename,
      mimeType: 'application/octet-stream',
      buffer: bytes(),
    });
    await me.press('Last opp');
    expect(await me.page.title()).toMatch(/^Feil: /);
    expect(plain(await me.page.getByRole('alert').innerText())).toContain(sentence);
    expect(lying()).toEqual(kept);
  });

  /** What browsers and others put into the header of a part. */
  async function sendNamed(name: string): Promise<{ status: number; to: string | null }> {
    const cookies = await me.page.context().cookies();
    const body = Buffer.concat([
      Buffer.from('--x\r\nContent-Disposition: form-data; name="documents"\r\n\r\nother\r\n'),
      Buffer.from(`--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n`),
      Buffer.from('Content-Type: application/pdf\r\n\r\n'),
      // Each its own content, or they would be one document.
      Buffer.concat([attest, randomBytes(8)]),
      Buffer.from('\r\n--x--\r\n'),
    ]);
    const response = await fetch(`${server.url}/api/nb/applications/${reference}/documents`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin: server.url,
        'content-type': 'multipart/form-data; boundary=x',
        cookie: cookies.map((each) => `${each.name}=${each.value}`).join('; '),
      },
      body,
    });
    return { status: response.status, to: response.headers.get('location') };
  }

  test.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\fakepath\\cv.pdf', 'cv.pdf'],
    ['a%22b%0D%0Ac.pdf', 'ab c.pdf'],
    ['\u202efdp.exe', 'fdp.exe.pdf'],
    ['...', 'dokument.pdf'],
    ['NUL', '_NUL.pdf'],
    [`${'æ'.repeat(300)}.pdf`, `${'æ'.repeat(98)}.pdf`],
  ])('a file called %j is kept, shown and handed out as %j', async (sent, kept) => {
    const { status, to } = await sendNamed(sent);
    expect([status, to]).toEqual([303, `/nb/applications/${reference}/documents?done=added`]);
    const [document] = (await documentsOf(reference)).slice(-1);
    expect(document?.filename).toBe(kept);
    await me.open(`/nb/applications/${reference}/documents`);
    const link = me.page.getByRole('link', { name: kept, exact: true });
    const [download] = await Promise.all([me.page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe(kept);
    const { id } = document ?? { id: '' };
    const answer = await me.page.request.get(`${server.url}/api/documents/${id}`);
    expect(answer.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.%-]+$/,
      ) as string,
    });
    await me.press(new RegExp(`^Fjern ${kept.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
  });

  test('an upload cut off half-way leaves nothing, and the server goes on', async () => {
    const kept = lying();
    const count = (await documentsOf(reference)).length;
    const cookies = await me.page.context().cookies();
    const { hostname, port, host } = new URL(server.url);
    for (const isRude of [true, false]) {
      const socket = connect({ host: hostname, port: Number(port) });
      socket.on('error', () => undefined);
      const body = Buffer.concat([
        Buffer.from('--x\r\nContent-Disposition: form-data; name="documents"\r\n\r\nother\r\n'),
        Buffer.from(
          '--x\r\nContent-Disposition: form-data; name="file"; filename="halv.pdf"\r\n\r\n',
        ),
        attest,
        Buffer.alloc(200_000, 'x'),
      ]);
      socket.write(
        [
          `POST /api/nb/applications/${reference}/documents HTTP/1.1`,
          `Host: ${host}`,
          `Origin: ${server.url}`,
          `Cookie: ${cookies.map((each) => `${each.name}=${each.value}`).join('; ')}`,
          'Content-Type: multipart/form-data; boundary=x',
          `Content-Length: ${body.length * 2}`,
          '',
          '',
        ].join('\r\n'),
      );
      socket.write(body);
      // It is on its way into storage, and then the train goes into the tunnel.
      await expect.poll(() => lying().filter((name) => name.endsWith('.part')).length).toBe(1);
      if (isRude) socket.resetAndDestroy();
      else socket.end();
      await expect.poll(lying, { timeout: 10_000 }).toEqual(kept);
      socket.destroy();
    }
    expect(await documentsOf(reference)).toHaveLength(count);
    await me.open(`/nb/applications/${reference}/documents`);
    expect(await me.heading()).toBe('Vedlegg');
  });
});

test('a picture is handed out without where it was taken', async () => {
  const me = await visit(server, { javaScript: false });
  const reference = await hasDraft(me, 'bilde@demo.example');
  await me.choose('Utdanning');
  await me.page.getByLabel('Fil', { exact: true }).setInputFiles({
    name: 'vitnemål.jpg',
    mimeType: 'image/jpeg',
    buffer: await fromTelephone('jpeg'),
  });
  await me.press('Last opp');
  const [document] = await documentsOf(reference);
  const answer = await me.page.request.get(`${server.url}/api/documents/${document?.id ?? ''}`);
  expect(answer.status()).toBe(200);
  const bytes = await answer.body();
  for (const secret of secrets) expect(bytes.includes(secret, 0, 'latin1')).toBe(false);
});

test('while the scanner is away a document waits, and what is found later is told', async () => {
  const me = await visit(server, { javaScript: false });
  clamd.become({ answers: 'held' });
  const reference = await hasDraft(me, 'venter@demo.example');
  await me.choose('Utdanning');
  const virus = Buffer.from(`%PDF-1.7\n${eicar}\n%%EOF`, 'latin1');
  await me.page.getByLabel('Fil', { exact: true }).setInputFiles(pdf('vitnemål.pdf', virus));
  await me.press('Last opp');
  expect(await me.words()).toContain('Sjekkes for virus.');
  expect(await me.page.getByRole('link', { name: 'vitnemål.pdf' }).count()).toBe(0);
  const [document] = await documentsOf(reference);
  const answer = await me.page.request.get(`${server.url}/api/documents/${document?.id ?? ''}`);
  expect(answer.status()).toBe(409);
  expect(await answer.text()).toContain('Filen sjekkes for virus');

  clamd.become({});
  const letter = await me.mailbox.waitForLetter({
    to: 'venter@demo.example',
    subject: 'Vi måtte fjerne et vedlegg',
  });
  expect(letter.text).toContain('vitnemål.pdf');
  await me.open(`/nb/applications/${reference}/documents`);
  expect(await me.words()).toContain('Virussjekken fant noe skadelig i «vitnemål.pdf».');
});

test('nothing of all this was a fault of ours', () => {
  expect(server.output()).not.toContain('"level":50');
});
