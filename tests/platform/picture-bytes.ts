import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A chunk of PNG: length, kind, data, and the check over the last two. */
function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A whole PNG of one bit a point, all black: a very large one packs into very little. */
export function blackPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What a telephone says of a picture: where it was taken, with what, and what somebody wrote beside it. */
export const secrets = ['Hjemme hos Kari', 'Fototelefon 7', 'Bak huset', 'secret-xmp'] as const;

/** Four quarters in four colours, so that one can tell which way is up. */
export async function quarters(width = 64, height = 32): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * 3);
  const colours = [
    [250, 0, 0],
    [0, 250, 0],
    [0, 0, 250],
    [250, 250, 0],
  ];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = colours[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)];
      raw.set(colour ?? [], (y * width + x) * 3);
    }
  }
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/** A picture as a telephone leaves it: lying on its side, and saying where it was taken. */
export async function fromTelephone(kind: 'jpeg' | 'png', picture?: Buffer): Promise<Buffer> {
  const [description, model, artist, xmp] = secrets;
  const tagged = sharp(picture ?? (await quarters()))
    .withExif({
      IFD0: { ImageDescription: description, Model: model, Artist: artist, Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '59/1 54/1 45/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '10/1 44/1 30/1',
      },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${xmp}"/></rdf:RDF></x:xmpmeta>`,
    )
    .withMetadata({ orientation: 6 });
  const bytes = await tagged.toFormat(kind, { quality: 95 }).toBuffer();
  if (kind === 'jpeg') return bytes;
  const text = chunk('tEXt', Buffer.from(`Comment\0${description}`, 'latin1'));
  // After the signature and IHDR.
  return Buffer.concat([bytes.subarray(0, 33), text, bytes.subarray(33)]);
}
