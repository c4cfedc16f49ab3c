import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One hash over the names and contents of files and folders, and over whatever else counts. */
export function fingerprint(paths: readonly string[], also: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const path of paths) addPath(path);
  for (const value of also) hash.update(`\0${value}`);
  return hash.digest('hex');

  function addPath(path: string): void {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) addPath(join(path, name));
      return;
    }
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  }
}

/** Whether the stamp was left by the same fingerprint. */
export function isFresh(stampFile: string, wanted: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
}
