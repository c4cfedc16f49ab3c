import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflate } from 'node:zlib';
import { hasName } from '@/lib/kernel/error-name';
import { turnsOf, TooManyWaiting } from './turns';

/** What can be seen of a PDF without opening it as a viewer does. */
export type PdfVerdict =
  | { readonly kind: 'sound' }
  /** It does not begin or end as a PDF does: cut off on the way, or something else by that name. */
  | { readonly kind: 'broken' }
  /** Its streams unpack to more than any paper needs: it would take down the reader's viewer. */
  | { readonly kind: 'bomb' };

/**
 * What streams may unpack to. A page of A3 scanned in colour at 600 points to the inch is 9 921 × 7 016 × 3
 * bytes = 209 MB raw, and the largest that anybody sends; so 256 MB a stream. 1 GB in all is forty such
 * pages of A4 at 300. Deflate packs 1 032 : 1 at best (zlib's own figure), so that 10 MB could hide 10 GB.
 */
const usual: PdfLimits = {
  stream: 256 * 1024 * 1024,
  total: 1024 * 1024 * 1024,
  // A file of 10 MB with more streams than this has no content in them.
  streams: 20_000,
};

/** Bytes that may come out of one stream, and out of all of them, and how many there may be. */
interface PdfLimits {
  readonly stream: number;
  readonly total: number;
  readonly streams: number;
}

/** Filters one in another, each of which multiplies: writers of PDF use one, seldom two. */
const deepest = 4;
/** Milliseconds for all of it: unpacking 1 GB and throwing it away takes two to four seconds. */
const patience = 15_000;

/** ISO 32000-1 has the marks at the first and last byte; readers take them within these (its annex H). */
const nearStart = 1_024;
const nearEnd = 4_096;

const chunkSize = 64 * 1024;

const turns = turnsOf('pdfs', 1, 30_000);

/**
 * Looks at a PDF for what would harm those who open it. A heuristic, and no parser: it finds streams by
 * their keyword and unpacks whatever begins as zlib does, one in another, through ASCII85 and hex, counting
 * and throwing away. What it does not follow: LZW (2 730 : 1 at most, and from the nineties), pictures
 * inside (viewers bound those themselves), streams encrypted under a password.
 *
 * Passwords are not looked for: most that carry /Encrypt, diplomas of universities among them, open
 * without one and only forbid changes; telling the two apart takes the whole key derivation of the format.
 *
 * @param read gives the bytes; called when the file's turn has come
 * @throws TooManyWaiting, also when there was a turn and not enough of it
 */
export async function inspectPdf(
  read: () => Promise<Buffer>,
  limits: PdfLimits = usual,
): Promise<PdfVerdict> {
  return turns.take(async () => {
    const bytes = await read();
    const start = bytes.subarray(0, nearStart).includes('%PDF-', 0, 'latin1');
    const end = bytes.subarray(-nearEnd).includes('%%EOF', 0, 'latin1');
    if (!start || !end) return { kind: 'broken' };
    const budget: Budget = { unpacked: 0, limits, until: performance.now() + patience };
    try {
      let streams = 0;
      for (const stream of streamsOf(bytes)) {
        streams += 1;
        if (streams > limits.streams) throw new Overflow();
        await unpack(stream, budget);
      }
      return { kind: 'sound' };
    } catch (error) {
      if (error instanceof Overflow) return { kind: 'bomb' };
      throw error;
    }
  });
}

class Overflow extends Error {}

/** What one file may still cost: bytes unpacked so far, of everything and at every depth, and until when. */
interface Budget {
  unpacked: number;
  readonly limits: PdfLimits;
  readonly until: number;
}

function checkTime({ until }: Budget): void {
  if (performance.now() > until) throw new TooManyWaiting();
}

/** From where each stream's data begins, after the keyword and the end of its line. */
function* streamsOf(bytes: Buffer): Generator<Buffer> {
  const keyword = 'stream';
  let at = bytes.indexOf(keyword, 0, 'latin1');
  while (at !== -1) {
    let from = at + keyword.length;
    if (bytes[from] === 0x0d) from += 1;
    if (bytes[from] === 0x0a) from += 1;
    const isOne = from > at + keyword.length && bytes.toString('latin1', at - 3, at) !== 'end';
    let next = from;
    if (isOne) {
      const text = textFilter(bytes.subarray(Math.max(0, at - 1_000), at));
      // zlib knows its own end; text has none of its own that could be trusted.
      const end = text === null ? bytes.length : endOfStream(bytes, from);
      if (text !== null) next = end;
      const data = bytes.subarray(from, end);
      yield text === null ? data : text(data);
    }
    at = bytes.indexOf(keyword, next, 'latin1');
  }
}

function endOfStream(bytes: Buffer, from: number): number {
  const end = bytes.indexOf('endstream', from, 'latin1');
  return end === -1 ? bytes.length : end;
}

/** How the data was written as text, when the dictionary before it says so. */
function textFilter(before: Buffer): ((data: Buffer) => Buffer) | null {
  // A name may be written with any of its letters as #xx.
  const dictionary = before
    .toString('latin1')
    .replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  const own = dictionary.slice(dictionary.lastIndexOf('obj') + 1);
  if (/\/(ASCII85Decode|A85)\b/.test(own)) return fromAscii85;
  if (/\/(ASCIIHexDecode|AHx)\b/.test(own)) return fromHex;
  return null;
}

function fromHex(data: Buffer): Buffer {
  return Buffer.from(data.toString('latin1').replace(/[^0-9a-f]/gi, ''), 'hex');
}

/** ISO 32000-1, 7.4.3: five characters from "!" on are four bytes; "z" is four of nothing. */
function fromAscii85(data: Buffer): Buffer {
  const bytes = Buffer.alloc(data.length * 4);
  let length = 0;
  let value = 0;
  let digits = 0;
  for (const code of data) {
    if (code === 0x7e) break;
    if (code === 0x7a && digits === 0) {
      length += 4;
      continue;
    }
    if (code < 0x21 || code > 0x75) continue;
    value = value * 85 + (code - 0x21);
    digits += 1;
    if (digits < 5) continue;
    bytes.writeUInt32BE(value % 2 ** 32, length);
    length += 4;
    value = 0;
    digits = 0;
  }
  return bytes.subarray(0, length);
}

/** RFC 1950: deflate with a window of at most 32 kB, and a check over the first two bytes. */
function beginsAsZlib([first, second]: Uint8Array): boolean {
  if (first === undefined || second === undefined) return false;
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
}

/**
 * Unpacks a stream once, and as long as what comes out begins as something packed, from the start once
 * more, one layer deeper. Keeps nothing. @throws Overflow
 */
async function unpack(data: Buffer, budget: Budget): Promise<void> {
  let head: Uint8Array = data.subarray(0, 2);
  for (let layers = 1; beginsAsZlib(head); layers += 1) {
    if (layers > deepest) throw new Overflow();
    checkTime(budget);
    const counter = new Counter(budget);
    try {
      const inflates = Array.from({ length: layers }, () => createInflate({ chunkSize }));
      await pipeline([Readable.from([data]), ...inflates, counter]);
    } catch (error) {
      if (error instanceof Overflow || hasName(error, 'TooManyWaiting')) throw error;
      // Damaged, or it only looked packed: what came before the fault has been counted.
    }
    head = counter.head;
  }
}

/** Counts what is written to it, and keeps the first two bytes. */
class Counter extends Writable {
  head = Buffer.alloc(0);
  #size = 0;
  readonly #budget: Budget;

  constructor(budget: Budget) {
    super();
    this.#budget = budget;
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    if (this.head.length < 2) this.head = Buffer.concat([this.head, chunk]).subarray(0, 2);
    this.#size += chunk.length;
    this.#budget.unpacked += chunk.length;
    try {
      const { limits, unpacked } = this.#budget;
      if (this.#size > limits.stream || unpacked > limits.total) throw new Overflow();
      checkTime(this.#budget);
      done();
    } catch (error) {
      done(error as Error);
    }
  }
}
