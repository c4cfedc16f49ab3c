/**
 * Whether two units' names may well be the same unit, written otherwise: one left a word out, or a few
 * letters differ. "Døgnpost A" and "Døgnpost B" are two. It is asked for a question, "Do you mean …?", and
 * decides nothing: what makes two claims the same workplace is `workplaceKey` alone.
 */
export function isNearUnit(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  if (first.length === 0 || second.length === 0) return false;
  const [here, there] = [first.filter(isMark), second.filter(isMark)];
  if (here.length > 0 && there.length > 0 && here.sort().join() !== there.sort().join()) {
    return false;
  }
  if (isWithin(first, second) || isWithin(second, first)) return true;
  const [letters, others] = [first.join(''), second.join('')];
  const allowed = Math.max(1, Math.floor(Math.max(letters.length, others.length) / 5));
  return editDistance(letters, others) <= allowed;
}

/** Lower case, without accents. */
function wordsOf(unit: string): string[] {
  return unit
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/&/g, ' og ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** "2", "a", "3b": what tells one ward from the next. */
function isMark(word: string): boolean {
  return word.length === 1 || /\p{N}/u.test(word);
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((word) => all.includes(word));
}

/** Letters to add, take away or replace (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let at = 0; at < from.length; at += 1) {
    const next = [at + 1];
    for (let place = 1; place <= to.length; place += 1) {
      const replaced = (row[place - 1] ?? 0) + (to[place - 1] === from[at] ? 0 : 1);
      next.push(Math.min(replaced, (row[place] ?? 0) + 1, (next[place - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
