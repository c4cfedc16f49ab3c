import sharp, { type Sharp } from 'sharp';
import { turnsOf } from './turns';

export type PictureKind = 'image/jpeg' | 'image/png';

/** A picture without anything but its picture, or why it cannot be had. */
export type CleanedPicture =
  | { readonly kind: 'cleaned'; readonly bytes: Buffer }
  /** Broken, cut off, or no picture behind its first bytes. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'too-many-pixels'; readonly width: number; readonly height: number }
  /** Written anew it is larger than allowed, whatever was tried. */
  | { readonly kind: 'too-large' };

export interface PictureLimits {
  readonly pixels: number;
  /** Bytes of the result. */
  readonly bytes: number;
}

// A picture takes its width × height × 4 bytes while it is worked on. One at a time on one thread, with
// nothing kept, so that uploads take neither the memory nor the processors from everybody else.
sharp.concurrency(1);
sharp.cache(false);
const turns = turnsOf('pictures', 1, 30_000);

/**
 * More points than this tell nobody more of a certificate: A4 at 480 to the inch. Counted by area and not
 * by the longest side, so that a long screenshot stays readable.
 */
const enoughPixels = 24_000_000;
const fewerPixels = 12_000_000;

/** Seconds of work that a picture is worth: the largest allowed takes half of it on two slow cores. */
const timeout = 15;

/**
 * Decodes a picture and writes it anew: turned the right way up, in sRGB, and without what came along
 * (where and when it was taken, by which phone, thumbnails, comments). PNG stays as it is, point for
 * point; JPEG is written at a quality at which text stays sharp, with at most 24 megapixels. Only when
 * the result would be too large is either made smaller than that.
 *
 * @param owner whose picture it is: each person has a place of their own in the line
 * @param read gives the bytes; called when the picture's turn has come
 * @throws TooManyWaiting when the machine has more pictures to do than it manages
 * @throws TooManyOwn
 */
export function cleanPicture(
  owner: string,
  read: () => Promise<Buffer>,
  kind: PictureKind,
  limits: PictureLimits,
): Promise<CleanedPicture> {
  return turns.take(owner, async () => clean(await read(), kind, limits));
}

async function clean(
  received: Buffer,
  kind: PictureKind,
  limits: PictureLimits,
): Promise<CleanedPicture> {
  try {
    // The head alone is read here: what the picture would unpack to is known before it is unpacked.
    const { width, height, format } = await sharp(received, { limitInputPixels: false }).metadata();
    if (format !== formats[kind]) return { kind: 'broken' };
    if (width * height > limits.pixels) return { kind: 'too-many-pixels', width, height };
    for (const write of ways[kind]) {
      const picture = sharp(received, {
        limitInputPixels: limits.pixels,
        // Less than whole is broken; what phones write beside the rule is not.
        failOn: 'error',
        sequentialRead: true,
      })
        .timeout({ seconds: timeout })
        .autoOrient();
      const bytes = await write(picture, { width, height }).toBuffer();
      if (bytes.length <= limits.bytes) return { kind: 'cleaned', bytes };
    }
    return { kind: 'too-large' };
  } catch {
    // Whatever the decoder says, it is about these bytes: nothing else was asked of it.
    return { kind: 'broken' };
  }
}

const formats: Readonly<Record<PictureKind, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
};

interface Size {
  readonly width: number;
  readonly height: number;
}

type Way = (picture: Sharp, size: Size) => Sharp;

/** Within so many pixels; both sides bound it alike, whichever way up the picture is. */
function within(picture: Sharp, { width, height }: Size, pixels: number): Sharp {
  const scale = Math.sqrt(pixels / (width * height));
  if (scale >= 1) return picture;
  const side = Math.max(1, Math.floor(Math.max(width, height) * scale));
  return picture.resize(side, side, { fit: 'inside' });
}

/** How it is written, the best first. */
const ways: Readonly<Record<PictureKind, readonly Way[]>> = {
  'image/jpeg': [
    (picture, size) => within(picture, size, enoughPixels).jpeg({ quality: 90 }),
    (picture, size) => within(picture, size, fewerPixels).jpeg({ quality: 82 }),
  ],
  'image/png': [
    (picture) => picture.png({ compressionLevel: 9 }),
    (picture) => picture.png({ compressionLevel: 6, adaptiveFiltering: true }),
    (picture, size) =>
      within(picture, size, fewerPixels).png({ compressionLevel: 6, adaptiveFiltering: true }),
  ],
};
