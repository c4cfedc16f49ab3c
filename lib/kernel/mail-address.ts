/**
 * What is an e-mail address in a sentence, without the full stop after it. It is looked for at the beginnings of
 * words alone, so that a long word without an at sign is read once.
 */
const anyAddress = /((?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu;

/** Fewer characters than this are no line of their own. */
const shortest = 4;

/** A sentence in parts, of which every second one, from the second on, is an address. */
export function splitAtAddresses(sentence: string): string[] {
  return sentence.split(anyAddress);
}

/** Characters of the longest piece that is kept in one line: as many as a phone of 320 px has room for. */
export const longestInOneLine = 26;

/**
 * An address in the pieces that a line may be broken between: after its at sign and its dots, and nowhere
 * else, so that a hyphen in it is never taken for one that the line break has made. The last dot is one
 * of them only when there is no room else, and nothing shorter than four characters stands alone.
 */
export function addressPieces(address: string): string[] {
  const raw = address.split(/(?<=@)|(?<=\.)(?=.*[@.])/);
  const pieces: string[] = [];
  let short = '';
  for (const piece of raw) {
    const whole = short + piece;
    short = whole.length < shortest ? whole : '';
    if (short === '') pieces.push(whole);
  }
  const kept = short === '' ? pieces : [...pieces.slice(0, -1), (pieces.at(-1) ?? '') + short];
  return kept.flatMap((piece) =>
    piece.length > longestInOneLine ? piece.split(/(?<=\.)/) : [piece],
  );
}
