/** How a layer was written: packed by deflate, as hex, as ASCII85, or with runs as their length. */
export type Layer = 'deflate' | 'hex' | 'ascii85' | 'runs';

/** Takes one layer off, piece by piece; state is kept between the pieces. */
interface LayerReader {
  readonly read: (chunk: Buffer) => Iterable<Buffer>;
  readonly isAtEnd: () => boolean;
}

export const layerReaders: Readonly<Record<'hex' | 'ascii85' | 'runs', () => LayerReader>> = {
  hex: hexReader,
  ascii85: ascii85Reader,
  runs: runsReader,
};

/** The same over what is there already, for what needs no waiting. */
export const readers = {
  hex: (source: Iterable<Buffer>) => readAll(hexReader(), source),
  ascii85: (source: Iterable<Buffer>) => readAll(ascii85Reader(), source),
  runs: (source: Iterable<Buffer>) => readAll(runsReader(), source),
};

function* readAll(reader: LayerReader, source: Iterable<Buffer>): Generator<Buffer> {
  for (const chunk of source) {
    yield* reader.read(chunk);
    if (reader.isAtEnd()) return;
  }
}

/** ISO 32000-1, 7.4.2. */
function hexReader(): LayerReader {
  let odd = '';
  let ended = false;
  return {
    *read(chunk) {
      const [written = '', ...rest] = chunk.toString('latin1').split('>', 2);
      ended = rest.length > 0;
      const digits = odd + written.replace(/[^0-9a-f]+/gi, '');
      const whole = digits.length - (digits.length % 2);
      odd = digits.slice(whole);
      yield Buffer.from(digits.slice(0, whole), 'hex');
    },
    isAtEnd: () => ended,
  };
}

/** ISO 32000-1, 7.4.3: five characters from "!" on are four bytes; "z" is four of nothing. */
function ascii85Reader(): LayerReader {
  let value = 0;
  let digits = 0;
  let ended = false;
  return {
    *read(chunk) {
      const bytes = Buffer.alloc(chunk.length * 4 + 4);
      let length = 0;
      for (const code of chunk) {
        if (code === 0x7e) {
          ended = true;
          // Fewer than five at the end stand for one byte less than they are.
          if (digits > 1) {
            const filled = value * 85 ** (5 - digits) + 85 ** (5 - digits) - 1;
            bytes.writeUInt32BE(filled % 2 ** 32, length);
            length += digits - 1;
          }
          break;
        }
        if (code === 0x7a && digits === 0) {
          length += 4;
          continue;
        }
        if (code < 0x21 || code > 0x75) continue;
        value = value * 85 + (code - 0x21);
        digits += 1;
        if (digits < 5) continue;
        bytes.writeUInt32BE(value % 2 ** 32, length);
        length += 4;
        value = 0;
        digits = 0;
      }
      yield bytes.subarray(0, length);
    },
    isAtEnd: () => ended,
  };
}

/** ISO 32000-1, 7.4.5: a length and so many bytes as they are, or one byte up to 128 times; 128 ends. */
function runsReader(): LayerReader {
  let asTheyAre = 0;
  let times = 0;
  let ended = false;
  return {
    *read(chunk) {
      let at = 0;
      while (at < chunk.length && !ended) {
        if (asTheyAre > 0) {
          const bytes = chunk.subarray(at, at + asTheyAre);
          asTheyAre -= bytes.length;
          at += bytes.length;
          yield bytes;
          continue;
        }
        const code = chunk[at] ?? 0;
        at += 1;
        if (times > 0) {
          yield Buffer.alloc(times, code);
          times = 0;
        } else if (code === 128) ended = true;
        else if (code < 128) asTheyAre = code + 1;
        else times = 257 - code;
      }
    },
    isAtEnd: () => ended,
  };
}
