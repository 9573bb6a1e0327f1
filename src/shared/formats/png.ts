/** Takes a PNG file apart, chunk by chunk (W3C PNG, third edition, and its register of chunks). */
import { crc32 } from 'node:zlib';
import { narrowTextsIn, textsInBytes } from './byte-texts.ts';
import { mostMetadataBytes, mostMetadataParts, type PictureParts, sentencesIn } from './picture-parts.ts';
import { unpack, unpackWhole } from './unpack.ts';
import { demand } from './unreadable-file.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** Chunks of numbers alone, and the most bytes that each may have. */
const numbers: Readonly<Record<string, number>> = {
  PLTE: 768,
  tRNS: 256,
  gAMA: 4,
  cHRM: 32,
  sRGB: 1,
  sBIT: 4,
  bKGD: 6,
  hIST: 512,
  pHYs: 9,
  tIME: 7,
  cICP: 4,
  mDCV: 24,
  cLLI: 8,
  oFFs: 9,
  acTL: 8,
  fcTL: 26,
  sTER: 1,
  gIFg: 4,
  // Of ImageMagick: the canvas, and how it is turned.
  vpAg: 9,
  caNv: 16,
  orNT: 1,
  // Of Apple: where parts of the pixels begin.
  iDOT: 64,
};

interface Header {
  width: number;
  height: number;
  bitsPerPixel: number;
  isInterlaced: boolean;
}

/** Throws `UnreadableFile` for what is damaged, holds chunks that nobody knows, or bytes that are no part of it. */
export function readPng(bytes: Uint8Array): PictureParts {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  demand(png.subarray(0, 8).equals(signature), 'it is no PNG picture');
  const texts: string[] = [];
  let header: Header | undefined;
  let frame: Buffer[] = [];
  let frameSize: Pick<Header, 'width' | 'height'> | undefined;
  const closeFrame = () => {
    if (frame.length > 0 && header) checkPixels(frame, { ...header, ...frameSize });
    frame = [];
  };
  let [at, name, described, hasPixels] = [8, '', 0, false];
  while (name !== 'IEND') {
    demand(at + 12 <= png.length, 'it has no end');
    const length = png.readUInt32BE(at);
    demand(at + 12 + length <= png.length, 'it has no end');
    name = png.toString('latin1', at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    demand(png.readUInt32BE(at + 8 + length) === crc32(png.subarray(at + 4, at + 8 + length)), 'its sums are wrong');
    demand((header === undefined) === (name === 'IHDR'), 'its parts are out of order');
    if (name === 'IHDR') header = readHeader(content);
    else if (name === 'IDAT') hasPixels = frame.push(content) > 0;
    else if (name === 'fdAT') frame.push(content.subarray(4));
    else {
      closeFrame();
      described += Object.hasOwn(numbers, name) ? 0 : 1;
      demand(described <= mostMetadataParts, 'it has too many parts');
      if (name === 'fcTL' && length === 26)
        frameSize = { width: content.readUInt32BE(4), height: content.readUInt32BE(8) };
      texts.push(...textsOfChunk(name, content));
    }
    at += 12 + length;
  }
  demand(at === png.length, 'there are bytes behind its end');
  demand(hasPixels, 'it has no pixels');
  return { width: header?.width ?? 0, height: header?.height ?? 0, texts };
}

/** Samples of a pixel by the colour type. */
const samples = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

function readHeader(content: Buffer): Header {
  demand(content.length === 13, 'its head is damaged');
  const [depth = 0, colour = -1, packing, filter, interlace = 0] = content.subarray(8);
  const count = samples.get(colour);
  demand(count !== undefined && [1, 2, 4, 8, 16].includes(depth), 'its head is damaged');
  demand(packing === 0 && filter === 0 && interlace <= 1, 'its head is damaged');
  const [width, height] = [content.readUInt32BE(0), content.readUInt32BE(4)];
  return { width, height, bitsPerPixel: depth * count, isInterlaced: interlace === 1 };
}

/** Most bytes of unpacked pixels that are looked at. */
const mostPixelBytes = 400_000_000;

/** They are one stream, of the length that the head says, and nothing else. */
function checkPixels(parts: readonly Buffer[], { width, height, bitsPerPixel, isInterlaced }: Header): void {
  const sizeOf = (columns: number, rows: number) =>
    columns === 0 || rows === 0 ? 0 : rows * (1 + Math.ceil((columns * bitsPerPixel) / 8));
  const part = (size: number, start: number, step: number) => Math.ceil(Math.max(0, size - start) / step);
  const size = isInterlaced
    ? passes.reduce((sum, [x, y, dx, dy]) => sum + sizeOf(part(width, x, dx), part(height, y, dy)), 0)
    : sizeOf(width, height);
  demand(size <= mostPixelBytes, 'it has too many pixels');
  const content = unpackWhole('zlib', Buffer.concat(parts), size);
  demand(content.length === size, 'its pixels are damaged');
}

/** Of Adam7: first column, first row, and the steps from there. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Of numbers, pairs of bytes look like letters by chance; four letters in a row do not. */
function wordsInNumbers(content: Buffer): string[] {
  return textsInBytes(content).filter((text) => /\p{L}{4}/u.test(text));
}

function textsOfChunk(name: string, content: Buffer): string[] {
  const most = numbers[name];
  if (most !== undefined) {
    demand(content.length <= most, `its part ${name} is too long`);
    // Colours and counts are many, and words among them chance; of the others none, in any encoding.
    return most > 64 ? sentencesIn(content) : [...narrowTextsIn(content), ...wordsInNumbers(content)];
  }
  demand(content.length <= mostMetadataBytes, `its part ${name} is too long`);
  switch (name) {
    case 'IEND':
      demand(content.length === 0, 'there are bytes in its end');
      return [];
    case 'tEXt':
      return [...textsInBytes(content), ...profileTexts(content)];
    case 'pCAL':
    case 'sCAL':
    case 'eXIf':
      return textsInBytes(content);
    case 'zTXt':
    case 'iCCP':
      return packedTexts(content);
    case 'iTXt':
      return internationalTexts(content);
    default:
      demand(false, 'it has a part that is not known');
  }
}

function bothTexts(content: Buffer): string[] {
  return [...textsInBytes(content), ...profileTexts(content)];
}

/** ImageMagick writes what a picture of another format knew as digits: a name, a length, and its bytes, two digits each. */
function profileTexts(content: Buffer): string[] {
  const written = content.toString('latin1');
  const [, digits = ''] = /\n[a-z0-9 ]{1,40}\n\s{0,20}\d{1,10}\n([0-9a-f\s]{2,})/i.exec(written) ?? [];
  return textsInBytes(Buffer.from(digits.replace(/\s+/g, ''), 'hex'));
}

/** A name, how it is packed, and the packed rest. */
function packedTexts(content: Buffer): string[] {
  const end = content.indexOf(0);
  demand(end >= 0 && content[end + 1] === 0, 'its texts are damaged');
  return [
    ...textsInBytes(content.subarray(0, end)),
    ...bothTexts(unpack('zlib', content.subarray(end + 2), mostMetadataBytes)),
  ];
}

/** A name, whether it is packed, language, translated name, text. */
function internationalTexts(content: Buffer): string[] {
  const end = content.indexOf(0);
  const [isPacked = 0, packing = 0] = content.subarray(end + 1);
  const language = content.indexOf(0, end + 3);
  const title = content.indexOf(0, language + 1);
  demand(end >= 0 && language > end && title > language && isPacked <= 1 && packing === 0, 'its texts are damaged');
  const text = content.subarray(title + 1);
  return [
    ...textsInBytes(content.subarray(0, title)),
    ...bothTexts(isPacked === 1 ? unpack('zlib', text, mostMetadataBytes) : text),
  ];
}
