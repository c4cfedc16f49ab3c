import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What has been stored: where, how large, its SHA-256, and its first bytes for the check of signature. */
export interface StoredFile {
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
  readonly head: Uint8Array;
}

/** Thrown by `put` when the stream is longer than allowed; nothing is left behind. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/**
 * Where uploaded documents lie: outside the web root, under names we make. An object store can take
 * this interface's place: keys are flat, writes are whole or nothing, reads are streams.
 */
export interface DocumentStorage {
  /** Streams a file in; at most `maximum` bytes. @throws FileTooLarge */
  put(source: Readable, maximum: number): Promise<StoredFile>;
  read(key: string): Readable;
  /** Removes a file; one that is not there is no error. */
  remove(key: string): Promise<void>;
  /** Every file that has lain here untouched since before a moment, by the machine's clock. */
  listBefore(moment: Date): AsyncIterable<{ readonly key: string }>;
  /** Removes what was begun before a moment and never became whole. Answers how many there were. */
  removeUnfinished(before: Date): Promise<number>;
}

const headLength = 4_100;

const isKey = /^[0-9a-f-]{36}$/;

/** Documents in a folder of this machine. A file appears under its key only when it is whole. */
export function folderStorage(folder: string): DocumentStorage {
  const pathOf = (key: string) => {
    if (!isKey.test(key)) throw new Error('Not a key of this storage.');
    return join(folder, key.slice(0, 2), key);
  };
  async function* namesBefore(moment: Date): AsyncGenerator<string> {
    for (const shelf of await namesIn(folder)) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
      for (const name of await namesIn(join(folder, shelf))) {
        const found = await stat(join(folder, shelf, name)).catch(() => null);
        if (found !== null && found.mtime < moment) yield name;
      }
    }
  }
  return {
    async put(source, maximum) {
      const key = randomUUID();
      const path = pathOf(key);
      const unfinished = `${path}.part`;
      await mkdir(join(folder, key.slice(0, 2)), { recursive: true, mode: 0o700 });
      const hash = createHash('sha256');
      const head: Buffer[] = [];
      let size = 0;
      let headSize = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          if (size > maximum) {
            done(new FileTooLarge());
            return;
          }
          if (headSize < headLength) {
            head.push(chunk.subarray(0, headLength - headSize));
            headSize += chunk.length;
          }
          hash.update(chunk);
          done(null, chunk);
        },
      });
      try {
        await pipeline(source, measure, createWriteStream(unfinished, { mode: 0o600 }));
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      return { key, size, sha256: hash.digest('hex'), head: Buffer.concat(head) };
    },
    read: (key) => createReadStream(pathOf(key)),
    remove: (key) => rm(pathOf(key), { force: true }),
    async *listBefore(moment) {
      for await (const name of namesBefore(moment)) if (isKey.test(name)) yield { key: name };
    },
    async removeUnfinished(before) {
      let removed = 0;
      for await (const name of namesBefore(before)) {
        const key = name.replace(/\.part$/, '');
        if (key === name || !isKey.test(key)) continue;
        await rm(`${pathOf(key)}.part`, { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

/** What lies in a folder; nothing in one that is not there yet. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw error;
  }
}
