/** With plain spaces: those that do not break are right in a text and in the way in a test. */
export function spaced(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** All words of a piece of HTML, every space a plain one. */
export function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}
