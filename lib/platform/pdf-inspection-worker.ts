/**
 * Runs as a thread of its own, started by pdf-inspection.ts: whatever a file makes it do, nobody else waits.
 * Node strips the types and nothing more, so it imports nothing of the house.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { createInflate, inflateSync } from 'node:zlib';

/** What can be seen of a PDF without opening it as a viewer does. */
export type PdfVerdict =
  | { readonly kind: 'sound' }
  /** It does not begin or end as a PDF does: cut off on the way, or something else by that name. */
  | { readonly kind: 'broken' }
  /** Its streams unpack to more than any paper needs: it would take down the reader's viewer. */
  | { readonly kind: 'bomb' };

/** Bytes that may come out of one stream, and out of all of them, and how many there may be. */
export interface PdfLimits {
  readonly stream: number;
  readonly total: number;
  readonly streams: number;
}

export interface PdfToInspect {
  readonly bytes: Uint8Array;
  readonly limits: PdfLimits;
}

/** ISO 32000-1 has the marks at the first and last byte; readers take them within these (its annex H). */
const nearStart = 1_024;
const nearEnd = 4_096;

/** Layers one in another: writers of PDF use one, seldom two. */
const deepest = 4;
/** As much as is looked at to see what a layer is, white space before it not counted. */
const headLength = 2_048;
const chunkSize = 64 * 1024;
/** What unpacks to less is unpacked in one go. */
const small = 1024 * 1024;

class Overflow extends Error {}

/** What has come out so far, of everything and at every depth. */
class Budget {
  #unpacked = 0;
  readonly limits: PdfLimits;

  constructor(limits: PdfLimits) {
    this.limits = limits;
  }

  add(size: number, ofStream: number): void {
    this.#unpacked += size;
    if (ofStream > this.limits.stream || this.#unpacked > this.limits.total) throw new Overflow();
  }
}

async function inspect(bytes: Buffer, limits: PdfLimits): Promise<PdfVerdict> {
  const start = bytes.subarray(0, nearStart).includes('%PDF-', 0, 'latin1');
  const end = bytes.subarray(-nearEnd).includes('%%EOF', 0, 'latin1');
  if (!start || !end) return { kind: 'broken' };
  const budget = new Budget(limits);
  const runs = namesOfRuns(bytes);
  try {
    if (runs === 'one in another') throw new Overflow();
    let streams = 0;
    for (const data of streamsOf(bytes)) {
      streams += 1;
      if (streams > limits.streams) throw new Overflow();
      if (runs === 'some') await unpack(data, ['runs'], budget);
      await explore(data, [], headOf(data), budget);
    }
    return { kind: 'sound' };
  } catch (error) {
    if (error instanceof Overflow) return { kind: 'bomb' };
    throw error;
  }
}

/**
 * From where each stream's data may begin: some readers take it from after the keyword and the white space
 * there, others from the next line. That is not the same when something stands between.
 */
function* streamsOf(bytes: Buffer): Generator<Buffer> {
  const keyword = 'stream';
  let lineEnd = -1;
  let at = bytes.indexOf(keyword, 0, 'latin1');
  for (; at !== -1; at = bytes.indexOf(keyword, at + keyword.length, 'latin1')) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const after = at + keyword.length;
    if (!isBetweenTokens(bytes[after])) continue;
    let from = after;
    while (bytes[from] === 0x20 || bytes[from] === 0x09 || bytes[from] === 0x0c) from += 1;
    from = afterLineEnd(bytes, from);
    yield bytes.subarray(from);
    // Looked for once, and not from every keyword anew: a file may have no line end at all.
    if (lineEnd < after) lineEnd = nextLineEnd(bytes, after);
    const nextLine = afterLineEnd(bytes, lineEnd);
    if (nextLine !== from && nextLine < bytes.length) yield bytes.subarray(nextLine);
  }
}

function isBetweenTokens(byte: number | undefined): boolean {
  return byte !== undefined && '\0\t\n\f\r ()<>[]{}/%'.includes(String.fromCharCode(byte));
}

function nextLineEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
  return at;
}

function afterLineEnd(bytes: Buffer, at: number): number {
  const next = bytes[at] === 0x0d ? at + 1 : at;
  return bytes[next] === 0x0a ? next + 1 : next;
}

/** How often a file says in plain that it writes runs of a byte as their length. */
function namesOfRuns(bytes: Buffer): 'none' | 'some' | 'one in another' {
  // A name may be written with any of its letters as #xx.
  const text = bytes
    .toString('latin1')
    .replace(/#([2-7][0-9a-f])/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  if (!/\/(?:RunLengthDecode|RL)\b/.test(text)) return 'none';
  return /\/(?:RunLengthDecode|RL)\s{0,20}\/(?:RunLengthDecode|RL)\b/.test(text)
    ? 'one in another'
    : 'some';
}

/** How a layer was written: packed by deflate, as hex, as ASCII85, or with runs as their length. */
type Layer = 'deflate' | 'hex' | 'ascii85' | 'runs';

/**
 * Takes layer after layer off a stream, as long as what is below looks like one. The dictionary is not
 * asked: it can be anywhere in the file, and says what the file wants to be believed.
 */
async function explore(
  data: Buffer,
  layers: readonly Layer[],
  head: Buffer,
  budget: Budget,
): Promise<void> {
  for (const layer of layersOf(head)) {
    if (layers.length === deepest) throw new Overflow();
    const below = [...layers, layer];
    const next = layer === 'deflate' ? await unpack(data, below, budget) : decodedHead(layer, head);
    // Runs multiply too, and are counted where they lead to a layer that is known by its first bytes.
    if (layer === 'runs') await unpack(data, below, budget);
    await explore(data, below, next, budget);
  }
}

function layersOf(head: Buffer): Layer[] {
  if (beginsAsZlib(head)) return ['deflate'];
  const written = (['hex', 'ascii85'] as const).filter(
    (layer) => looksWritten(layer, head) && isPacked(decodedHead(layer, head)),
  );
  if (written.length > 0) return written;
  return isPacked(decodedHead('runs', head)) ? ['runs'] : [];
}

/**
 * Whether something packed lies below, whatever it is written in. All that is text looks like ASCII85, the
 * instructions of an ordinary page among it: only where it leads says whether it is.
 */
function isPacked(head: Buffer, left = 8): boolean {
  if (beginsAsZlib(head)) return true;
  if (left === 0) return false;
  return (
    beginsAsZlib(decodedHead('runs', head)) ||
    (['hex', 'ascii85'] as const).some(
      (layer) => looksWritten(layer, head) && isPacked(decodedHead(layer, head), left - 1),
    )
  );
}

const digitsOf = { hex: /[0-9a-f]/gi, ascii85: /[!-uz]/g } as const;
const endOf = { hex: '>', ascii85: '~' } as const;

/** Readers pass over what does not belong, so that a few such characters are no sign of anything. */
function looksWritten(layer: 'hex' | 'ascii85', head: Buffer): boolean {
  const text = head.toString('latin1').replace(/[\s\0]+/g, '');
  const written = text.split(endOf[layer], 1)[0] ?? '';
  const digits = written.match(digitsOf[layer])?.length ?? 0;
  return digits >= 4 && digits >= written.length * 0.9;
}

/** RFC 1950: deflate with a window of at most 32 kB, and a check over the first two bytes. */
function beginsAsZlib([first, second]: Uint8Array): boolean {
  if (first === undefined || second === undefined) return false;
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
}

/** How data begins; white space is passed over only when there is nothing else. */
function headOf(data: Buffer): Buffer {
  let from = 0;
  while (from < small && isWhite(data[from])) from += 1;
  if (from < headLength) from = 0;
  return data.subarray(from, from + headLength);
}

function isWhite(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0;
}

function decodedHead(layer: 'hex' | 'ascii85' | 'runs', head: Buffer): Buffer {
  return Buffer.concat([...readers[layer]([head])]).subarray(0, headLength);
}

/** Reads a stream through these layers, counts what comes out of the last, and answers how it begins. */
async function unpack(data: Buffer, layers: readonly Layer[], budget: Budget): Promise<Buffer> {
  const head: Buffer[] = [];
  let size = 0;
  const count = (chunk: Buffer) => {
    if (size < headLength) head.push(Buffer.from(chunk.subarray(0, headLength)));
    size += chunk.length;
    budget.add(chunk.length, size);
  };
  const whole = layers.length === 1 && layers[0] === 'deflate' ? inflatedAtOnce(data) : null;
  if (whole !== null) count(whole);
  else if (layers.includes('deflate')) {
    const chunks = layers.reduce<AsyncIterable<Buffer>>(
      (below, layer) => readLayer(below, layer),
      Readable.from(slicesOf(data)),
    );
    for await (const chunk of chunks) count(chunk);
  } else {
    const chunks = layers.reduce<Iterable<Buffer>>(
      (below, layer) => readers[layer as keyof typeof readers](below),
      slicesOf(data),
    );
    for (const chunk of chunks) count(chunk);
  }
  return headOf(Buffer.concat(head));
}

/** What is small and whole, as most is; null for the rest. zlib knows its own end. */
function inflatedAtOnce(data: Buffer): Buffer | null {
  try {
    return inflateSync(data, { maxOutputLength: small });
  } catch {
    return null;
  }
}

function* slicesOf(data: Buffer): Generator<Buffer> {
  for (let at = 0; at < data.length; at += chunkSize) yield data.subarray(at, at + chunkSize);
}

async function* readLayer(source: AsyncIterable<Buffer>, layer: Layer): AsyncGenerator<Buffer> {
  if (layer === 'deflate') {
    yield* inflated(source);
    return;
  }
  const reader = layerReaders[layer]();
  for await (const chunk of source) {
    yield* reader.read(chunk);
    if (reader.isAtEnd()) return;
  }
}

async function* inflated(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflate({ chunkSize });
  const feeding = pipeline(source, inflate, { end: true }).catch(() => undefined);
  try {
    for await (const chunk of inflate) yield chunk as Buffer;
  } catch (error) {
    if (error instanceof Overflow) throw error;
    // Damaged, or it only looked packed: what came before the fault has been counted.
  } finally {
    inflate.destroy();
    await feeding;
  }
}

interface LayerReader {
  readonly read: (chunk: Buffer) => Iterable<Buffer>;
  readonly isAtEnd: () => boolean;
}

const layerReaders: Readonly<Record<'hex' | 'ascii85' | 'runs', () => LayerReader>> = {
  hex: hexReader,
  ascii85: ascii85Reader,
  runs: runsReader,
};

const readers = {
  hex: (source: Iterable<Buffer>) => readAll(hexReader(), source),
  ascii85: (source: Iterable<Buffer>) => readAll(ascii85Reader(), source),
  runs: (source: Iterable<Buffer>) => readAll(runsReader(), source),
};

function* readAll(reader: LayerReader, source: Iterable<Buffer>): Generator<Buffer> {
  for (const chunk of source) {
    yield* reader.read(chunk);
    if (reader.isAtEnd()) return;
  }
}

/** ISO 32000-1, 7.4.2. */
function hexReader(): LayerReader {
  let odd = '';
  let ended = false;
  return {
    *read(chunk) {
      const [written = '', ...rest] = chunk.toString('latin1').split('>', 2);
      ended = rest.length > 0;
      const digits = odd + written.replace(/[^0-9a-f]+/gi, '');
      const whole = digits.length - (digits.length % 2);
      odd = digits.slice(whole);
      yield Buffer.from(digits.slice(0, whole), 'hex');
    },
    isAtEnd: () => ended,
  };
}

/** ISO 32000-1, 7.4.3: five characters from "!" on are four bytes; "z" is four of nothing. */
function ascii85Reader(): LayerReader {
  let value = 0;
  let digits = 0;
  let ended = false;
  return {
    *read(chunk) {
      const bytes = Buffer.alloc(chunk.length * 4 + 4);
      let length = 0;
      for (const code of chunk) {
        if (code === 0x7e) {
          ended = true;
          // Fewer than five at the end stand for one byte less than they are.
          if (digits > 1) {
            const filled = value * 85 ** (5 - digits) + 85 ** (5 - digits) - 1;
            bytes.writeUInt32BE(filled % 2 ** 32, length);
            length += digits - 1;
          }
          break;
        }
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
      yield bytes.subarray(0, length);
    },
    isAtEnd: () => ended,
  };
}

/** ISO 32000-1, 7.4.5: a length and so many bytes as they are, or one byte up to 128 times; 128 ends. */
function runsReader(): LayerReader {
  let asTheyAre = 0;
  let times = 0;
  let ended = false;
  return {
    *read(chunk) {
      let at = 0;
      while (at < chunk.length && !ended) {
        if (asTheyAre > 0) {
          const bytes = chunk.subarray(at, at + asTheyAre);
          asTheyAre -= bytes.length;
          at += bytes.length;
          yield bytes;
          continue;
        }
        const code = chunk[at] ?? 0;
        at += 1;
        if (times > 0) {
          yield Buffer.alloc(times, code);
          times = 0;
        } else if (code === 128) ended = true;
        else if (code < 128) asTheyAre = code + 1;
        else times = 257 - code;
      }
    },
    isAtEnd: () => ended,
  };
}

const { bytes, limits } = workerData as PdfToInspect;
parentPort?.postMessage(
  await inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits),
);
