/**
 * Runs as a thread of its own, started by ../pdf-inspection.ts: whatever a file makes it do, nobody else waits.
 * Node strips the types and nothing more, so it and its neighbours import nothing of the house, and each other
 * by the names of their files.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Budget, Overflow, type PdfLimits } from './budget.ts';
import { headOf } from './head.ts';
import { explore } from './layers.ts';
import { namesOfRuns, streamsOf } from './streams.ts';
import { unpack } from './unpack.ts';

/** What can be seen of a PDF without opening it as a viewer does. */
export type PdfVerdict =
  | { readonly kind: 'sound' }
  /** It does not begin or end as a PDF does: cut off on the way, or something else by that name. */
  | { readonly kind: 'broken' }
  /** Its streams unpack to more than any paper needs: it would take down the reader's viewer. */
  | { readonly kind: 'bomb' };

export interface PdfToInspect {
  readonly bytes: Uint8Array;
  readonly limits: PdfLimits;
}

/** ISO 32000-1 has the marks at the first and last byte; readers take them within these (its annex H). */
const nearStart = 1_024;
const nearEnd = 4_096;

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

const { bytes, limits } = workerData as PdfToInspect;
parentPort?.postMessage(
  await inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits),
);
