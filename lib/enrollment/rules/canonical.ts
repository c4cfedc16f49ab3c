/** What JSON can say. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * JSON in one form only: keys sorted by code unit, no spaces, NFC. The same facts give the same
 * string, whatever order they were put together in, so that a hash of it means something.
 */
export function canonicalJson(value: Json): string {
  return JSON.stringify(sorted(value)).normalize('NFC');
}

function sorted(value: Json): Json {
  if (isList(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
