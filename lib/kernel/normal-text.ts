/**
 * More marks on one letter than any writing has. Unicode's Stream-Safe Text Format (UAX #15, section 13)
 * allows thirty; putting a longer run into canonical order takes time with its square.
 */
const tooManyMarks = /\p{M}{31,}/u;

/** Whether a text can be normalised in time that grows with its length alone. */
export function isStreamSafe(text: string): boolean {
  return !tooManyMarks.test(text);
}

/** A text in NFC, with no more marks on a letter than the thirty that are allowed. */
export function normalText(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1').normalize('NFC');
}
