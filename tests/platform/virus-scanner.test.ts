import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { freePort } from '@/lib/platform/embedded-postgres/free-port';
import { clamdScanner, ScannerUnavailable } from '@/lib/platform/virus-scanner';
import { eicar, installedClamd, realClamd, wireClamd, type Clamd } from '../harness/clamd';

const patience = 20_000;
const chunk = 64 * 1024;

/** A file that comes in pieces of this size. */
function inPieces(bytes: Buffer, size: number): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return Readable.from(pieces);
}

/** EICAR's string so placed that it begins some bytes before a boundary of the chunks on the wire. */
function acrossBoundary(before: number): Buffer {
  return Buffer.concat([
    Buffer.alloc(chunk - before, 0x20),
    Buffer.from(eicar, 'latin1'),
    Buffer.alloc(3 * chunk + 17, 0x20),
  ]);
}

interface Known {
  readonly name: string;
  readonly start: () => Promise<{ readonly clamd: Clamd; readonly urls: readonly string[] }>;
  readonly isHere: boolean;
}

const scanners: Known[] = [
  {
    name: 'a clamd of our own on the wire',
    isHere: true,
    start: async () => {
      const clamd = await wireClamd({ streamMaximum: 10 * 1024 * 1024 });
      return { clamd, urls: [clamd.url] };
    },
  },
  {
    name: 'the real clamd of this machine',
    isHere: installedClamd() !== null,
    start: async () => {
      const clamd = await realClamd();
      return { clamd, urls: [clamd.url, clamd.socketUrl] };
    },
  },
];

describe.each(scanners)('$name', ({ isHere, start }) => {
  let clamd: Clamd | undefined;
  let urls: readonly string[] = [];

  beforeAll(async () => {
    if (isHere) ({ clamd, urls } = await start());
  });

  afterAll(() => clamd?.stop());

  const scan = async (file: () => Readable) => {
    const verdicts = await Promise.all(urls.map((url) => clamdScanner(url).scan(file(), patience)));
    for (const verdict of verdicts) expect(verdict).toEqual(verdicts[0]);
    return verdicts[0];
  };

  it.skipIf(!isHere)('finds nothing in what is harmless, and nothing in nothing', async () => {
    expect(await scan(() => inPieces(Buffer.from('harmless'), 3))).toEqual({ kind: 'clean' });
    expect(await scan(() => inPieces(Buffer.alloc(1_000_000, 'x'), 7_919))).toEqual({
      kind: 'clean',
    });
    expect(await scan(() => Readable.from([]))).toEqual({ kind: 'clean' });
  });

  it.skipIf(!isHere)('finds the test string and gives it a name', async () => {
    expect(await scan(() => inPieces(Buffer.from(eicar, 'latin1'), 10))).toEqual({
      kind: 'infected',
      finding: expect.stringMatching(/eicar/i) as string,
    });
  });

  it.skipIf(!isHere)('finds it across the boundaries of the chunks too', async () => {
    for (const before of [1, 34, 67]) {
      const bytes = acrossBoundary(before);
      for (const size of [bytes.length, chunk, 1_000]) {
        expect((await scan(() => inPieces(bytes, size)))?.kind).toBe('infected');
      }
    }
  });

  it.skipIf(!isHere)('does not call a file clean that it would not take whole', async () => {
    const large = Buffer.concat([
      Buffer.alloc(12 * 1024 * 1024, 'x'),
      Buffer.from(eicar, 'latin1'),
    ]);
    for (const url of urls) {
      const scanned = clamdScanner(url).scan(inPieces(large, chunk), patience);
      await expect(scanned).rejects.toThrow(ScannerUnavailable);
    }
  });
});

describe('a clamd that does not do what it should', () => {
  it.each([
    ['says nothing', { answers: 'silent' }],
    ['hangs up', { answers: 'hangs-up' }],
    ['has a fault', { answers: { says: "stream: Can't allocate memory ERROR" } }],
    ['says what nobody has heard', { answers: { says: 'stream: WHATEVER' } }],
    ['answers with an empty line', { answers: { says: '' } }],
    ['answers without end', { answers: { says: 'x'.repeat(100_000) } }],
  ] as const)('is unavailable when it %s, and never says clean', async (_what, manners) => {
    const clamd = await wireClamd(manners);
    try {
      const file = inPieces(Buffer.from('harmless'), 3);
      const began = performance.now();
      await expect(clamdScanner(clamd.url).scan(file, 400)).rejects.toThrow(ScannerUnavailable);
      expect(performance.now() - began).toBeLessThan(2_000);
      expect(file.destroyed).toBe(true);
    } finally {
      await clamd.stop();
    }
  });

  test('nobody there is unavailable too, at once', async () => {
    const nowhere = [`tcp://127.0.0.1:${await freePort()}`, 'unix:///nowhere/clamd.sock'];
    for (const url of nowhere) {
      const scanned = clamdScanner(url).scan(Readable.from(['x']), patience);
      await expect(scanned).rejects.toThrow(ScannerUnavailable);
    }
  });

  test('a file that cannot be read is no fault of the scanner’s', async () => {
    const clamd = await wireClamd();
    try {
      const broken = new Readable({
        read() {
          this.destroy(new Error('the disk is gone'));
        },
      });
      const scanned = clamdScanner(clamd.url).scan(broken, patience);
      await expect(scanned).rejects.toThrow('the disk is gone');
    } finally {
      await clamd.stop();
    }
  });
});

test('a file is sent in chunks that clamd can put together again', async () => {
  const clamd = await wireClamd();
  try {
    await clamdScanner(clamd.url).scan(Readable.from([Buffer.alloc(10 * chunk + 1)]), patience);
    expect(clamd.lastChunks()).toBe(11);
  } finally {
    await clamd.stop();
  }
});
