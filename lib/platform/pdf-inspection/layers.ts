import { Overflow, type Budget } from './budget.ts';
import { headLength } from './head.ts';
import { readers, type Layer } from './layer-readers.ts';
import { unpack } from './unpack.ts';

/** Layers one in another: writers of PDF use one, seldom two. */
const deepest = 4;

/**
 * Takes layer after layer off a stream, as long as what is below looks like one. The dictionary is not
 * asked: it can be anywhere in the file, and says what the file wants to be believed.
 */
export async function explore(
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

function decodedHead(layer: 'hex' | 'ascii85' | 'runs', head: Buffer): Buffer {
  return Buffer.concat([...readers[layer]([head])]).subarray(0, headLength);
}
