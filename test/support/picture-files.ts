/** Picture files written part by part, to plant what no library writes. */
import { crc32, deflateSync } from 'node:zlib';

/** A PNG chunk, with its right sum. */
export function pngChunk(name: string, content: string | Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(content)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const pngStart = Buffer.from('89504e470d0a1a0a', 'hex');

/** A PNG of grey pixels with further chunks before its pixels, and others behind them. */
export function writePng(before: readonly Buffer[] = [], behind: readonly Buffer[] = [], pixels?: Uint8Array): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(8, 0);
  head.writeUInt32BE(8, 4);
  head[8] = 8;
  const data = pixels ?? deflateSync(Buffer.alloc(8 * 9));
  const parts = [pngChunk('IHDR', head), ...before, pngChunk('IDAT', data), ...behind, pngChunk('IEND', '')];
  return Buffer.concat([pngStart, ...parts]);
}

/** A JPEG segment. */
export function jpegSegment(kind: number, content: string | Uint8Array): Buffer {
  const body = Buffer.from(content);
  const head = Buffer.from([0xff, kind, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** `jpeg` with a segment behind its first marker. */
export function withSegment(jpeg: Uint8Array, segment: Uint8Array): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

/** `gif` with an extension before its first picture: its kind, and its blocks. */
export function withExtension(gif: Uint8Array, kind: number, ...blocks: (string | Uint8Array)[]): Buffer {
  const start = 13 + ((gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0);
  const content = blocks.map((block) => Buffer.concat([Buffer.of(Buffer.from(block).length), Buffer.from(block)]));
  const extension = Buffer.concat([Buffer.of(0x21, kind), ...content, Buffer.of(0)]);
  return Buffer.concat([gif.subarray(0, start), extension, gif.subarray(start)]);
}

/** `webp` with a chunk at its end. */
export function withWebpChunk(webp: Uint8Array, name: string, content: string | Uint8Array): Buffer {
  const body = Buffer.from(content);
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  const file = Buffer.concat([webp, head, body, Buffer.alloc(body.length & 1)]);
  file.writeUInt32LE(file.length - 8, 4);
  return file;
}

/** An ICO file of such pictures. */
export function writeIco(...pictures: Uint8Array[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let start = head.length;
  for (const [index, picture] of pictures.entries()) {
    head.writeUInt32LE(picture.length, 6 + index * 16 + 8);
    head.writeUInt32LE(start, 6 + index * 16 + 12);
    start += picture.length;
  }
  return Buffer.concat([head, ...pictures]);
}

/** UTF-16 of the byte order that metadata of pictures often has. */
export function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}
