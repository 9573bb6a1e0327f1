/** Takes a GIF file apart, block by block (GIF89a). */
import { textsInBytes } from './byte-texts.ts';
import { type PictureParts, sentencesIn } from './picture-parts.ts';
import { demand } from './unreadable-file.ts';

/** Of browsers, of metadata, and of ImageMagick, which writes its name and what it knows of colours. */
const applications = [
  'NETSCAPE2.0',
  'ANIMEXTS1.0',
  'XMP DataXMP',
  'ICCRGBG1012',
  'ImageMagick',
  'MGK8BIM0000',
  'MGKIPTC0000',
];

/** Throws `UnreadableFile` for what is damaged, holds blocks that nobody knows, or bytes that are no part of it. */
export function readGif(bytes: Uint8Array): PictureParts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  demand(file.length > 13 && /^GIF8[79]a$/.test(file.toString('latin1', 0, 6)), 'it is no GIF picture');
  const texts: string[] = [];
  let at = 13 + colours(file[10] ?? 0);
  for (let kind = file[at]; kind !== 0x3b; kind = file[at]) {
    if (kind === 0x2c) {
      demand(at + 11 <= file.length, 'it has no end');
      const pixels = readBlocks(file, at + 11 + colours(file[at + 9] ?? 0));
      texts.push(...sentencesIn(pixels.content));
      at = pixels.end;
    } else {
      demand(kind === 0x21, 'it is damaged between its parts');
      const { content, end } = readBlocks(file, at + 2);
      texts.push(...textsOfExtension(file[at + 1] ?? 0, content));
      at = end;
    }
  }
  demand(at + 1 === file.length, 'there are bytes behind its end');
  return { width: file.readUInt16LE(6), height: file.readUInt16LE(8), texts };
}

function colours(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Blocks of at most 255 bytes, up to an empty one. */
function readBlocks(file: Buffer, start: number): { content: Buffer; end: number } {
  const blocks: Buffer[] = [];
  let at = start;
  for (;;) {
    const length = file[at];
    demand(length !== undefined && at + 1 + length <= file.length, 'it has no end');
    if (length === 0) return { content: Buffer.concat(blocks), end: at + 1 };
    blocks.push(file.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
}

function textsOfExtension(kind: number, content: Buffer): string[] {
  switch (kind) {
    case 0xf9:
      demand(content.length === 4, 'it is damaged between its parts');
      return [];
    case 0xfe:
    case 0x01:
      return textsInBytes(content);
    case 0xff: {
      const name = content.toString('latin1', 0, 11);
      demand(applications.includes(name), 'it has a part that is not known');
      return textsInBytes(content.subarray(11));
    }
    default:
      demand(false, 'it has a part that is not known');
  }
}
