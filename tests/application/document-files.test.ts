import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentForDownload } from '@/lib/application/queries/document-for-download';
import { attachDocument } from '@/lib/application/use-cases/attach-document';
import type { Person } from '@/lib/kernel/actor';
import { done, moments, openCohort, person, refusalOf } from '../admission/stage';
import { testPlatform, type TestPlatform } from '../harness/platform';
import { blackPng, fromTelephone, secrets } from '../platform/picture-bytes';
import { isStored, startsDraft, uploadedBytes } from './stage';

let platform: TestPlatform;
let kari: Person;
let reference: string;

beforeAll(async () => {
  platform = await testPlatform({ now: moments.open });
  await openCohort(platform);
  kari = await person(platform, 'Kari');
  reference = await startsDraft(platform, kari);
});

async function attach(filename: string, bytes: Buffer) {
  const file = await uploadedBytes(platform, filename, bytes);
  const result = await attachDocument(platform, kari, { reference, documents: 'other', file });
  return { file, result };
}

/** The head of an ISO box file, as HEIC is one. */
function boxes(brand: string): Buffer {
  return Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`, 'latin1'),
    Buffer.alloc(2_000),
  ]);
}

/** A ZIP of files that are not packed, as far as its first bytes go. */
function zipOf(...entries: readonly (readonly [name: string, content: string])[]): Buffer {
  return Buffer.concat(
    entries.map(([name, content]) => {
      const head = Buffer.alloc(30);
      head.write('PK\u0003\u0004', 'latin1');
      head.writeUInt32LE(content.length, 18);
      head.writeUInt32LE(content.length, 22);
      head.writeUInt16LE(name.length, 26);
      return Buffer.concat([head, Buffer.from(name + content)]);
    }),
  );
}

const word = zipOf(
  [
    '[Content_Types].xml',
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ],
  ['word/document.xml', 'x'.repeat(9_000)],
);

describe('a file that cannot be a document', () => {
  it.each([
    ['nothing', 'tom.pdf', () => Buffer.alloc(0), 'file-empty'],
    ['one byte', 'attest.pdf', () => Buffer.from('%'), 'file-broken'],
    ['a PDF cut off', 'attest.pdf', () => Buffer.from('%PDF-1.7\n1 0 obj <<'), 'file-broken'],
    ['a program renamed', 'cv.pdf', () => Buffer.from('MZ\u0090\u0000'), 'file-kind-not-taken'],
    ['a picture of an iPhone', 'IMG_1.HEIC', () => boxes('heic'), 'file-heic'],
    ['the same renamed', 'IMG_1.jpg', () => boxes('heix'), 'file-heic'],
    ['a Word document', 'cv.docx', () => word, 'file-word'],
    ['the same renamed', 'cv.pdf', () => word, 'file-word'],
    ['a folder', 'alt.zip', () => zipOf(['a.txt', 'a']), 'file-kind-not-taken'],
    ['a moving picture', 'a.png', () => Buffer.from('GIF89a\u0001'), 'file-kind-not-taken'],
    [
      'a picture with nothing behind its first bytes',
      'bilde.jpg',
      () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1]),
      'file-picture-broken',
    ],
    [
      'a picture of 40 000 × 40 000 points',
      'stor.png',
      () => blackPng(40_000, 40_000),
      'file-picture-too-many-pixels',
    ],
    [
      'a PDF that unpacks to a third of a gigabyte',
      'bombe.pdf',
      () =>
        Buffer.concat([
          Buffer.from('%PDF-1.7\n1 0 obj << /Filter /FlateDecode >> stream\n'),
          deflateSync(Buffer.alloc(300 * 1024 * 1024)),
          Buffer.from('\nendstream endobj\n%%EOF'),
        ]),
      'file-unpacks-too-large',
    ],
  ] as const)('is %s (%s)', async (_what, filename, bytes, kind) => {
    const { file, result } = await attach(filename, bytes());
    expect(refusalOf(result)?.kind).toBe(kind);
    expect(await isStored(platform, file.key)).toBe(false);
    expect(await platform.db.supportingDocument.count()).toBe(0);
  });

  it('says how large a picture is that is too large', async () => {
    const { result } = await attach('stor.png', blackPng(20_001, 20_000));
    expect(refusalOf(result)).toEqual({
      kind: 'file-picture-too-many-pixels',
      width: 20_001,
      height: 20_000,
    });
  });
});

describe('a picture from a telephone', () => {
  it.each(['jpeg', 'png'] as const)(
    'as %s is kept without what it said of its owner',
    async (kind) => {
      const bytes = await fromTelephone(kind);
      expect(bytes.includes(secrets[0], 0, 'latin1')).toBe(true);
      const { file, result } = await attach(`IMG_20270301.${kind}`, bytes);
      const { documentId } = done(result);
      expect(await isStored(platform, file.key)).toBe(false);
      const kept = done(await documentForDownload(platform, kari, { documentId }));
      const stored = Buffer.concat((await kept.read().toArray()) as Buffer[]);
      expect(stored.length).toBe(kept.size);
      for (const secret of secrets) expect(stored.includes(secret, 0, 'latin1')).toBe(false);
      expect((await sharp(stored).metadata()).exif).toBeUndefined();
      // The same picture again is the same document.
      const again = await attach('en gang til.jpg', bytes);
      expect(done(again.result)).toEqual({ documentId, isNew: false });
      const rows = await platform.db.supportingDocument.findMany();
      const keys = new Set(rows.map((row) => row.storageKey));
      let lying = 0;
      for await (const { key } of platform.storage.listBefore(new Date(Date.now() + 60_000))) {
        expect(keys.has(key)).toBe(true);
        lying += 1;
      }
      expect(lying).toBe(rows.length);
    },
  );

  it('keeps a PDF byte for byte: it may be signed', async () => {
    const bytes = Buffer.from('%PDF-1.7\n% signed by somebody\n%%EOF\n');
    const { documentId } = done((await attach('signert.pdf', bytes)).result);
    const kept = done(await documentForDownload(platform, kari, { documentId }));
    expect(Buffer.concat((await kept.read().toArray()) as Buffer[])).toEqual(bytes);
  });
});
