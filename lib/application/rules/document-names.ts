import { normalText } from '@/lib/kernel/normal-text';

/** The kinds of file that document something, by signature. */
export const documentMediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;

export type DocumentMediaType = (typeof documentMediaTypes)[number];

const extensions: Readonly<Record<DocumentMediaType, RegExp>> = {
  'application/pdf': /\.pdf$/i,
  'image/jpeg': /\.jpe?g$/i,
  'image/png': /\.png$/i,
};

const usualExtension: Readonly<Record<DocumentMediaType, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
};

/** UTF-8 bytes: file systems take 255, and whoever saves the file may get a "(2)" put in as well. */
const longest = 200;

/**
 * What may not be in a name: control characters, what file systems and headers stumble on, and what
 * cannot be seen but turns the reading round (RTL marks, joiners, tags), so that "fdp.exe" reads as
 * "exe.pdf".
 */
const forbidden =
  /["*:<>?|\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\uffff\u{e0000}-\u{e0fff}]/gu;

/** What Windows takes for a device, with any extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;

/**
 * A name that is safe to show and to save under: the sender's own, without folders, characters that
 * stumble or deceive, or an extension that says another kind than the content.
 *
 * @param mediaType null for a file that is not taken: its name is for the record, and keeps its ending
 */
export function safeFilename(sent: string, mediaType: DocumentMediaType | null): string {
  const base = normalText(sent.toWellFormed()).split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .replace(/\s/g, ' ')
    .replace(forbidden, '')
    .replace(/ +/g, ' ')
    .replace(/[. ]+$/, '');
  const own = mediaType === null ? /\.[a-z0-9]{1,8}$/i : extensions[mediaType];
  const extension = own.exec(clean)?.[0] ?? (mediaType === null ? '' : usualExtension[mediaType]);
  const stem = own.test(clean) ? clean.slice(0, -extension.length) : clean;
  const kept = shortened(stem.replace(/^[. ]+/, ''), longest - extension.length).replace(
    /[. ]+$/,
    '',
  );
  if (kept === '') return `dokument${extension}`;
  return reserved.test(kept) ? `_${kept}${extension}` : `${kept}${extension}`;
}

/** As many whole characters as there is room for. */
function shortened(text: string, bytes: number): string {
  let left = bytes;
  let kept = '';
  for (const character of text) {
    left -= utf8Length(character.codePointAt(0) ?? 0);
    if (left < 0) break;
    kept += character;
  }
  return kept;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
