import type { Money } from '@/lib/kernel/money';

/** The columns that staff sort by, and which way. */
export const enrollmentColumns = ['ordinal', 'name', 'workplace', 'price', 'signed'] as const;

export type EnrollmentColumn = (typeof enrollmentColumns)[number];

export interface EnrollmentOrder {
  readonly by: EnrollmentColumn;
  readonly descending: boolean;
}

/** Reads "name" or "-name" from the address; anything else is the order of commit. */
export function parseEnrollmentOrder(text: string | undefined): EnrollmentOrder {
  const descending = text?.startsWith('-') ?? false;
  const wanted = descending ? text?.slice(1) : text;
  const by = enrollmentColumns.find((column) => column === wanted);
  return by === undefined ? { by: 'ordinal', descending: false } : { by, descending };
}

/** How an order stands in the address. */
export function writeEnrollmentOrder({ by, descending }: EnrollmentOrder): string {
  return `${descending ? '-' : ''}${by}`;
}

interface Sortable {
  readonly ordinal: number;
  readonly name: string;
  readonly workplace: string | null;
  readonly price: Money;
  readonly signedAt: Date;
}

const compare: Record<EnrollmentColumn, (a: Sortable, b: Sortable) => number> = {
  ordinal: (a, b) => a.ordinal - b.ordinal,
  name: (a, b) => a.name.localeCompare(b.name, 'nb'),
  workplace: (a, b) => (a.workplace ?? '').localeCompare(b.workplace ?? '', 'nb'),
  price: (a, b) => a.price.amount - b.price.amount,
  signed: (a, b) => a.signedAt.getTime() - b.signedAt.getTime(),
};

/** Sorted; rows that are alike stay in the order of commit. */
export function sortEnrollments<Row extends Sortable>(
  rows: readonly Row[],
  { by, descending }: EnrollmentOrder,
): Row[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare[by](a, b) || a.ordinal - b.ordinal);
}

export interface EnrollmentTotals {
  readonly count: number;
  readonly earlyBird: number;
  /** What the enrollments pay together. */
  readonly fees: Money;
}

/** What the given enrollments come to. */
export function enrollmentTotals(
  rows: readonly { readonly price: Money; readonly earlyBird: boolean }[],
): EnrollmentTotals {
  return {
    count: rows.length,
    earlyBird: rows.filter((row) => row.earlyBird).length,
    fees: { amount: rows.reduce((sum, row) => sum + row.price.amount, 0), currency: 'NOK' },
  };
}
