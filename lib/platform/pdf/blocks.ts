import type { Block, Fact } from '@/lib/kernel/document';
import { colours, type Sheet, type TypeStyle } from './sheet';

const body: TypeStyle = { size: 10, weight: 400, leading: 15, colour: colours.ink };
const strong: TypeStyle = { ...body, weight: 600 };
const headings: Readonly<Record<1 | 2 | 3, TypeStyle>> = {
  1: { size: 20, weight: 600, leading: 26, colour: colours.pine },
  2: { size: 12.5, weight: 600, leading: 18, colour: colours.pine },
  3: { size: 10.5, weight: 600, leading: 16, colour: colours.pine },
};

const cellGap = 12;
const rowGap = 5;

/** The document's title: its one heading of the first level. */
export function drawTitle(sheet: Sheet, text: string): void {
  drawText(sheet, 'H1', text, headings[1]);
  sheet.y += 8;
}

/** Draws one block of a structured text as the element it is. */
export function drawBlock(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'heading':
      sheet.y += 10;
      // A heading never stands alone at the foot of a page.
      sheet.makeRoom(headings[block.level].leading + 3 * body.leading);
      drawText(sheet, `H${block.level}`, block.text, headings[block.level]);
      sheet.y += 2;
      return;
    case 'paragraph':
      drawText(sheet, 'P', block.text, body);
      sheet.y += 6;
      return;
    case 'list':
      drawList(sheet, block.items);
      return;
    case 'facts':
      drawFacts(sheet, block.rows);
      return;
    case 'table':
      drawTable(sheet, block.caption, block.head, block.rows);
  }
}

function drawText(sheet: Sheet, tag: string, text: string, style: TypeStyle): void {
  const element = sheet.element(tag);
  drawLines(sheet, element, sheet.linesOf(text, style, sheet.width), sheet.left, style);
  element.end();
}

/** Lines inside one element, one marked stretch for each page that they fall on. */
function drawLines(
  sheet: Sheet,
  element: PDFKit.PDFStructureElement,
  lines: readonly string[],
  x: number,
  style: TypeStyle,
): void {
  lines.forEach((line, index) => {
    sheet.makeRoom(style.leading);
    // The space that the line break stands for, so that words do not run together when read aloud.
    const text = index < lines.length - 1 ? `${line} ` : line;
    element.add(() => sheet.drawLine(text, x, sheet.y, style));
    sheet.y += style.leading;
  });
}

function drawList(sheet: Sheet, items: readonly string[]): void {
  const indent = 14;
  const list = sheet.element('L');
  // PDF/UA: a list whose items carry labels says how they are made.
  (list as unknown as { dictionary: { data: { A?: object } } }).dictionary.data.A = {
    O: 'List',
    ListNumbering: 'Disc',
  };
  for (const item of items) {
    sheet.makeRoom(body.leading);
    const entry = sheet.element('LI', {}, list);
    const label = sheet.element('Lbl', {}, entry);
    label.add(() => sheet.drawLine('•', sheet.left + 2, sheet.y, body));
    label.end();
    const content = sheet.element('LBody', {}, entry);
    const lines = sheet.linesOf(item, body, sheet.width - indent);
    drawLines(sheet, content, lines, sheet.left + indent, body);
    content.end();
    entry.end();
    sheet.y += 2;
  }
  list.end();
  sheet.y += 4;
}

function drawFacts(sheet: Sheet, rows: readonly Fact[]): void {
  const table = sheet.element('Table');
  const cells = rows.map(({ term, value }) => [term, value]);
  const widths = columnWidths(sheet, cells, 0.4);
  for (const row of cells) drawRow(sheet, table, row, widths, true);
  table.end();
  sheet.y += 8;
}

function drawTable(
  sheet: Sheet,
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const table = sheet.element('Table');
  const widths = columnWidths(sheet, [head, ...rows], 0.5);
  const title = sheet.element('Caption', {}, table);
  drawLines(sheet, title, [caption], sheet.left, { ...body, colour: colours.quiet });
  title.end();
  sheet.y += 2;
  const header = sheet.element('TR', {}, table);
  drawHead(sheet, head, widths, (text, draw) => {
    const cell = sheet.element('TH', { scope: 'Column' }, header);
    cell.add(() => draw(text));
    cell.end();
  });
  header.end();
  for (const row of rows) {
    const broke = sheet.makeRoom(rowHeight(sheet, row, widths));
    // Repeated for the eye; the structure has the head once.
    if (broke) drawHead(sheet, head, widths, (text, draw) => sheet.artifact(() => draw(text)));
    drawRow(sheet, table, row, widths, false);
  }
  table.end();
  sheet.y += 8;
}

function drawHead(
  sheet: Sheet,
  head: readonly string[],
  widths: readonly number[],
  place: (text: string, draw: (text: string) => void) => void,
): void {
  sheet.makeRoom(body.leading * 2 + rowGap);
  let x = sheet.left;
  head.forEach((text, column) => {
    const at = x;
    place(text, (written) => sheet.drawLine(written, at, sheet.y, strong));
    x += (widths[column] ?? 0) + cellGap;
  });
  sheet.y += body.leading + rowGap / 2;
  rule(sheet, colours.pine);
}

/** One row; its first cell is its header. Rows are never split over two pages. */
function drawRow(
  sheet: Sheet,
  table: PDFKit.PDFStructureElement,
  row: readonly string[],
  widths: readonly number[],
  strongTerm: boolean,
): void {
  const height = rowHeight(sheet, row, widths);
  sheet.makeRoom(height);
  const top = sheet.y;
  const element = sheet.element('TR', {}, table);
  let x = sheet.left;
  row.forEach((text, column) => {
    const isHeader = column === 0;
    const cell = isHeader
      ? sheet.element('TH', { scope: 'Row' }, element)
      : sheet.element('TD', {}, element);
    const style = isHeader && strongTerm ? strong : body;
    sheet.y = top + rowGap / 2;
    drawLines(sheet, cell, sheet.linesOf(text, style, widths[column] ?? 0), x, style);
    cell.end();
    x += (widths[column] ?? 0) + cellGap;
  });
  element.end();
  sheet.y = top + height;
  rule(sheet, colours.line);
}

function rowHeight(sheet: Sheet, row: readonly string[], widths: readonly number[]): number {
  const lines = row.map((text, column) => sheet.linesOf(text, strong, widths[column] ?? 0).length);
  return Math.max(...lines) * body.leading + rowGap;
}

function rule(sheet: Sheet, colour: string): void {
  sheet.artifact(() => {
    sheet.document
      .moveTo(sheet.left, sheet.y)
      .lineTo(sheet.left + sheet.width, sheet.y)
      .lineWidth(0.5)
      .strokeColor(colour)
      .stroke();
  });
}

/** As wide as its widest cell, no column but the last wider than a share of the page; the last has the rest. */
function columnWidths(
  sheet: Sheet,
  rows: readonly (readonly string[])[],
  share: number,
): readonly number[] {
  const columns = rows[0]?.length ?? 0;
  const widths: number[] = [];
  for (let column = 0; column < columns - 1; column += 1) {
    const natural = Math.max(...rows.map((row) => sheet.widthOf(row[column] ?? '', strong)));
    widths.push(Math.min(Math.ceil(natural) + 1, sheet.width * share));
  }
  const used = widths.reduce((sum, width) => sum + width + cellGap, 0);
  return [...widths, Math.max(sheet.width - used, 60)];
}
