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

const longest = 200;

/**
 * A name that is safe to show and to save under: the sender's own, without folders, characters that
 * file systems and headers stumble on, or an extension that says another kind than the content.
 */
export function safeFilename(sent: string, mediaType: DocumentMediaType): string {
  const base = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .toWellFormed()
    .replace(
      /[\u0000-\u001f\u007f-\u009f"*:<>?|\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufffd]/g,
      '',
    )
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const extension = extensions[mediaType].exec(clean)?.[0] ?? usualExtension[mediaType];
  const stem = extensions[mediaType].test(clean) ? clean.slice(0, -extension.length) : clean;
  // A cut in the middle of a character leaves half of it: away with that too.
  const kept = stem
    .slice(0, longest - extension.length)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  return `${kept === '' ? 'dokument' : kept}${extension}`;
}
