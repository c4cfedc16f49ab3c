import { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { appendEvent } from '@/lib/audit/append-event';
import type { Person } from '@/lib/kernel/actor';
import { hasName } from '@/lib/kernel/error-name';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Platform } from '@/lib/platform/context';
import { inTransaction } from '@/lib/platform/database';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { inspectPdf } from '@/lib/platform/pdf-inspection';
import { cleanPicture, type PictureKind } from '@/lib/platform/pictures';
import { documentBytesMaximum } from './rules/answers';
import { kindOf, type KindRefusal } from './rules/document-kinds';
import { safeFilename, type DocumentMediaType } from './rules/document-names';
import type { ScanState } from './rules/document-scan';
import type { StoredApplication } from './store';

export type FileRefusal =
  | KindRefusal
  | { readonly kind: 'file-empty' }
  | { readonly kind: 'file-too-large'; readonly maximum: number }
  | { readonly kind: 'file-picture-broken' }
  | {
      readonly kind: 'file-picture-too-many-pixels';
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'file-picture-too-large' }
  | { readonly kind: 'file-unpacks-too-large' }
  | { readonly kind: 'file-infected'; readonly finding: string }
  /** The machine has more files to look at than it manages; the next attempt may go well. */
  | { readonly kind: 'file-busy' }
  /** The person's own files are still being looked at. */
  | { readonly kind: 'file-busy-own' };

/** A file that can become a document: what is to be kept of it, and what is known of it. */
export interface ReadyFile {
  /** Safe to show and to save under. */
  readonly filename: string;
  readonly mediaType: DocumentMediaType;
  /** Bytes, as they are kept. */
  readonly size: number;
  /**
   * Of what was received, not of what is kept: a picture is written anew, and the next version of the
   * encoder writes it otherwise, while the same file sent twice must stay one document.
   */
  readonly sha256: string;
  readonly storageKey: string;
  readonly scan: ScanState;
}

/** What an act is handed: the file as it came, and what it is made into, or why it is not taken. */
export interface Paper {
  readonly file: ReceivedFile;
  readonly ready: Result<ReadyFile, FileRefusal>;
}

/** More points than any telephone's picture has; 40 000 × 40 000 would be 1 600 million, 6 GB unpacked. */
const pixelsMaximum = 120_000_000;

/** How long somebody who uploads waits for the scanner, in milliseconds; after it the document does. */
const scanPatience = 8_000;

/** Whose record says so when something harmful came. */
export interface About {
  readonly subject: { readonly type: 'application' | 'cohort'; readonly id: string };
  readonly cohortId: string;
}

/** The record of an application. */
export function aboutApplication({ id, cohortId }: StoredApplication): About {
  return { subject: { type: 'application', id }, cohortId };
}

/**
 * Makes a file that came with a form ready to be a document, and hands it to an act. Its bytes are this
 * function's from the start: unless the act kept them, they are removed, whatever went wrong.
 *
 * @param about says whose record it belongs to, or null when the act will not keep the file whatever is in
 *   it: no time is spent on it then, and the act says why
 */
export async function takeFile<T>(
  platform: Platform,
  actor: Person,
  { file, about }: { readonly file: ReceivedFile; readonly about: () => Promise<About | null> },
  act: (paper: Paper) => Promise<{ readonly result: T; readonly isKept: boolean }>,
): Promise<T> {
  const keys = new Set([file.key]);
  try {
    const found = await about();
    const ready =
      found === null
        ? // Seen only when it could have been kept after all: the next attempt goes well.
          refuse({ kind: 'file-busy' } as const)
        : await makeReady(platform, actor, file, (key) => keys.add(key));
    if (found !== null && !ready.ok && ready.refusal.kind === 'file-infected') {
      await recordFinding(platform, actor, found, file, ready.refusal.finding);
    }
    const { result, isKept } = await act({ file, ready });
    if (isKept && ready.ok) keys.delete(ready.value.storageKey);
    return result;
  } finally {
    for (const key of keys) await platform.storage.remove(key);
  }
}

async function makeReady(
  platform: Platform,
  { userId }: Person,
  file: ReceivedFile,
  stored: (key: string) => void,
): Promise<Result<ReadyFile, FileRefusal>> {
  if (file.size === 0) return refuse({ kind: 'file-empty' });
  if (file.size > documentBytesMaximum) {
    return refuse({ kind: 'file-too-large', maximum: documentBytesMaximum });
  }
  const found = kindOf(await signatureOf(file), file.filename);
  if ('refused' in found) return refuse(found.refused);
  const mediaType = found.taken;
  // Before anything of ours opens it.
  const scanned = await scanReceived(platform, file);
  if (!scanned.ok) return scanned;
  const known = {
    filename: safeFilename(file.filename, mediaType),
    mediaType,
    sha256: file.sha256,
    scan: scanned.value,
  };
  const read = async () =>
    Buffer.concat((await platform.storage.read(file.key).toArray()) as Buffer[]);
  try {
    if (mediaType === 'application/pdf') {
      const checked = await checkPdf(userId, read);
      if (!checked.ok) return checked;
      return ok({ ...known, size: file.size, storageKey: file.key });
    }
    const cleaned = await cleanedPicture(userId, read, mediaType);
    if (!cleaned.ok) return cleaned;
    const kept = await platform.storage.put(Readable.from([cleaned.value]), documentBytesMaximum);
    stored(kept.key);
    return ok({ ...known, size: kept.size, storageKey: kept.key });
  } catch (error) {
    if (hasName(error, 'TooManyWaiting')) return refuse({ kind: 'file-busy' });
    if (hasName(error, 'TooManyOwn')) return refuse({ kind: 'file-busy-own' });
    throw error;
  }
}

async function signatureOf({ head }: ReceivedFile): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? null;
  } catch {
    // The first bytes alone are not enough to say which of several it is.
    return null;
  }
}

/** A scanner that is away or slow stops nobody from applying: the document waits for it, in quarantine. */
async function scanReceived(
  { scanner, storage, log }: Platform,
  { key }: ReceivedFile,
): Promise<Result<ScanState, FileRefusal>> {
  if (scanner === null) return ok('not-scanned');
  try {
    const verdict = await scanner.scan(storage.read(key), scanPatience);
    if (verdict.kind === 'clean') return ok('clean');
    return refuse({ kind: 'file-infected', finding: verdict.finding });
  } catch (error) {
    if (!hasName(error, 'ScannerUnavailable')) throw error;
    log.warn({ err: error }, 'a document waits for the virus scanner');
    return ok('waiting');
  }
}

/** A PDF is kept as it came, byte for byte: it may be signed. */
async function checkPdf(
  owner: string,
  read: () => Promise<Buffer>,
): Promise<Result<null, FileRefusal>> {
  const verdict = await inspectPdf(owner, read);
  switch (verdict.kind) {
    case 'sound':
      return ok(null);
    case 'broken':
      return refuse({ kind: 'file-broken' });
    case 'bomb':
      return refuse({ kind: 'file-unpacks-too-large' });
  }
}

async function cleanedPicture(
  owner: string,
  read: () => Promise<Buffer>,
  mediaType: PictureKind,
): Promise<Result<Buffer, FileRefusal>> {
  const picture = await cleanPicture(owner, read, mediaType, {
    pixels: pixelsMaximum,
    bytes: documentBytesMaximum,
  });
  switch (picture.kind) {
    case 'cleaned':
      return ok(picture.bytes);
    case 'broken':
      return refuse({ kind: 'file-picture-broken' });
    case 'too-many-pixels': {
      const { width, height } = picture;
      return refuse({ kind: 'file-picture-too-many-pixels', width, height });
    }
    case 'too-large':
      return refuse({ kind: 'file-picture-too-large' });
  }
}

/** Nothing is kept of an infected file but that it came, and what was found in it. */
async function recordFinding(
  platform: Platform,
  actor: Person,
  about: About,
  file: ReceivedFile,
  finding: string,
): Promise<void> {
  await inTransaction(platform, async (tx) => {
    await appendEvent(tx, {
      actor,
      kind: 'infected-document-refused',
      ...about,
      after: { finding, sha256: file.sha256 },
    });
    return ok(null);
  });
}
