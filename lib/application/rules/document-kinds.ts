import { documentMediaTypes, type DocumentMediaType } from './document-names';

/** Why a file of this kind is not taken; each has words of its own, since each has a way out of its own. */
export type KindRefusal =
  /** The pictures of an iPhone, as it keeps them for itself. */
  | { readonly kind: 'file-heic' }
  /** A document that can still be written in: Word, Pages, LibreOffice. */
  | { readonly kind: 'file-word' }
  /** It is called what we take, and nothing in it is: cut off, damaged, or something else renamed. */
  | { readonly kind: 'file-broken' }
  | { readonly kind: 'file-kind-not-taken' };

const heic = /^image\/hei[cf](-sequence)?$/;
const written =
  /^application\/(msword|rtf|vnd\.openxmlformats-officedocument\.wordprocessingml\.|vnd\.oasis\.opendocument\.text)/;
/** What those look like to somebody who sees only their first bytes. */
const container = /^application\/(zip|x-cfb)$/;

/**
 * The kind of a file by its signature, whatever its name says. The name decides only which words a file
 * is refused with.
 *
 * @param signature the media type that the first bytes say; null when they say none that is known
 */
export function kindOf(
  signature: string | null,
  filename: string,
): { readonly taken: DocumentMediaType } | { readonly refused: KindRefusal } {
  const taken = documentMediaTypes.find((each) => each === signature);
  if (taken !== undefined) return { taken };
  return { refused: { kind: refusedAs(signature, filename) } };
}

function refusedAs(signature: string | null, filename: string): KindRefusal['kind'] {
  const isNamed = (pattern: RegExp) => pattern.test(filename.trim());
  if (signature === null) {
    if (isNamed(/\.hei[cf]$/i)) return 'file-heic';
    if (isNamed(/\.(pdf|jpe?g|png)$/i)) return 'file-broken';
    return isNamed(/\.(docx?|odt|rtf|pages)$/i) ? 'file-word' : 'file-kind-not-taken';
  }
  if (heic.test(signature)) return 'file-heic';
  if (written.test(signature)) return 'file-word';
  const isContainer = container.test(signature);
  return isContainer && isNamed(/\.(docx?|odt|pages)$/i) ? 'file-word' : 'file-kind-not-taken';
}
