import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflate, inflateSync } from 'node:zlib';
import { Overflow, type Budget } from './budget.ts';
import { headLength, headOf } from './head.ts';
import { layerReaders, readers, type Layer } from './layer-readers.ts';

const chunkSize = 64 * 1024;
/** What unpacks to less is unpacked in one go. In bytes. */
const small = 1024 * 1024;

/** Reads a stream through these layers, counts what comes out of the last, and answers how it begins. */
export async function unpack(
  data: Buffer,
  layers: readonly Layer[],
  budget: Budget,
): Promise<Buffer> {
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
