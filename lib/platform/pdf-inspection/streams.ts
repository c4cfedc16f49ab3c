/**
 * From where each stream's data may begin: some readers take it from after the keyword and the white space
 * there, others from the next line. That is not the same when something stands between.
 */
export function* streamsOf(bytes: Buffer): Generator<Buffer> {
  const keyword = 'stream';
  let lineEnd = -1;
  let at = bytes.indexOf(keyword, 0, 'latin1');
  for (; at !== -1; at = bytes.indexOf(keyword, at + keyword.length, 'latin1')) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const after = at + keyword.length;
    if (!isBetweenTokens(bytes[after])) continue;
    let from = after;
    while (bytes[from] === 0x20 || bytes[from] === 0x09 || bytes[from] === 0x0c) from += 1;
    from = afterLineEnd(bytes, from);
    yield bytes.subarray(from);
    // Looked for once, and not from every keyword anew: a file may have no line end at all.
    if (lineEnd < after) lineEnd = nextLineEnd(bytes, after);
    const nextLine = afterLineEnd(bytes, lineEnd);
    if (nextLine !== from && nextLine < bytes.length) yield bytes.subarray(nextLine);
  }
}

function isBetweenTokens(byte: number | undefined): boolean {
  return byte !== undefined && '\0\t\n\f\r ()<>[]{}/%'.includes(String.fromCharCode(byte));
}

function nextLineEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
  return at;
}

function afterLineEnd(bytes: Buffer, at: number): number {
  const next = bytes[at] === 0x0d ? at + 1 : at;
  return bytes[next] === 0x0a ? next + 1 : next;
}

/** How often a file says in plain that it writes runs of a byte as their length. */
export function namesOfRuns(bytes: Buffer): 'none' | 'some' | 'one in another' {
  // A name may be written with any of its letters as #xx.
  const text = bytes
    .toString('latin1')
    .replace(/#([2-7][0-9a-f])/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  if (!/\/(?:RunLengthDecode|RL)\b/.test(text)) return 'none';
  return /\/(?:RunLengthDecode|RL)\s{0,20}\/(?:RunLengthDecode|RL)\b/.test(text)
    ? 'one in another'
    : 'some';
}
