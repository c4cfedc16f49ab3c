import { randomFillSync } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanPicture, type PictureKind } from '@/lib/platform/pictures';
import { blackPng, fromTelephone, quarters, secrets } from './picture-bytes';

const limits = { pixels: 120_000_000, bytes: 10 * 1024 * 1024 };

const clean = (bytes: Buffer, kind: PictureKind = 'image/jpeg', given = limits) =>
  cleanPicture('somebody', () => Promise.resolve(bytes), kind, given);

async function cleaned(bytes: Buffer, kind?: PictureKind, given = limits): Promise<Buffer> {
  const picture = await clean(bytes, kind, given);
  if (picture.kind !== 'cleaned') throw new Error(`not cleaned: ${picture.kind}`);
  return picture.bytes;
}

const points = (bytes: Buffer) => sharp(bytes).removeAlpha().raw().toBuffer();

describe('a picture from a telephone', () => {
  it.each([
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
  ] as const)('as %s says where it was taken, and afterwards nothing', async (kind, mediaType) => {
    const received = await fromTelephone(kind);
    const before = await sharp(received).metadata();
    expect(before.exif?.toString('latin1')).toContain(secrets[0]);
    expect(before.xmp?.toString('latin1')).toContain('secret-xmp');
    const kept = await cleaned(received, mediaType);
    const after = await sharp(kept).metadata();
    expect(after).toMatchObject({ format: kind });
    for (const part of ['exif', 'xmp', 'iptc', 'icc', 'comments'] as const) {
      expect([part, after[part]]).toEqual([part, undefined]);
    }
    for (const secret of secrets) expect(kept.includes(secret, 0, 'latin1')).toBe(false);
    expect(kept.includes('Exif', 0, 'latin1')).toBe(false);
  });

  it('stands the right way up, also for a reader that knows no orientation', async () => {
    const kept = await cleaned(await fromTelephone('jpeg'));
    const { width, height, orientation } = await sharp(kept).metadata();
    expect({ width, height, orientation }).toEqual({
      width: 32,
      height: 64,
      orientation: undefined,
    });
    const raw = await points(kept);
    // Turned to the right by a quarter: blue stands on top to the left.
    expect([...raw.subarray(0, 3)].map((value) => Math.round(value / 100))).toEqual([0, 0, 3]);
  });

  it('becomes the same bytes each time', async () => {
    const received = await fromTelephone('jpeg');
    expect(await cleaned(received)).toEqual(await cleaned(received));
  });

  it('stays readable: every point is near what it was', async () => {
    const noise = randomFillSync(Buffer.alloc(40 * 30 * 3));
    const picture = await sharp(noise, { raw: { width: 40, height: 30, channels: 3 } })
      .resize(800, 600)
      .jpeg({ quality: 95 })
      .toBuffer();
    const [before, after] = [await points(picture), await points(await cleaned(picture))];
    const off = before.map((value, at) => Math.abs(value - (after[at] ?? 0)));
    expect(off.reduce((sum, value) => sum + value, 0) / off.length).toBeLessThan(3);
  });
});

it.each(['true colour', 'palette', 'grey', 'transparent'])(
  'a PNG in %s stays what it is, point for point',
  async (how) => {
    const given = sharp(await quarters(60, 40));
    const received = await (
      how === 'palette'
        ? given.png({ palette: true })
        : how === 'grey'
          ? given.greyscale().png()
          : how === 'transparent'
            ? given.ensureAlpha(0.5).png()
            : given.png()
    ).toBuffer();
    const kept = await cleaned(received, 'image/png');
    expect(await sharp(kept).ensureAlpha().raw().toBuffer()).toEqual(
      await sharp(received).ensureAlpha().raw().toBuffer(),
    );
  },
);

describe('a picture that cannot be used', () => {
  it('is broken when it was cut off, anywhere', async () => {
    const [jpeg, png] = [await fromTelephone('jpeg'), await fromTelephone('png')];
    for (const part of [0.2, 0.5, 0.9]) {
      const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * part));
      expect([part, await clean(cut(jpeg))]).toEqual([part, { kind: 'broken' }]);
      expect([part, await clean(cut(png), 'image/png')]).toEqual([part, { kind: 'broken' }]);
    }
  });

  it('is broken when there is nothing behind its first bytes, or another kind', async () => {
    const signature = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]);
    expect(await clean(signature)).toEqual({ kind: 'broken' });
    expect(await clean(Buffer.concat([signature, randomFillSync(Buffer.alloc(9_000))]))).toEqual({
      kind: 'broken',
    });
    expect(await clean(Buffer.alloc(0))).toEqual({ kind: 'broken' });
    expect(await clean(await quarters(), 'image/jpeg')).toEqual({ kind: 'broken' });
    expect(await clean(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual({
      kind: 'broken',
    });
  });

  it('of 40 000 × 40 000 points is told by its size, and is not unpacked for it', async () => {
    const bomb = blackPng(40_000, 40_000);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const [memory, began] = [process.memoryUsage().rss, performance.now()];
    expect(await clean(bomb, 'image/png')).toEqual({
      kind: 'too-many-pixels',
      width: 40_000,
      height: 40_000,
    });
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(50 * 1024 * 1024);
  });

  it('is told to be too large when no way of writing it is small enough', async () => {
    const noise = randomFillSync(Buffer.alloc(300 * 300 * 3));
    const picture = sharp(noise, { raw: { width: 300, height: 300, channels: 3 } });
    const tight = { ...limits, bytes: 2_000 };
    expect(await clean(await picture.jpeg().toBuffer(), 'image/jpeg', tight)).toEqual({
      kind: 'too-large',
    });
    expect(await clean(await picture.png().toBuffer(), 'image/png', tight)).toEqual({
      kind: 'too-large',
    });
  });
});

it('a picture of more points than anybody reads is made smaller, by area', async () => {
  const large = await sharp({
    create: { width: 2_500, height: 10_000, channels: 3, background: '#abc' },
  })
    .jpeg()
    .toBuffer();
  const { width, height } = await sharp(await cleaned(large)).metadata();
  expect(width * height).toBeLessThanOrEqual(24_000_000);
  expect(width * height).toBeGreaterThan(23_000_000);
  expect(height / width).toBeCloseTo(4, 2);
});

it('pictures wait for each other', async () => {
  const received = await fromTelephone('jpeg');
  let open = 0;
  let most = 0;
  const read = async () => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((done) => setTimeout(done, 5));
    open -= 1;
    return received;
  };
  const owners = Array.from({ length: 5 }, (_, number) => `person ${number}`);
  await Promise.all(owners.map((owner) => cleanPicture(owner, read, 'image/jpeg', limits)));
  expect(most).toBe(1);
});
