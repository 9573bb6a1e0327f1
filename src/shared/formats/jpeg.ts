/** Takes a JPEG file apart, segment by segment (ITU-T T.81, annex B). */
import { textsInBytes } from './byte-texts.ts';
import { isEmpty, type PictureParts, sentencesIn } from './picture-parts.ts';
import { demand } from './unreadable-file.ts';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const comment = 0xfe;

/** How the metadata begins that is read; anything else in an application's segment is refused. */
const applications: Readonly<Record<number, readonly string[]>> = {
  224: ['JFIF\0', 'JFXX\0'],
  225: ['Exif\0', 'http://ns.adobe.com/xap/1.0/\0', 'http://ns.adobe.com/xmp/extension/\0'],
  226: ['ICC_PROFILE\0', 'FPXR\0'],
  234: ['AROT\0'],
  236: ['Ducky', 'Picture Info'],
  237: ['Photoshop 3.0\0', 'Adobe_CM'],
  238: ['Adobe'],
};

/** Throws `UnreadableFile` for what is damaged, holds segments that nobody knows, or bytes that are no part of it. */
export function readJpeg(bytes: Uint8Array): PictureParts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  demand(file[0] === 0xff && file[1] === startOfImage, 'it is no JPEG picture');
  const parts: PictureParts = { width: 0, height: 0, texts: [] };
  const pixels: Buffer[] = [];
  let at = 2;
  for (;;) {
    demand(at + 2 <= file.length && file[at] === 0xff, 'it is damaged between its parts');
    const kind = file[at + 1] ?? 0;
    if (kind === endOfImage) break;
    demand(at + 4 <= file.length && kind >= 0xc0 && kind !== 0xff, 'it is damaged between its parts');
    const length = file.readUInt16BE(at + 2);
    const end = at + 2 + length;
    demand(length >= 2 && end <= file.length, 'it has no end');
    const content = file.subarray(at + 4, end);
    if (isFrame(kind) && content.length >= 5) {
      parts.height = content.readUInt16BE(1);
      parts.width = content.readUInt16BE(3);
    } else parts.texts.push(...textsOfSegment(kind, content));
    at = end;
    if (kind !== startOfScan) continue;
    const next = endOfScan(file, at);
    pixels.push(file.subarray(at, next));
    at = next;
  }
  // Cameras fill up what they have set aside.
  demand(isEmpty(file.subarray(at + 2)), 'there are bytes behind its end');
  demand(pixels.length > 0 && parts.width > 0, 'it has no pixels');
  parts.texts.push(...pixels.flatMap(sentencesIn));
  return parts;
}

/** Start of frame, but for those of that row that define tables. */
function isFrame(kind: number): boolean {
  return kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc;
}

/** The next marker that neither restarts nor stands for a byte of pixels. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return file.length;
}

function textsOfSegment(kind: number, content: Buffer): string[] {
  if (kind === comment) return textsInBytes(content);
  if (kind >= 0xe0 && kind <= 0xef) {
    const start = content.toString('latin1', 0, 40);
    const known = (applications[kind] ?? []).find((name) => start.startsWith(name));
    demand(known !== undefined && !(known === 'Adobe' && content.length > 12), 'it has a part that is not known');
    // No zero parts some of these names from what follows.
    return textsInBytes(content.subarray(known.length));
  }
  // Tables of numbers, restarts and scans.
  demand([0xc4, 0xcc, 0xda, 0xdb, 0xdd].includes(kind), 'it has a part that is not known');
  return kind === 0xdd || kind === 0xda ? [] : sentencesIn(content);
}
