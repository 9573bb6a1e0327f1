/** Pictures of nothing but pixels, as cards are, need no library to be known as such. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { holdsPixelsAlone, UnreadableOutput, visibleStretches } from '../../src/gate/visible-stretches.ts';

const picture = sharp({
  create: { width: 40, height: 30, channels: 4, background: { r: 9, g: 90, b: 200, alpha: 0.5 } },
});
/** As cards are: without the size of a pixel, which the library writes. */
async function plain(options: { palette?: boolean } = {}): Promise<Buffer> {
  const png = await picture.clone().png(options).toBuffer();
  const at = png.indexOf('pHYs') - 4;
  return Buffer.concat([png.subarray(0, at), png.subarray(at + 21)]);
}

/** A chunk with a length, a name, content and a sum, which nobody looks at. */
function chunk(name: string, content: string | Buffer): Buffer {
  const body = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)]);
}

test('a plain picture holds pixels alone', async () => {
  expect(holdsPixelsAlone(await plain())).toBe(true);
  expect(holdsPixelsAlone(await plain({ palette: true }))).toBe(true);
});

test('anything more is told', async () => {
  const png = await plain();
  const end = png.length - 12;
  const within = (more: Buffer) => Buffer.concat([png.subarray(0, end), more, png.subarray(end)]);
  expect(holdsPixelsAlone(within(chunk('tEXt', 'Author\0canary')))).toBe(false);
  expect(holdsPixelsAlone(within(chunk('eXIf', 'canary')))).toBe(false);
  expect(holdsPixelsAlone(within(chunk('IEND', '')))).toBe(false);
  expect(holdsPixelsAlone(within(chunk('IHDR', '')))).toBe(false);
  expect(holdsPixelsAlone(Buffer.concat([png, Buffer.from('canary')]))).toBe(false);
  expect(holdsPixelsAlone(Buffer.concat([png, Buffer.from('behind the end')]))).toBe(false);
  expect(holdsPixelsAlone(png.subarray(0, end))).toBe(false);
  expect(holdsPixelsAlone(png.subarray(1))).toBe(false);
  expect(
    holdsPixelsAlone(
      await picture
        .clone()
        .png()
        .withExif({ IFD0: { Copyright: 'canary' } })
        .toBuffer(),
    ),
  ).toBe(false);
  expect(holdsPixelsAlone(await picture.clone().webp().toBuffer())).toBe(false);
  expect(holdsPixelsAlone(Buffer.alloc(0))).toBe(false);
});

test('words among the pixels are found all the same, and what is no picture is refused', async () => {
  const png = await plain();
  const end = png.length - 12;
  const hidden = Buffer.concat([png.subarray(0, end), chunk('IDAT', 'canary-in-pixels'), png.subarray(end)]);
  expect(holdsPixelsAlone(hidden)).toBe(true);
  expect((await visibleStretches('a.png', hidden)).join()).toContain('canary-in-pixels');
  const exif = await picture
    .clone()
    .png()
    .withExif({ IFD0: { Copyright: 'canary-in-exif' } })
    .toBuffer();
  expect((await visibleStretches('a.png', exif)).join()).toContain('canary-in-exif');
  await expect(visibleStretches('a.png', Buffer.from('no picture'))).rejects.toThrow(UnreadableOutput);
});
