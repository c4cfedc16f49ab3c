import { inflateSync } from 'node:zlib';
import type { Block } from '@/lib/kernel/document';

/** A PDF as a reader with a screen reader meets it: its dictionaries, and its text by structure. */
export interface ReadPdf {
  /** Every object's dictionary, as written. */
  readonly dictionaries: ReadonlyMap<number, string>;
  readonly pages: number;
  /** All the text that is real content, in the order in which it is drawn. */
  readonly text: string;
  /** Drawing of text outside any tagged content or artifact: must be none. */
  readonly untagged: number;
}

/** Reads what pdfkit writes: plain objects, Flate streams, Identity-H fonts with a ToUnicode map. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const dictionaries = new Map<number, string>();
  const streams = new Map<number, string>();
  for (const match of file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)) {
    const [, number = '', body = ''] = match;
    const at = body.indexOf('\nstream\n');
    dictionaries.set(Number(number), at < 0 ? body : body.slice(0, at));
    if (at < 0) continue;
    const raw = Buffer.from(body.slice(at + 8, body.lastIndexOf('\nendstream')), 'latin1');
    const flate = body.slice(0, at).includes('/FlateDecode');
    streams.set(Number(number), (flate ? inflateSync(raw) : raw).toString('latin1'));
  }
  const drawn = pagesOf(dictionaries).map((page) => {
    const fonts = fontsOf(page, dictionaries, streams);
    return drawnText(streams.get(referenceOf(page, 'Contents')) ?? '', fonts);
  });
  return {
    dictionaries,
    pages: drawn.length,
    text: drawn.map(({ text }) => text).join(''),
    untagged: drawn.reduce((sum, { untagged }) => sum + untagged, 0),
  };
}

type Font = ReadonlyMap<number, string>;

function pagesOf(dictionaries: ReadonlyMap<number, string>): string[] {
  const tree = [...dictionaries.values()].find((each) => each.includes('/Type /Pages')) ?? '';
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => dictionaries.get(Number(id)) ?? '');
}

function referenceOf(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? -1);
}

function fontsOf(
  page: string,
  dictionaries: ReadonlyMap<number, string>,
  streams: ReadonlyMap<number, string>,
): Map<string, Font> {
  const resources = dictionaries.get(referenceOf(page, 'Resources')) ?? '';
  const listed = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? '';
  return new Map(
    [...listed.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
      const font = dictionaries.get(Number(id)) ?? '';
      return [name, toUnicode(streams.get(referenceOf(font, 'ToUnicode')) ?? '')];
    }),
  );
}

function toUnicode(cmap: string): Font {
  const letters = new Map<number, string>();
  for (const [, first = '', , list = ''] of cmap.matchAll(
    /<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi,
  )) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, units = ''], index) => {
      const text = units
        .split(' ')
        .filter((unit) => unit !== '')
        .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
        .join('');
      letters.set(Number.parseInt(first, 16) + index, text);
    });
  }
  return letters;
}

function drawnText(
  content: string,
  fonts: ReadonlyMap<string, Font>,
): { text: string; untagged: number } {
  const open: string[] = [];
  let font: Font | undefined;
  let text = '';
  let untagged = 0;
  for (const line of content.replace(/<<[\s\S]*?>>/g, oneLine).split('\n')) {
    const begin = /^\/(\w+) .*B[DM]C$/.exec(line);
    if (begin !== null) {
      open.push(begin[1] ?? '');
      text += actualText(line);
    } else if (line === 'EMC') {
      if (open.pop() !== 'Artifact' && open.length === 0) text += '\n';
    }
    const chosen = /\/(F\d+) [\d.]+ Tf/.exec(line)?.[1];
    if (chosen !== undefined) font = fonts.get(chosen);
    if (!/T[Jj]$/.test(line)) continue;
    if (open.length === 0) untagged += 1;
    // A span says its own text: what is drawn only stands for it.
    if (open.includes('Artifact') || open.includes('Span')) continue;
    for (const [, hex = ''] of line.matchAll(/<([0-9a-f]+)>/gi)) {
      for (let at = 0; at < hex.length; at += 4) {
        text += font?.get(Number.parseInt(hex.slice(at, at + 4), 16)) ?? '?';
      }
    }
  }
  return { text, untagged };
}

/** The text that a span of ours carries: UTF-16 with a byte order mark. */
function actualText(line: string): string {
  const written = /\/ActualText \(\u00fe\u00ff([\s\S]*)\)/.exec(line)?.[1] ?? '';
  const bytes = Buffer.from(written.replace(/\\(.)/g, '$1'), 'latin1');
  return bytes.swap16().toString('utf16le');
}

/** A marked stretch's dictionary may be written over several lines. */
function oneLine(dictionary: string): string {
  return dictionary.replaceAll('\n', ' ');
}

/** Everything that a block says, piece by piece. */
export function wordsOf(block: Block): string[] {
  switch (block.kind) {
    case 'facts':
      return block.rows.flatMap(({ term, value }) => [term, value]);
    case 'list':
      return [...block.items];
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flat()];
    default:
      return [block.text];
  }
}

/** Text as it is compared: where a PDF breaks its lines says nothing. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u00a0]+/g, '');
}
