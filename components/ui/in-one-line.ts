/** What is written in groups, such as a telephone number, so that no line breaks between them. */
export function inOneLine(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}
