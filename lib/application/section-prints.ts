import { sha256 } from '@/lib/platform/ids';
import type { Prints } from './rules/merging';

/** JSON with the names of every object in order: a column of the database gives them back in its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(
          Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : each,
  );
}

/**
 * The print of one answer: eight hexadecimal digits. Enough to tell what was changed from what was not; it
 * guards against nobody, since the answers are its writer's own.
 */
export function printOf(value: unknown): string {
  return sha256(canonical(value ?? null)).slice(0, 8);
}

export function printsOf(section: object): Prints {
  return Object.fromEntries(
    Object.entries(section).map(([field, value]) => [field, printOf(value)]),
  );
}

/** Prints as a form carries them in a hidden field: "name-1a2b3c4d.phone-5e6f7a8b". */
export function writePrints(prints: Prints): string {
  return Object.entries(prints)
    .map(([field, print]) => `${field}-${print}`)
    .join('.');
}

/** What the form of an answer to a request carries of what is kept, so that two windows do not take from each other unseen. */
export function shownAnswer(answer: string | null): string {
  return writePrints({ answer: printOf(answer) });
}

/** Reads them back; what is not one is left out, and counts as not said. */
export function readPrints(written: unknown): Prints {
  if (typeof written !== 'string' || written.length > 2_000) return {};
  return Object.fromEntries(
    written.split('.').flatMap((pair): [string, string][] => {
      const [, field, print] = /^([a-zA-Z]{1,40})-([0-9a-f]{8})$/.exec(pair) ?? [];
      return field === undefined || print === undefined ? [] : [[field, print]];
    }),
  );
}
