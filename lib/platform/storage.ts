import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
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
export class FileTooLarge extends Error {}

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
}

const headLength = 4_100;

/** Documents in a folder of this machine. A file appears under its key only when it is whole. */
export function folderStorage(folder: string): DocumentStorage {
  const pathOf = (key: string) => {
    if (!/^[0-9a-f-]{36}$/.test(key)) throw new Error('Not a key of this storage.');
    return join(folder, key.slice(0, 2), key);
  };
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
  };
}
