import { PassThrough, Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { hasName } from '@/lib/kernel/error-name';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { FileTooLarge, type DocumentStorage, type StoredFile } from '../storage';
import type { Typed } from './nest-fields';

/** A file that came with a form: already streamed into storage, not yet anybody's. */
export interface ReceivedFile extends StoredFile {
  /** As the sender called it: untrusted. */
  readonly filename: string;
}

export interface Received {
  readonly typed: Typed;
  /** The one file of an upload form; null when none was chosen. */
  readonly file: ReceivedFile | null;
}

export type BodyRefusal =
  | { readonly kind: 'body-too-large' }
  /** Of the form all but the file was read: what was typed is not lost with it. */
  | { readonly kind: 'file-too-large'; readonly maximum: number; readonly typed: Typed }
  | { readonly kind: 'malformed-body' }
  | { readonly kind: 'unsupported-media-type' };

/** A form without a file is text that somebody typed: this is more than anybody types, in bytes. */
const largestForm = 256 * 1024;
const mostFields = 500;
/** How many times the largest file a body may have for its fields to be looked for beside it. */
const passedOver = 8;

class TooLarge extends Error {}

async function readAll(body: ReadableStream | null, maximum: number): Promise<Buffer> {
  if (body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maximum) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function typedFrom(pairs: Iterable<readonly [string, string]>): Typed | null {
  const typed: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  let count = 0;
  for (const [name, value] of pairs) {
    count += 1;
    if (count > mostFields) return null;
    (typed[name] ??= []).push(value);
  }
  return Object.fromEntries(Object.entries(typed));
}

async function readUrlEncoded(request: Request): Promise<Result<Received, BodyRefusal>> {
  const body = await readAll(request.body as ReadableStream | null, largestForm);
  const typed = typedFrom(new URLSearchParams(body.toString('utf8')));
  return typed === null ? refuse({ kind: 'body-too-large' }) : ok({ typed, file: null });
}

type Shelf = Pick<DocumentStorage, 'put' | 'remove'>;

/** Takes a file in, bounded, and keeps nothing of it: of whoever is not let in, only what was typed is read. */
const nowhere: Shelf = {
  async put(source, maximum) {
    let size = 0;
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maximum) throw new FileTooLarge();
    }
    return { key: '', size, sha256: '', head: Buffer.alloc(0) };
  },
  remove: () => Promise.resolve(),
};

/**
 * Streams a multipart form: fields into memory, bounded; the one file into storage, bounded. Whatever
 * goes wrong, nothing stays in storage.
 */
async function readMultipart(
  request: Request,
  contentType: string,
  storage: Shelf,
  largestFile: number,
  isTooLarge: boolean,
): Promise<Result<Received, BodyRefusal>> {
  if (request.body === null) return refuse({ kind: 'malformed-body' });
  const source = Readable.fromWeb(request.body as ReadableStream);
  const pairs: [string, string][] = [];
  const incoming: {
    file: PassThrough | null;
    storing: Promise<ReceivedFile> | null;
    tooLarge: boolean;
  } = { file: null, storing: null, tooLarge: false };
  const parser = new Busboy({
    headers: { 'content-type': contentType },
    limits: { fields: 100, fieldSize: largestForm / 4, fieldNameSize: 100, files: 1, parts: 110 },
  });
  parser.on('field', (name, value, nameTruncated, valueTruncated) => {
    if (nameTruncated || valueTruncated) incoming.tooLarge = true;
    else pairs.push([name, value]);
  });
  const overflow = () => {
    incoming.tooLarge = true;
  };
  parser.on('fieldsLimit', overflow);
  parser.on('partsLimit', overflow);
  parser.on('file', (_field, stream, filename) => {
    // A body that ends in the middle of a file is an error of the parser, which is enough; but it is
    // one of this stream too, and one that nobody listens to ends the process.
    stream.on('error', () => undefined);
    // A browser sends an empty part without a name when no file was chosen.
    if (!filename) {
      stream.resume();
      return;
    }
    const file = new PassThrough();
    file.on('error', () => undefined);
    incoming.file = file;
    incoming.storing = storage.put(stream.pipe(file), largestFile).then(
      (stored) => ({ ...stored, filename: unescaped(filename) }),
      (error: unknown) => {
        stream.unpipe(file);
        stream.resume();
        throw error;
      },
    );
    incoming.storing.catch(() => undefined);
  });
  const parsed = new Promise<void>((resolve, reject) => {
    parser.on('finish', resolve);
    parser.on('error', reject);
    source.on('error', reject);
    source.on('close', () => {
      if (!source.readableEnded) reject(new Error('The upload was cut off.'));
    });
  });
  source.pipe(parser);
  const tooLarge = (): Result<Received, BodyRefusal> => {
    const typed = (incoming.tooLarge ? null : typedFrom(pairs)) ?? {};
    return refuse({ kind: 'file-too-large', maximum: largestFile, typed });
  };
  const discard = async () => {
    const file = await incoming.storing?.catch(() => null);
    if (file) await storage.remove(file.key);
  };
  try {
    await parsed;
    const file = await incoming.storing;
    if (isTooLarge) {
      await discard();
      return tooLarge();
    }
    const typed = incoming.tooLarge ? null : typedFrom(pairs);
    if (typed !== null) return ok({ typed, file: storage === nowhere ? null : file });
    await discard();
    return refuse({ kind: 'body-too-large' });
  } catch (error) {
    source.unpipe(parser);
    source.resume();
    parser.destroy();
    // The rest of a file that was cut off never comes: storage must not wait for it.
    incoming.file?.destroy(new Error('The upload was cut off.'));
    await discard();
    if (hasName(error, 'FileTooLarge')) return tooLarge();
    if (isStorageFault(error)) throw error;
    return refuse({ kind: 'malformed-body' });
  }
}

/** Browsers write a quote and a line break in a file's name as %22, %0D and %0A, and nothing else so. */
function unescaped(filename: string): string {
  return filename.replaceAll('%22', '"').replace(/%0D|%0A/gi, ' ');
}

/** A full disk or a missing folder is an outage, not the sender's mistake. */
function isStorageFault(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^E(NOSPC|ACCES|IO|ROFS|MFILE|NOENT|DQUOT)$/.test(code);
}

/**
 * Reads what was posted, never more than allowed: `application/x-www-form-urlencoded`, or
 * `multipart/form-data` (with at most one file, streamed, where the form takes one of at most
 * `largestFile` bytes; elsewhere without).
 *
 * @param storage where the file goes; null when it will not be wanted, and is passed over
 */
export async function readBody(
  request: Request,
  storage: DocumentStorage | null,
  largestFile: number | null,
): Promise<Result<Received, BodyRefusal>> {
  const contentType = request.headers.get('content-type') ?? '';
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const multipart = mediaType === 'multipart/form-data';
  const largest = multipart && largestFile !== null ? largestFile + largestForm : largestForm;
  const length = Number(request.headers.get('content-length') ?? 0);
  const isTooLarge = length > largest;
  if (isTooLarge && (!multipart || largestFile === null)) return refuse({ kind: 'body-too-large' });
  if (isTooLarge && largestFile !== null && length > passedOver * largestFile) {
    return refuse({ kind: 'file-too-large', maximum: largestFile, typed: {} });
  }
  try {
    if (mediaType === 'application/x-www-form-urlencoded') return await readUrlEncoded(request);
    if (multipart) {
      if (!/boundary=/i.test(contentType)) return refuse({ kind: 'malformed-body' });
      const shelf = isTooLarge ? nowhere : (storage ?? nowhere);
      return await readMultipart(request, contentType, shelf, largestFile ?? 0, isTooLarge);
    }
  } catch (error) {
    if (error instanceof TooLarge) return refuse({ kind: 'body-too-large' });
    if (isStorageFault(error)) throw error;
    return refuse({ kind: 'malformed-body' });
  }
  return refuse({ kind: 'unsupported-media-type' });
}
