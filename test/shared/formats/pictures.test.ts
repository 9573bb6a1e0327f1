/** Pictures are taken apart by their formats: metadata is text, pixels are none, and nothing else may be in the file. */
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { takeApart } from '../../../src/shared/formats/take-apart.ts';
import { UnreadableFile } from '../../../src/shared/formats/unreadable-file.ts';
import { fuzzRuns } from '../../support/fuzz-runs.ts';
import {
  jpegSegment,
  pngChunk,
  utf16be,
  withExtension,
  withSegment,
  withWebpChunk,
  writeIco,
  writePng,
} from '../../support/picture-files.ts';

const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 4, background: { r: 9, g: 90, b: 200, alpha: 0.5 } } });
const jpeg = await picture().jpeg().toBuffer();
const gif = await picture().gif().toBuffer();
const webp = await picture().webp().toBuffer();
const png = await picture().png().toBuffer();

const canary = 'canary-in-it';
const packed = deflateSync(canary);
const textsOf = (file: string, bytes: Uint8Array) => takeApart(file, bytes).texts.join('\n');
const dressed = (format: 'jpeg' | 'png' | 'webp') =>
  picture()
    .withExif({ IFD0: { Copyright: canary } })
    [format]()
    .toBuffer();

test.each([
  ['png', png],
  ['jpg', jpeg],
  ['gif', gif],
  ['webp', webp],
  ['png', await picture().png({ palette: true }).toBuffer()],
  ['png', await picture(33, 17).png({ progressive: true }).toBuffer()],
  ['jpg', await picture().jpeg({ progressive: true }).toBuffer()],
  ['webp', await picture().webp({ lossless: true }).toBuffer()],
] as const)('a plain %s says nothing but its size', async (ending, bytes) => {
  const { width, height } = await sharp(bytes).metadata();
  expect(takeApart(`a.${ending}`, bytes)).toEqual({ kind: 'words', texts: [], size: { width, height } });
});

test.each([
  ...(['caNv', 'cHRM', 'iDOT', 'mDCV'] as const).flatMap((chunk) => [
    [`${chunk}, narrow`, chunk, Buffer.from('meimei')] as const,
    [`${chunk}, wide`, chunk, Buffer.from('meimei', 'utf16le')] as const,
    [`${chunk}, wide, at an odd place`, chunk, Buffer.from('xm\0e\0i\0m\0e\0i\0', 'latin1')] as const,
    [`${chunk}, wide, the other way round`, chunk, Buffer.from('meimei', 'utf16le').swap16()] as const,
  ]),
])('a word in a part of numbers is told: %s', (_, chunk, content) => {
  expect(textsOf('a.png', writePng([pngChunk(chunk, content)]))).toContain('meimei');
});

test.each([
  ['tEXt', 'png', writePng([pngChunk('tEXt', `Author\0${canary}`)])],
  ['zTXt', 'png', writePng([pngChunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), packed]))])],
  ['iTXt', 'png', writePng([pngChunk('iTXt', `Author\0\0\0\0\0${canary}`)])],
  ['iTXt, packed', 'png', writePng([pngChunk('iTXt', Buffer.concat([Buffer.from('Author\0\x01\0\0\0'), packed]))])],
  ['iTXt, its language', 'png', writePng([pngChunk('iTXt', `Author\0\0\0${canary}\0\0x`)])],
  ['iCCP', 'png', writePng([pngChunk('iCCP', Buffer.concat([Buffer.from('profile\0\0'), packed]))])],
  [
    'iCCP, its name',
    'png',
    writePng([pngChunk('iCCP', Buffer.concat([Buffer.from(`${canary}\0\0`), deflateSync('x')]))]),
  ],
  ['eXIf in UTF-16', 'png', writePng([], [pngChunk('eXIf', utf16be(canary))])],
  ['EXIF', 'png', await dressed('png')],
  ['EXIF', 'jpg', await dressed('jpeg')],
  ['EXIF', 'webp', await dressed('webp')],
  ['a comment', 'jpg', withSegment(jpeg, jpegSegment(0xfe, canary))],
  ['a comment in UTF-16', 'jpg', withSegment(jpeg, jpegSegment(0xfe, Buffer.from(`x${canary}`, 'utf16le')))],
  ['a comment in UTF-16, the other order', 'jpg', withSegment(jpeg, jpegSegment(0xfe, utf16be(canary)))],
  ['a comment in UTF-16, from an odd place', 'jpg', withSegment(jpeg, jpegSegment(0xfe, `\x01${utf16be(canary)}`))],
  ['a comment in UTF-32', 'jpg', withSegment(jpeg, jpegSegment(0xfe, [...canary].map((c) => `${c}\0\0\0`).join('')))],
  [
    'EXIF in UTF-16',
    'jpg',
    withSegment(jpeg, jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), utf16be(canary)]))),
  ],
  ['XMP', 'jpg', withSegment(jpeg, jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${canary}</x>`))],
  ['IPTC', 'jpg', withSegment(jpeg, jpegSegment(0xed, `Photoshop 3.0\x008BIM${canary}`))],
  [
    'a colour profile',
    'jpg',
    withSegment(jpeg, jpegSegment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0'), utf16be(canary)]))),
  ],
  ['a comment', 'gif', withExtension(gif, 0xfe, canary)],
  ['a comment in two blocks', 'gif', withExtension(gif, 0xfe, canary.slice(0, 4), canary.slice(4))],
  ['plain text', 'gif', withExtension(gif, 0x01, canary)],
  ['XMP', 'gif', withExtension(gif, 0xff, 'XMP DataXMP', canary)],
  ['XMP', 'webp', withWebpChunk(webp, 'XMP ', `<x>${canary}</x>`)],
  ['a colour profile', 'webp', withWebpChunk(webp, 'ICCP', utf16be(canary))],
  ['a PNG in it', 'ico', writeIco(writePng([pngChunk('tEXt', `a\0${canary}`)]))],
] as const)('%s of %s is text', (_, ending, bytes) => {
  expect(textsOf(`a.${ending}`, bytes)).toContain(canary);
});

test('a text of two letters is told where it is all that there is', () => {
  expect(textsOf('a.jpg', withSegment(jpeg, jpegSegment(0xfe, 'li')))).toContain('li');
  expect(textsOf('a.gif', withExtension(gif, 0xfe, utf16be('li')))).toContain('li');
});

test('Latin-1 and UTF-8 are both read', () => {
  for (const encoding of ['latin1', 'utf8'] as const)
    expect(textsOf('a.jpg', withSegment(jpeg, jpegSegment(0xfe, Buffer.from('Zoë Ångström', encoding))))).toContain(
      'Zoë Ångström',
    );
});

const bitmap = () => {
  const file = Buffer.alloc(40 + 16 * 16 * 4 + 16 * 4);
  file.writeUInt32LE(40, 0);
  file.writeInt32LE(16, 4);
  file.writeInt32LE(32, 8);
  file.writeUInt16LE(1, 12);
  file.writeUInt16LE(32, 14);
  return file;
};

test('an ICO of a bitmap and of a PNG is read', () => {
  expect(takeApart('favicon.ico', writeIco(bitmap(), writePng())).size).toEqual({ width: 16, height: 16 });
});

test.each([
  ['a PNG by the name of an ICO', 'ico', png],
  ['an ICO filled up with zeros', 'ico', Buffer.concat([writeIco(writePng()), Buffer.alloc(99)])],
  ['a JPEG filled up with zeros', 'jpg', Buffer.concat([jpeg, Buffer.alloc(3)])],
  ['a JPEG of Photoshop for the web', 'jpg', withSegment(jpeg, jpegSegment(0xec, 'Ducky\0\x01\0\x04\0\0\0\x50\0\0'))],
  ['a GIF of ImageMagick', 'gif', withExtension(gif, 0xff, 'ImageMagick', 'gamma=0.45')],
  ['a PNG of ImageMagick', 'png', writePng([pngChunk('vpAg', Buffer.alloc(9)), pngChunk('orNT', '\x01')])],
  ['a screenshot of a Mac', 'png', writePng([pngChunk('iDOT', Buffer.alloc(28))])],
])('%s is read', (_, ending, bytes) => {
  expect(takeApart(`a.${ending}`, bytes).size?.width).toBeGreaterThan(0);
});

test('what those say is told', () => {
  expect(textsOf('a.jpg', withSegment(jpeg, jpegSegment(0xec, `Ducky\0${canary}`)))).toContain(canary);
  expect(textsOf('a.gif', withExtension(gif, 0xff, 'ImageMagick', canary))).toContain(canary);
});

const behind = (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from(canary)]);
test.each([
  ['bytes behind the end', 'png', behind(png)],
  ['bytes behind the end', 'jpg', behind(jpeg)],
  ['bytes behind the end', 'gif', behind(gif)],
  ['bytes behind the end', 'webp', behind(webp)],
  ['bytes behind the end', 'ico', behind(writeIco(writePng()))],
  ['bytes between its pictures', 'ico', writeIco(Buffer.concat([bitmap(), Buffer.from(canary)]))],
  ['a chunk that nobody knows', 'png', writePng([pngChunk('prVt', canary)])],
  ['a palette of suggestions', 'png', writePng([pngChunk('sPLT', `${canary}\0`)])],
  ['a known chunk that is too long', 'png', writePng([pngChunk('gAMA', canary)])],
  ['an end that holds bytes', 'png', Buffer.concat([writePng().subarray(0, -12), pngChunk('IEND', canary)])],
  ['pixels that are none', 'png', writePng([], [], Buffer.from(canary))],
  ['bytes behind its pixels', 'png', writePng([], [], behind(deflateSync(Buffer.alloc(72))))],
  ['more pixels than its head says', 'png', writePng([], [], deflateSync(Buffer.alloc(72 + 900)))],
  [
    'bytes behind a packed text',
    'png',
    writePng([pngChunk('zTXt', behind(Buffer.concat([Buffer.from('a\0\0'), packed])))]),
  ],
  [
    'a packed text of a gigabyte',
    'png',
    writePng([pngChunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(2e6))]))]),
  ],
  ['wrong sums', 'png', Buffer.concat([png.subarray(0, -2), Buffer.from('ca')])],
  ['no end', 'png', png.subarray(0, -12)],
  ['a segment that nobody knows', 'jpg', withSegment(jpeg, jpegSegment(0xe5, canary))],
  ['a known segment of another kind', 'jpg', withSegment(jpeg, jpegSegment(0xe2, `MPF\0${canary}`))],
  ['bytes behind zeros behind its end', 'jpg', Buffer.concat([jpeg, Buffer.alloc(9), Buffer.from(canary)])],
  ['an ICO of bytes behind zeros', 'ico', Buffer.concat([writeIco(writePng()), Buffer.alloc(9), Buffer.from(canary)])],
  ['an extension that nobody knows', 'gif', withExtension(gif, 0xaa, canary)],
  ['an application that nobody knows', 'gif', withExtension(gif, 0xff, 'CANARY  1.0', canary)],
  ['a chunk that nobody knows', 'webp', withWebpChunk(webp, 'PRIV', canary)],
  ['a packed source of draw.io', 'png', writePng([pngChunk('tEXt', `mxfile\0%3Cmxfile%3E${'7VpZc6M4'.repeat(20)}`)])],
  [
    'a packed source of Excalidraw',
    'png',
    writePng([pngChunk('tEXt', 'a/vnd.excalidraw+json\0{"encoding":"bstring"}')]),
  ],
  ['another format', 'png', jpeg],
  ['another format', 'jpg', png],
  ['nothing', 'png', Buffer.alloc(0)],
  ['words', 'gif', Buffer.from(canary)],
] as const)('%s in a %s is refused', (_, ending, bytes) => {
  expect(() => takeApart(`a.${ending}`, bytes)).toThrow(UnreadableFile);
});

const pictures = fuzzRuns(200, 'CANDOR_PIXEL_RUNS');

test('pixels are no text, whatever they look like when they are packed', () => {
  for (let seed = 0; seed < pictures; seed += 1) {
    const random = createRandom(seed);
    const noise = Buffer.from(Array.from({ length: 72 * 9 }, () => random.between(0, 255)));
    const head = Buffer.alloc(13);
    head.writeUInt32BE(71, 0);
    head.writeUInt32BE(9, 4);
    head[8] = 8;
    const bytes = Buffer.concat([
      writePng().subarray(0, 8),
      pngChunk('IHDR', head),
      pngChunk('IDAT', deflateSync(noise, { level: random.between(0, 9) })),
      pngChunk('IEND', ''),
    ]);
    expect(takeApart('a.png', bytes).texts, String(seed)).toEqual([]);
  }
});

test('a sentence in the place of pixels is none of them', async () => {
  const sentence = 'The hoist was unplugged by the vicar of Quernmore.';
  const scan = jpeg.indexOf(Buffer.from([0xff, 0xda])) + 14;
  const planted = Buffer.concat([jpeg.subarray(0, scan), Buffer.from(sentence), jpeg.subarray(scan)]);
  expect(textsOf('a.jpg', planted)).toContain(sentence);
});
