/** Unpacks deflated bytes within bounds: to the last byte, and never to more than was allowed. */
import { brotliDecompressSync, crc32, inflateRawSync, inflateSync } from 'node:zlib';
import { demand, UnreadableFile } from './unreadable-file.ts';

/** Most bytes that one packed file or part may come to. */
export const mostUnpackedBytes = 67_108_864;
/** Most bytes for each packed one; ordinary text stays below 30. */
const mostRatio = 200;

const largestPiece = 262_144;
/** Where it is known how much comes out, all of it is one piece. */
const largestWhole = 8_388_608;

type Packing = 'zlib' | 'raw' | 'brotli';

const unpackers = { zlib: inflateSync, raw: inflateRawSync, brotli: brotliDecompressSync };

/** All of `bytes` must be used. Throws `UnreadableFile`. */
export function unpack(packing: Packing, bytes: Uint8Array, most = mostBytesFor(bytes)): Buffer {
  return unpackIn(packing, bytes, { most, piece: largestPiece });
}

/** The same of what comes to `size` bytes if it is what it should be, and never to more. */
export function unpackWhole(packing: Packing, bytes: Uint8Array, size: number): Buffer {
  return unpackIn(packing, bytes, { most: size, piece: largestWhole });
}

/** How much may come of it, and how much of it at once, in bytes. */
interface Bounds {
  most: number;
  piece: number;
}

function unpackIn(packing: Packing, bytes: Uint8Array, { most, piece }: Bounds): Buffer {
  try {
    // With `info` Node gives the engine too, which knows how much it read; the types do not say so.
    const { buffer, engine } = unpackers[packing](bytes, {
      maxOutputLength: Math.max(1, most),
      // In few pieces.
      chunkSize: Math.min(Math.max(64, most + 1), piece),
      info: true,
    }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    demand(engine.bytesWritten === bytes.length, 'there are bytes behind its packed part');
    return buffer;
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    const isTooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableFile(isTooLarge ? `it unpacks to more than ${most} bytes` : 'it cannot be unpacked', { cause });
  }
}

function mostBytesFor({ length }: Uint8Array): number {
  return Math.min(mostUnpackedBytes, 65_536 + length * mostRatio);
}

const hasNameFlag = 8;

/** A gzip file of one member (RFC 1952), with the name that stands in it, if any; extra fields and comments are refused. */
export function unpackGzip(bytes: Uint8Array): { content: Buffer; name: string } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  demand(file.length >= 18 && file.readUInt16BE(0) === 0x1f8b && file[2] === 8, 'it cannot be unpacked');
  demand((file[3] ?? 0) === 0 || file[3] === hasNameFlag, 'its head holds more than a name');
  const nameEnd = file[3] === hasNameFlag ? file.indexOf(0, 10) : 9;
  demand(nameEnd >= 9, 'it cannot be unpacked');
  const content = unpack('raw', file.subarray(nameEnd + 1, -8), mostBytesFor(file));
  demand(
    file.readUInt32LE(file.length - 8) === crc32(content) && file.readUInt32LE(file.length - 4) === content.length,
    'its sums are wrong',
  );
  return { content, name: file.toString('latin1', 10, Math.max(10, nameEnd)) };
}
