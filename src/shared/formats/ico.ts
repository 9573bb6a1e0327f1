/** Takes an ICO file apart: its list, and the pictures that it leads to. */
import { isEmpty, type PictureParts, sentencesIn } from './picture-parts.ts';
import { readPng } from './png.ts';
import { demand } from './unreadable-file.ts';

const entryBytes = 16;
const bitmapHead = 40;
const mostPictures = 64;

/** Throws `UnreadableFile` for what is damaged, or holds bytes that belong to no picture. */
export function readIco(bytes: Uint8Array): PictureParts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Browsers take a PNG by this name too, and many sites have one.
  if (file[0] === 0x89) return readPng(bytes);
  demand(file.length > 22 && file.readUInt32LE(0) === 0x10000, 'it is no ICO picture');
  const count = file.readUInt16LE(4);
  demand(count > 0 && count <= mostPictures && 6 + count * entryBytes < file.length, 'its list is damaged');
  const entries = Array.from({ length: count }, (_, index) => {
    const at = 6 + index * entryBytes;
    return { start: file.readUInt32LE(at + 12), length: file.readUInt32LE(at + 8) };
  }).sort((a, b) => a.start - b.start);
  let end = 6 + count * entryBytes;
  const parts: PictureParts = { width: 0, height: 0, texts: [] };
  for (const { start, length } of entries) {
    demand(start === end && start + length <= file.length, 'there are bytes between its pictures');
    end = start + length;
    const { width, height, texts } = readPicture(file.subarray(start, end));
    parts.width = Math.max(parts.width, width);
    parts.height = Math.max(parts.height, height);
    parts.texts.push(...texts);
  }
  demand(isEmpty(file.subarray(end)), 'there are bytes behind its end');
  return parts;
}

/** A PNG file, or a bitmap of twice the height, with a mask of one bit a pixel behind it. */
function readPicture(picture: Buffer): PictureParts {
  if (picture[0] === 0x89) return readPng(picture);
  demand(picture.length > bitmapHead && picture.readUInt32LE(0) === bitmapHead, 'its pictures are damaged');
  const [width, height, bits] = [picture.readInt32LE(4), picture.readInt32LE(8) / 2, picture.readUInt16LE(14)];
  demand(width > 0 && width <= 1024 && height > 0 && height <= 1024, 'its pictures are damaged');
  demand([1, 4, 8, 24, 32].includes(bits) && picture.readUInt32LE(16) === 0, 'its pictures are damaged');
  const row = (depth: number) => Math.ceil((width * depth) / 32) * 4;
  const colours = bits <= 8 ? 4 * (picture.readUInt32LE(32) || 2 ** bits) : 0;
  const size = bitmapHead + colours + height * (row(bits) + row(1));
  const withoutMask = size - height * row(1);
  demand(picture.length === size || (bits === 32 && picture.length === withoutMask), 'its pictures are damaged');
  return { width, height, texts: sentencesIn(picture.subarray(bitmapHead)) };
}
