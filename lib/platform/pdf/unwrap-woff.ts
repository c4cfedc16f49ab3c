import { inflateSync } from 'node:zlib';

const woffSignature = 0x774f4646;
const woffHeader = 44;
const woffEntry = 20;
const sfntHeader = 12;
const sfntEntry = 16;

/**
 * Turns a WOFF 1.0 file into the OpenType file that it wraps, once, instead of for every document.
 * `without` names tables to leave out. @throws Error when the bytes are not WOFF.
 */
export function unwrapWoff(woff: Buffer, without: readonly string[]): Buffer {
  if (woff.readUInt32BE(0) !== woffSignature) throw new Error('Not a WOFF file.');
  const entries = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = woffHeader + index * woffEntry;
    const offset = woff.readUInt32BE(at + 4);
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(at + 8));
    const length = woff.readUInt32BE(at + 12);
    return {
      tag: woff.toString('latin1', at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      bytes: packed.length < length ? inflateSync(packed) : packed,
    };
  }).filter(({ tag }) => !without.includes(tag));
  return assemble(woff.readUInt32BE(4), entries);
}

interface Table {
  readonly tag: string;
  readonly checksum: number;
  readonly bytes: Buffer;
}

function assemble(flavour: number, tables: readonly Table[]): Buffer {
  const header = Buffer.alloc(sfntHeader + tables.length * sfntEntry);
  const powers = Math.floor(Math.log2(tables.length));
  header.writeUInt32BE(flavour, 0);
  header.writeUInt16BE(tables.length, 4);
  header.writeUInt16BE(2 ** powers * 16, 6);
  header.writeUInt16BE(powers, 8);
  header.writeUInt16BE((tables.length - 2 ** powers) * 16, 10);
  let offset = header.length;
  const bodies = tables.map(({ tag, checksum, bytes }, index) => {
    const at = sfntHeader + index * sfntEntry;
    header.write(tag, at, 'latin1');
    header.writeUInt32BE(checksum, at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(bytes.length, at + 12);
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([header, ...bodies]);
}
