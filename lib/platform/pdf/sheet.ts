import PDFDocument from 'pdfkit';
import type { Locale } from '@/lib/kernel/locale';
import { languageTag } from '@/lib/kernel/locale';
import type { Instant } from '@/lib/kernel/time';
import type { Face, Typeface, Weight } from './typeface';

/** A size and weight of type, in points. `leading` is the distance from line to line. */
export interface TypeStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly leading: number;
  readonly colour: string;
}

export interface SheetSettings {
  readonly title: string;
  readonly author: string;
  readonly locale: Locale;
  /** Also what makes the file the same bytes each time it is made from the same text. */
  readonly createdAt: Instant;
}

/** `scope` names what a table's header cell heads; `bbox` is a figure's box from the top left. */
export interface ElementOptions {
  readonly alt?: string;
  readonly scope?: 'Row' | 'Column';
  readonly bbox?: readonly [number, number, number, number];
}

/** A stretch of text that one font file can draw; `actual` when a letter had to be replaced. */
interface Run {
  readonly face: string;
  readonly text: string;
  readonly actual?: string;
}

interface FontWithGlyphs {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

export const colours = { ink: '#1c1f1d', pine: '#144f3d', quiet: '#5a615d', line: '#c9c4b8' };

const margins = { top: 56, bottom: 64, left: 60, right: 60 };
/** Drawn for a letter that no face has, with the letter itself as the text that is read and copied. */
const replacement = '?';
/** Signs that Inter lacks, and what looks and means the same. */
const standIns: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u202f': '\u00a0',
};

/**
 * A tagged A4 document that is written from the top down: PDF/UA-1, every font embedded, all real
 * content inside the structure tree and everything else an artifact.
 */
export class Sheet {
  readonly document: PDFKit.PDFDocument;
  readonly left = margins.left;
  readonly width: number;
  /** Where the next line goes, in points from the top of the page. */
  y = margins.top;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly coverage = new Map<string, FontWithGlyphs>();

  constructor(
    settings: SheetSettings,
    private readonly typeface: Typeface,
  ) {
    this.document = new PDFDocument({
      ...{ subset: 'PDF/UA' as never, font: null as never },
      size: 'A4',
      margins,
      pdfVersion: '1.7',
      tagged: true,
      lang: languageTag(settings.locale),
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      info: {
        Title: settings.title,
        Author: settings.author,
        CreationDate: settings.createdAt,
        ModDate: settings.createdAt,
      },
    });
    for (const face of [...typeface[400], ...typeface[600]]) {
      this.document.registerFont(face.name, face.bytes);
    }
    this.document.addPage();
    this.width = this.document.page.width - margins.left - margins.right;
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
  }

  /** A new element under the document, or under another element; end it when its content is in. */
  element(
    tag: string,
    options: ElementOptions = {},
    parent: PDFKit.PDFStructureElement = this.root,
  ): PDFKit.PDFStructureElement {
    const made = this.document.struct(tag, options);
    parent.add(made);
    return made;
  }

  /** Draws something that is not content: lines, ornaments, page numbers. */
  artifact(draw: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }

  /** Begins a new page unless `height` points are left on this one. Answers whether it did. */
  makeRoom(height: number): boolean {
    if (this.y + height <= this.document.page.height - margins.bottom) return false;
    this.document.addPage();
    this.y = margins.top;
    return true;
  }

  /** Breaks a text into lines no wider than `width`; a word longer than a line is cut. */
  linesOf(text: string, style: TypeStyle, width: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ').flatMap((each) => this.cut(each, style, width))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && this.widthOf(longer, style) > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    return [...lines, line];
  }

  /** Draws one line at a place; the caller has put it inside an element or an artifact. */
  drawLine(text: string, x: number, y: number, style: TypeStyle): void {
    const { document } = this;
    let at = x;
    for (const run of this.runsOf(text, style.weight)) {
      document.font(run.face).fontSize(style.size).fillColor(style.colour);
      if (run.actual !== undefined) document.markContent('Span', { actual: run.actual });
      document.text(run.text, at, y, { lineBreak: false });
      if (run.actual !== undefined) document.endMarkedContent();
      at += document.widthOfString(run.text);
    }
  }

  /** How wide a text is on one line, in points. */
  widthOf(text: string, style: TypeStyle): number {
    return this.runsOf(text, style.weight).reduce((sum, run) => {
      this.document.font(run.face).fontSize(style.size);
      return sum + this.document.widthOfString(run.text);
    }, 0);
  }

  /** Draws on every page when all are known, then closes the file. */
  async finish(footer: (page: number, pages: number) => void): Promise<Buffer> {
    const { document } = this;
    this.root.end();
    const { start, count } = document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      document.switchToPage(start + page);
      // Below the bottom margin pdfkit would begin another page.
      document.page.margins.bottom = 0;
      this.artifact(() => footer(page + 1, count), 'Pagination');
    }
    const chunks: Buffer[] = [];
    const whole = new Promise<Buffer>((resolve, reject) => {
      document.on('data', (chunk: Buffer) => chunks.push(chunk));
      document.on('end', () => resolve(Buffer.concat(chunks)));
      document.on('error', reject);
    });
    document.end();
    return whole;
  }

  /** The height of the page and where its bottom margin begins. */
  get pageHeight(): number {
    return this.document.page.height;
  }

  private cut(word: string, style: TypeStyle, width: number): string[] {
    if (this.widthOf(word, style) <= width) return [word];
    const pieces: string[] = [];
    let piece = '';
    for (const character of word) {
      if (piece !== '' && this.widthOf(piece + character, style) > width) {
        pieces.push(piece);
        piece = '';
      }
      piece += character;
    }
    return [...pieces, piece];
  }

  private runsOf(text: string, weight: Weight): Run[] {
    const runs: Run[] = [];
    for (const each of text.normalize('NFC')) {
      const character = standIns[each] ?? each;
      const face = this.faceFor(character, weight);
      const last = runs.at(-1);
      if (face === null) {
        runs.push({ face: this.faces(weight)[0].name, text: replacement, actual: character });
      } else if (last !== undefined && last.actual === undefined && last.face === face) {
        runs[runs.length - 1] = { face, text: last.text + character };
      } else {
        runs.push({ face, text: character });
      }
    }
    return runs;
  }

  private faceFor(character: string, weight: Weight): string | null {
    const codePoint = character.codePointAt(0) ?? 0;
    const found = this.faces(weight).find((face) =>
      this.glyphsOf(face.name).hasGlyphForCodePoint(codePoint),
    );
    return found?.name ?? null;
  }

  private faces(weight: Weight): readonly [Face, ...Face[]] {
    return this.typeface[weight] as readonly [Face, ...Face[]];
  }

  /** pdfkit opens a font when it is first asked for, and embeds it only when something is drawn with it. */
  private glyphsOf(face: string): FontWithGlyphs {
    const known = this.coverage.get(face);
    if (known !== undefined) return known;
    this.document.font(face);
    const { font } = (this.document as unknown as { _font: { font: FontWithGlyphs } })._font;
    this.coverage.set(face, font);
    return font;
  }
}
