import { fileTypeFromBuffer } from 'file-type';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ReceivedFile } from '@/lib/platform/door/read-body';
import { documentBytesMaximum } from './rules/answers';
import { documentMediaTypes, type DocumentMediaType } from './rules/document-names';

export type FileRefusal =
  | { readonly kind: 'file-empty' }
  | { readonly kind: 'file-too-large'; readonly maximum: number }
  | { readonly kind: 'file-kind-not-taken' };

/** Whether a file can be a document, and of which kind: by its size and its first bytes, whatever its name says. */
export async function examineFile(
  file: ReceivedFile,
): Promise<Result<DocumentMediaType, FileRefusal>> {
  if (file.size === 0) return refuse({ kind: 'file-empty' });
  if (file.size > documentBytesMaximum) {
    return refuse({ kind: 'file-too-large', maximum: documentBytesMaximum });
  }
  const found = await fileTypeFromBuffer(file.head);
  const mediaType = documentMediaTypes.find((each) => each === found?.mime);
  return mediaType === undefined ? refuse({ kind: 'file-kind-not-taken' }) : ok(mediaType);
}
