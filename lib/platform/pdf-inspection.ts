import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PdfLimits } from './pdf-inspection/budget';
import type { PdfToInspect, PdfVerdict } from './pdf-inspection/worker';
import { TooManyWaiting, turnsOf } from './turns';

/**
 * What streams may unpack to. A page of A3 scanned in colour at 600 points to the inch is 9 921 × 7 016 × 3
 * bytes = 209 MB raw, and the largest that anybody sends. Deflate packs 1 032 : 1 at best (zlib's own
 * figure), so that 10 MB could hide 10 GB.
 */
const usual: PdfLimits = {
  stream: 256 * 1024 * 1024,
  total: 384 * 1024 * 1024,
  // A file of 10 MB with more streams than this has no content in them.
  streams: 20_000,
};

/** Milliseconds for one file, start and end included: unpacking all that is allowed takes one to two seconds. */
const patience = 8_000;

const turns = turnsOf('pdfs', 1, 30_000);

/**
 * Looks at a PDF for what would harm those who open it: in a thread of its own, with an end to its time and
 * memory. It protects viewers from the bombs that are known, and proves nothing: a heuristic and no
 * parser. It finds streams by their keyword and takes deflate, hex, ASCII85 and runs of bytes off them, one
 * in another, by what the data looks like, counting and throwing away. What it does not follow: LZW
 * (2 730 : 1 at most, and from the nineties), pictures inside (viewers bound those themselves), streams
 * encrypted under a password, runs alone when the file hides that it has them (64 : 1).
 *
 * Passwords are not looked for: most that carry /Encrypt, diplomas of universities among them, open
 * without one and only forbid changes; telling the two apart takes the whole key derivation of the format.
 *
 * @param owner whose file it is: each person has a place of their own in the line
 * @param read gives the bytes; called when the file's turn has come
 * @throws TooManyWaiting, also when there was a turn and not enough of it
 * @throws TooManyOwn
 */
export function inspectPdf(
  owner: string,
  read: () => Promise<Buffer>,
  limits: PdfLimits = usual,
): Promise<PdfVerdict> {
  return turns.take(owner, async () => inAThread(await read(), limits));
}

/** Bytes of JavaScript; what zlib and the file take lies beside them, and is bounded by the work itself. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };

async function inAThread(file: Buffer, limits: PdfLimits): Promise<PdfVerdict> {
  const bytes = new Uint8Array(file);
  const workerData: PdfToInspect = { bytes, limits };
  // By its place in the repository, in which the server is started: it is no part of any bundle. It gets
  // neither the server's arguments nor its secrets.
  const code = join(process.cwd(), 'lib', 'platform', 'pdf-inspection', 'worker.ts');
  const worker = new Worker(/* turbopackIgnore: true */ code, {
    workerData,
    transferList: [bytes.buffer],
    resourceLimits,
    execArgv: [],
    env: {},
  });
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise<PdfVerdict>((settle, fail) => {
      worker.once('message', settle);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') settle({ kind: 'bomb' });
        else fail(error);
      });
      worker.once('exit', () => {
        fail(new Error('The inspection of a PDF ended without a verdict.'));
      });
      late = setTimeout(() => {
        fail(new TooManyWaiting());
      }, patience);
    });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
