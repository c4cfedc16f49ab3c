import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileTooLarge, folderStorage, type DocumentStorage } from '@/lib/platform/storage';

let folder: string;
let storage: DocumentStorage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opptak-storage-'));
  storage = folderStorage(folder);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** The names of all files that lie there, whole or not. */
async function lying(): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((each) => each.isFile()).map(({ name }) => name);
}

const put = (text: string) => storage.put(Readable.from([Buffer.from(text)]), 1_000);
const pathOf = (key: string) => join(folder, key.slice(0, 2), key);
const days = (count: number) => new Date(Date.now() - count * 86_400_000);

async function listed(before: Date): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.listBefore(before)) keys.push(key);
  return keys.toSorted();
}

describe('an upload', () => {
  it('that ends in the middle leaves nothing', async () => {
    const cut = Readable.from(
      (async function* () {
        yield Buffer.from('the first half');
        await Promise.resolve();
        throw new Error('The upload was cut off.');
      })(),
    );
    await expect(storage.put(cut, 1_000)).rejects.toThrow('cut off');
    const destroyed = new Readable({ read: () => undefined });
    destroyed.push(Buffer.from('the first half'));
    const storing = storage.put(destroyed, 1_000);
    setTimeout(() => destroyed.destroy(), 20);
    await expect(storing).rejects.toThrow();
    expect(await lying()).toEqual([]);
  });

  it('that is too large leaves nothing', async () => {
    await expect(storage.put(Readable.from([Buffer.alloc(1_001)]), 1_000)).rejects.toThrow(
      FileTooLarge,
    );
    expect(await lying()).toEqual([]);
  });
});

describe('what has lain there', () => {
  it('is listed from a moment on, and only what is whole', async () => {
    expect(await listed(new Date(Date.now() + 1_000))).toEqual([]);
    const [old, fresh] = [await put('old'), await put('fresh')];
    await utimes(pathOf(old.key), days(2), days(2));
    await writeFile(`${pathOf(old.key)}.part`, 'half');
    await writeFile(join(folder, 'not-ours'), 'x');
    expect(await listed(days(1))).toEqual([old.key]);
    expect(await listed(new Date(Date.now() + 60_000))).toEqual([old.key, fresh.key].toSorted());
  });

  it('loses what was begun and never became whole, when it is old', async () => {
    const { key } = await put('whole');
    const [old, fresh] = [`${key.slice(0, 2)}${randomUUID().slice(2)}`, randomUUID()];
    await put('another');
    await writeFile(`${pathOf(old)}.part`, 'half');
    await utimes(`${pathOf(old)}.part`, days(2), days(2));
    await writeFile(join(folder, key.slice(0, 2), `${fresh}.part`), 'half, and on its way');
    expect(await storage.removeUnfinished(days(1))).toBe(1);
    expect((await lying()).filter((name) => name.endsWith('.part'))).toEqual([`${fresh}.part`]);
    expect(await lying()).toContain(key);
  });
});

it.each(['', '../../etc/passwd', 'a'.repeat(36) + '/..', `${randomUUID()}.part`])(
  'there is no key %j',
  (key) => {
    expect(() => storage.read(key)).toThrow('Not a key');
  },
);
