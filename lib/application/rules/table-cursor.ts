/** Where a page of the staff's table ended: the last row's sort key, and its arrival number for ties. */
export interface TableCursor {
  readonly key: string;
  readonly arrivalNumber: number;
}

/** The kinds of key that columns have; a cursor of one is no cursor of another. Times are milliseconds. */
export type KeyKind = 'text' | 'number';

const shapes: Readonly<Record<KeyKind, RegExp>> = {
  text: /^[^\u0000]{0,600}$/,
  number: /^\d{1,15}$/,
};

/** A cursor as it stands in an address. */
export function writeCursor(cursor: TableCursor): string {
  return `${cursor.arrivalNumber}~${cursor.key}`;
}

/** Reads a cursor from an address; null for anything that is none. */
export function readCursor(text: string, kind: KeyKind): TableCursor | null {
  const [, arrivalNumber, key] = /^(\d{1,7})~(.*)$/s.exec(text.toWellFormed()) ?? [];
  if (arrivalNumber === undefined || key === undefined || !shapes[kind].test(key)) return null;
  return { key, arrivalNumber: Number(arrivalNumber) };
}
