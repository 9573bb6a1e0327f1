/** Takes a WebP file apart, chunk by chunk (RFC 9649). */
import { textsInBytes } from './byte-texts.ts';
import { type PictureParts, sentencesIn } from './picture-parts.ts';
import { demand } from './unreadable-file.ts';

/** Throws `UnreadableFile` for what is damaged, holds chunks that nobody knows, or bytes that are no part of it. */
export function readWebp(bytes: Uint8Array): PictureParts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isWebp = file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP';
  demand(isWebp && file.length >= 20, 'it is no WebP picture');
  demand(file.readUInt32LE(4) + 8 === file.length, 'there are bytes behind its end');
  const parts: PictureParts = { width: 0, height: 0, texts: [] };
  readChunks(file.subarray(12), parts, false);
  demand(parts.width > 0, 'it has no pixels');
  return parts;
}

function readChunks(content: Buffer, parts: PictureParts, isFrame: boolean): void {
  let at = 0;
  while (at < content.length) {
    demand(at + 8 <= content.length, 'it has no end');
    const name = content.toString('latin1', at, at + 4);
    const length = content.readUInt32LE(at + 4);
    const end = at + 8 + length;
    demand(end + (length & 1) <= content.length, 'it has no end');
    demand((length & 1) === 0 || content[end] === 0, 'there are bytes between its parts');
    readChunk(name, content.subarray(at + 8, end), parts, isFrame);
    at = end + (length & 1);
  }
}

function readChunk(name: string, content: Buffer, parts: PictureParts, isFrame: boolean): void {
  const isKnown = ['VP8 ', 'VP8L', 'ALPH'].includes(name) || (!isFrame && outer.includes(name));
  demand(isKnown, 'it has a part that is not known');
  if (name === 'ANMF') {
    demand(content.length >= 24, 'it is damaged');
    readChunks(content.subarray(16), parts, true);
  } else if (name === 'ICCP' || name === 'EXIF' || name === 'XMP ') parts.texts.push(...textsInBytes(content));
  else {
    demand(!(name === 'ANIM' && content.length !== 6) && !(name === 'VP8X' && content.length !== 10), 'it is damaged');
    const size = isFrame ? undefined : sizeIn(name, content);
    if (size) [parts.width, parts.height] = size;
    parts.texts.push(...sentencesIn(content));
  }
}

const outer = ['VP8X', 'ANIM', 'ANMF', 'ICCP', 'EXIF', 'XMP '];

function sizeIn(name: string, content: Buffer): [number, number] | undefined {
  if (name === 'VP8X') return [content.readUIntLE(4, 3) + 1, content.readUIntLE(7, 3) + 1];
  if (name === 'VP8 ' && content.length >= 10)
    return [content.readUInt16LE(6) & 0x3fff, content.readUInt16LE(8) & 0x3fff];
  if (name !== 'VP8L' || content.length < 5) return undefined;
  const bits = content.readUInt32LE(1);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}
