/**
 * The arguments and tags that an ICU text asks for, also inside the branches of its plurals:
 * "{name}" gives "name", "<b>…</b>" gives "<b>".
 */
export function placeholders(text: string): string[] {
  const found = new Set<string>();
  for (const [, tag = ''] of text.matchAll(/<(\w+)>/g)) found.add(`<${tag}>`);
  readMessage(text, 0, found);
  return [...found].toSorted();
}

/** Reads until the brace that closes the message; answers the place after it. */
function readMessage(text: string, start: number, found: Set<string>): number {
  let at = start;
  while (at < text.length && text[at] !== '}') {
    at = text[at] === '{' ? readArgument(text, at + 1, found) : at + 1;
  }
  return at + 1;
}

/** Reads "name}" or "name, plural, one {…} other {…}}"; answers the place after its brace. */
function readArgument(text: string, start: number, found: Set<string>): number {
  const name = /^\s*(\w+)/.exec(text.slice(start));
  found.add(name?.[1] ?? '');
  let at = start + (name?.[0].length ?? 0);
  while (at < text.length && text[at] !== '}') {
    at = text[at] === '{' ? readMessage(text, at + 1, found) : at + 1;
  }
  return at + 1;
}
