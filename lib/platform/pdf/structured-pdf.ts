import type { Block, StructuredText } from '@/lib/kernel/document';
import type { Instant } from '@/lib/kernel/time';
import { drawBlock, drawTitle } from './blocks';
import { colours, Sheet, type TypeStyle } from './sheet';
import { loadTypeface } from './typeface';

export interface StructuredPdf {
  readonly text: StructuredText;
  /** The installation's name: the wordmark, and the file's author. */
  readonly from: string;
  /** The file's date; the same input gives the same bytes. */
  readonly createdAt: Instant;
  /** The motif: the stations of the way, and which of them this paper belongs to. */
  readonly way: {
    readonly label: string;
    readonly stations: readonly string[];
    readonly here: number;
  };
  /** What follows the text without being part of it, such as its SHA-256. */
  readonly closing: readonly Block[];
  readonly footer: (page: number, pages: number) => string;
}

const small: TypeStyle = { size: 8, weight: 400, leading: 11, colour: colours.quiet };
const name: TypeStyle = { size: 15, weight: 600, leading: 18, colour: colours.pine };

/** A structured text as a tagged PDF/UA document in the text's language. */
export async function structuredPdf(input: StructuredPdf): Promise<Buffer> {
  const { text } = input;
  const sheet = new Sheet(
    { title: text.title, author: input.from, locale: text.locale, createdAt: input.createdAt },
    await loadTypeface(),
  );
  drawWordmark(sheet, input.from);
  drawWay(sheet, input.way);
  drawTitle(sheet, text.title);
  for (const block of [...text.blocks, ...input.closing]) drawBlock(sheet, block);
  return sheet.finish((page, pages) => {
    sheet.drawLine(input.footer(page, pages), sheet.left, sheet.pageHeight - 40, small);
  });
}

/** The station that stands for the name, and the name. */
function drawWordmark(sheet: Sheet, from: string): void {
  const { document } = sheet;
  const middle = sheet.y + 8;
  sheet.artifact(() => {
    document.lineWidth(1.8).strokeColor(colours.pine);
    document.circle(sheet.left + 8, middle, 7).stroke();
    document
      .circle(sheet.left + 8, middle, 2.6)
      .fillColor(colours.pine)
      .fill();
  });
  const element = sheet.element('P');
  element.add(() => sheet.drawLine(from, sheet.left + 22, middle - 9, name));
  element.end();
  sheet.y += 34;
}

/** The way as one figure: done stations filled, this one ringed, the coming ones open. */
function drawWay(sheet: Sheet, way: StructuredPdf['way']): void {
  const { document } = sheet;
  const step = sheet.width / way.stations.length;
  const y = sheet.y + 5;
  const figure = sheet.element('Figure', {
    alt: way.label,
    bbox: [sheet.left, sheet.y, sheet.left + sheet.width, sheet.y + 32],
  });
  figure.add(() => {
    document.lineWidth(1).strokeColor(colours.pine);
    document.moveTo(sheet.left + 4, y).lineTo(sheet.left + step * (way.stations.length - 1) + 4, y);
    document.stroke();
    way.stations.forEach((station, index) => {
      const x = sheet.left + step * index + 4;
      const here = index === way.here;
      document.circle(x, y, here ? 4.5 : 3).lineWidth(1.2);
      document.fillAndStroke(index < way.here ? colours.pine : '#ffffff', colours.pine);
      if (here) document.circle(x, y, 1.8).fillColor(colours.pine).fill();
      const style: TypeStyle = here ? { ...small, weight: 600, colour: colours.pine } : small;
      sheet.linesOf(station, style, step - 6).forEach((line, row) => {
        sheet.drawLine(line, x - 4, y + 9 + row * small.leading, style);
      });
    });
  });
  figure.end();
  sheet.y += 46;
}
