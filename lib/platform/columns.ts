import { Prisma } from '@/prisma/generated/client';

/** The names of a model's columns in our code, as Prisma lists them: `Prisma.XScalarFieldEnum`. */
type Fields = Readonly<Record<string, string>>;

/** A row as it comes in JSON: its instants are text, its days "YYYY-MM-DD". */
export type InJson<Row> = {
  readonly [Column in keyof Row]: Row[Column] extends Date
    ? string
    : Row[Column] extends Date | null
      ? string | null
      : Row[Column];
};

/** Columns are named as their fields are, with underscores for capitals. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** All columns of a row under their names in our code, for statements of our own. */
export function columns(fields: Fields): Prisma.Sql {
  return Prisma.raw(
    Object.values(fields)
      .map((field) => `"${columnOf(field)}" as "${field}"`)
      .join(', '),
  );
}

/**
 * One row of a table as a JSON object with the names of our code (`InJson`): for a statement that reads rows
 * of several tables at once, where each trip to the database would be waited for after the other.
 */
export function jsonObject(fields: Fields, table: string): Prisma.Sql {
  return Prisma.raw(
    `json_build_object(${Object.values(fields)
      .map((field) => `'${field}', ${table}."${columnOf(field)}"`)
      .join(', ')})`,
  );
}

/** An instant or a day of a row in JSON. */
export function dateInJson(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
