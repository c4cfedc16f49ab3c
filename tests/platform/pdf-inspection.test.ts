import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { inspectPdf } from '@/lib/platform/pdf-inspection';
import { demoPdf } from '@/prisma/demo/document';

const megabyte = 1024 * 1024;
/** A sixteenth of what is allowed really, so that the bombs are made sooner. */
const tight = { stream: 16 * megabyte, total: 64 * megabyte, streams: 1_000 };
const inspect = async (bytes: Buffer, limits?: typeof tight) =>
  (await inspectPdf('somebody', () => Promise.resolve(bytes), limits)).kind;

/** A PDF with one stream, which is written as its dictionary says. */
function withStream(filter: string, data: Buffer, lineEnd = '\n'): Buffer {
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Filter ${filter} /Length ${data.length} >>\nstream${lineEnd}`,
    ),
    data,
    Buffer.from('\nendstream\nendobj\ntrailer << /Size 2 >>\nstartxref\n9\n%%EOF\n'),
  ]);
}

const zeros = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * megabyte), { level: 9 });

function ascii85(data: Buffer): Buffer {
  let text = '';
  for (let at = 0; at < data.length; at += 4) {
    let value = Buffer.concat([data.subarray(at, at + 4), Buffer.alloc(4)]).readUInt32BE(0);
    let digits = '';
    for (let digit = 0; digit < 5; digit += 1) {
      digits = String.fromCharCode(0x21 + (value % 85)) + digits;
      value = Math.floor(value / 85);
    }
    text += digits;
  }
  return Buffer.from(`${text}~>`);
}

describe('a PDF that is sound', () => {
  it('is one of a real writer, with text and with pictures', async () => {
    expect(await inspect(await demoPdf('Attest', 'Kari Eksempel'))).toBe('sound');
    const pdf = new PDFDocument({ size: 'A4' });
    const done = new Promise<Buffer>((resolve) => {
      const chunks: Buffer[] = [];
      pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
      pdf.on('end', () => {
        resolve(Buffer.concat(chunks));
      });
    });
    for (let page = 0; page < 30; page += 1) pdf.addPage().text('Vitnemål. '.repeat(500));
    pdf.end();
    expect(await inspect(await done)).toBe('sound');
  });

  it('is one with a scan of A3 in colour at 600 points to the inch', async () => {
    expect(await inspect(withStream('/FlateDecode', zeros(200)))).toBe('sound');
  });

  it.each([
    ['hex that reads as hex, and so on', '/AHx', Buffer.alloc(megabyte, '4 ')],
    ['ASCII85 that reads as text', '/A85', Buffer.alloc(megabyte, '8?')],
    ['a grey picture as it is', '/None', Buffer.alloc(megabyte, 0xc0)],
    ['instructions as text', '/None', Buffer.alloc(megabyte, 'BT /F1 12 Tf (Kari) Tj ET\n')],
    ['nothing but white space', '/None', Buffer.alloc(megabyte, ' ')],
  ])('is one with %s', async (_what, filter, data) => {
    expect(await inspect(withStream(filter, data), tight)).toBe('sound');
  });

  it('is one with something after its end, as some writers leave it', async () => {
    const pdf = await demoPdf('Attest', 'Kari Eksempel');
    expect(await inspect(Buffer.concat([pdf, Buffer.alloc(2_000)]))).toBe('sound');
  });

  it('is one whose streams are damaged: viewers pass over those too', async () => {
    const damaged = zeros(1);
    damaged.fill(0xff, 400);
    expect(await inspect(withStream('/FlateDecode', damaged))).toBe('sound');
    expect(await inspect(withStream('/FlateDecode', Buffer.from([0x78, 0x9c])))).toBe('sound');
  });
});

describe('a bomb', () => {
  const bomb = zeros(20);
  it.each([
    ['one stream', '/FlateDecode', bomb],
    ['its name written otherwise', '/Fl#61teDecode', bomb],
    ['one packed in another', '[/FlateDecode /FlateDecode]', deflateSync(bomb)],
    ['three deep', '[/Fl /Fl /Fl]', deflateSync(deflateSync(bomb))],
    ['written as hex', '[/ASCIIHexDecode /FlateDecode]', Buffer.from(`${bomb.toString('hex')}>`)],
    ['written as ASCII85', '[/A#385 /Fl]', ascii85(bomb)],
  ])('is seen: %s', async (_how, filter, data) => {
    expect(data.length).toBeLessThan(megabyte);
    expect(await inspect(withStream(filter, data), tight)).toBe('bomb');
    expect(await inspect(withStream(filter, data, '\r\n'), tight)).toBe('bomb');
  });

  const hex = (data: Buffer) => Buffer.from(`${data.toString('hex')}>`);
  /** As lengths and bytes, none of them repeated: a way of writing that hides what is written. */
  const asRuns = (data: Buffer) =>
    Buffer.concat([
      ...Array.from({ length: Math.ceil(data.length / 128) }, (_, at) => {
        const part = data.subarray(at * 128, at * 128 + 128);
        return Buffer.concat([Buffer.from([part.length - 1]), part]);
      }),
      Buffer.from([128]),
    ]);
  const twice = deflateSync(bomb);

  it.each([
    ['hex in the middle', '[/Fl /AHx /Fl]', deflateSync(hex(bomb))],
    ['hex in hex', '[/AHx /AHx /Fl]', hex(hex(twice))],
    ['a filter that stands elsewhere', '9 0 R', hex(bomb)],
    ['ASCII85 of a filter that stands elsewhere', '9 0 R', ascii85(bomb)],
    ['something between the filter and the data', '/AHx /Fl] /Note(obj)', hex(bomb)],
    ['a filter far away', `[/AHx /Fl] /Note (${'far '.repeat(1_000)})`, hex(bomb)],
    ['hex in hex in hex in hex', '[/AHx /AHx /AHx /AHx /Fl]', hex(hex(hex(hex(twice))))],
    ['runs of bytes', '[/RunLengthDecode /FlateDecode]', asRuns(bomb)],
    ['runs of bytes inside', '[/Fl /RL /Fl]', deflateSync(asRuns(bomb))],
    ['runs in runs', '[/RL/RunLength#44ecode]', Buffer.alloc(100, 0x81)],
    [
      'hex after much white space',
      '[/AHx /Fl]',
      Buffer.concat([Buffer.alloc(9_000, ' '), hex(bomb)]),
    ],
    [
      'hex with white space within',
      '[/AHx /Fl]',
      Buffer.from(bomb.toString('hex').replace(/../g, '$& \n')),
    ],
  ])('is seen whatever its dictionary says: %s', async (_how, filter, data) => {
    expect(await inspect(withStream(filter, data), tight)).toBe('bomb');
    expect(await inspect(withStream(filter, data, ' \r\n'), tight)).toBe('bomb');
    expect(await inspect(withStream(filter, data, ' %\n'), tight)).toBe('bomb');
  });

  it('is seen in runs alone, when the file says that it has them', async () => {
    const runs = Buffer.alloc(megabyte, Buffer.from([0x81, 0x00]));
    expect(await inspect(withStream('/RunLengthDecode', runs), tight)).toBe('bomb');
    // A grey picture as it is has the same bytes.
    expect(await inspect(withStream('/None', Buffer.alloc(megabyte, 0x81)), tight)).toBe('sound');
    expect(await inspect(withStream('/Fl', deflateSync(Buffer.alloc(megabyte, 0x81))), tight)).toBe(
      'sound',
    );
  });

  it('is seen in many streams that are each allowed', async () => {
    const five = Array.from({ length: 5 }, () => withStream('/FlateDecode', zeros(15)));
    expect(await inspect(Buffer.concat(five.slice(1)), tight)).toBe('sound');
    expect(await inspect(Buffer.concat(five), tight)).toBe('bomb');
  });

  it('is seen when it is packed deeper than anybody writes', async () => {
    let data: Buffer = Buffer.from('nothing much');
    for (let layer = 0; layer < 6; layer += 1) data = deflateSync(data);
    expect(await inspect(withStream('/FlateDecode', data))).toBe('bomb');
  });

  it('of 300 MB is seen by the limits that are used, in little memory', async () => {
    const large = withStream('/FlateDecode', zeros(300));
    const before = process.memoryUsage().rss;
    expect(await inspect(large)).toBe('bomb');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * megabyte);
  });

  it.each([
    ['streams without end', Buffer.from('stream\nx')],
    ['streams that begin as something packed', Buffer.from('stream\n\x78\x9c', 'latin1')],
    ['streams that say they are text', Buffer.from('/A85 stream\nzzzz')],
  ])('%s, all over ten megabytes, are looked at within bounds', async (_what, pattern) => {
    const began = performance.now();
    const bytes = Buffer.concat([
      Buffer.from('%PDF-1.4\n'),
      Buffer.alloc(10 * megabyte, pattern),
      Buffer.from('%%EOF'),
    ]);
    await inspect(bytes, tight);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

it('what takes long to look at holds nobody else up', async () => {
  const parts = [
    Buffer.from('%PDF-1.4\n1 0 obj << /Filter /AHx >> stream\n'),
    Buffer.alloc(5 * megabyte, '4 '),
    Buffer.from('\nendstream '),
    Buffer.alloc(2 * megabyte, '#41'),
    Buffer.alloc(2 * megabyte, 'endstream '),
    Buffer.from('%%EOF'),
  ];
  let longest = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  try {
    await inspect(Buffer.concat(parts));
  } finally {
    clearInterval(ticking);
  }
  // Done in this thread it was three seconds; what is left is another program's turn on the machine.
  expect(longest).toBeLessThan(1_000);
});

describe('a PDF that is not whole', () => {
  it('is one that was cut off', async () => {
    const pdf = await demoPdf('Attest', 'Kari Eksempel');
    for (const part of [0.1, 0.5, 0.98]) {
      const cut = pdf.subarray(0, Math.floor(pdf.length * part));
      expect([part, await inspect(cut)]).toEqual([part, 'broken']);
    }
  });

  it.each(['', '%', '%PDF-', 'nothing at all', '%%EOF'])('is %j', async (text) => {
    expect(await inspect(Buffer.from(text))).toBe('broken');
  });
});
