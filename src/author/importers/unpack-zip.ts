/** Unpacks an archive, with bounds on what it unpacks to. */
import { inflateRawSync } from 'node:zlib';

export interface ZipPart {
  /** As the archive has it: a path that leads anywhere. */
  name: string;
  bytes: Buffer;
}

const bytesAllowed = 60_000_000;
const partsAllowed = 2_000;

export interface ZipOptions {
  /** Bytes that all parts together may unpack to. */
  limit?: number;
  /** By its name; what is not wanted stays packed. */
  isWanted?: (name: string) => boolean;
}

/**
 * Files by the directory at the end of the archive; sizes that stand there are not believed. Throws a `RangeError` for one that
 * would unpack to more than it may, or whose directory leads out of it, and an `Error` for bytes that are no archive.
 */
export function unpackZip(bytes: Buffer, { limit = bytesAllowed, isWanted = () => true }: ZipOptions = {}): ZipPart[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (end < 0) throw new Error('No archive.');
  const count = bytes.readUInt16LE(end + 10);
  if (count > partsAllowed) throw new RangeError('An archive of too many parts.');
  const parts: ZipPart[] = [];
  let [at, left] = [bytes.readUInt32LE(end + 16), limit];
  for (let number = 0; number < count; number += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('No archive.');
    const [method, packed, nameLength, header] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/') && isWanted(name)) {
      const begin = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
      const content = bytes.subarray(begin, begin + packed);
      const unpacked = method === 8 ? inflate(content, left) : content;
      left -= unpacked.length;
      if (left < 0) throw new RangeError('An archive that unpacks to too much.');
      parts.push({ name, bytes: unpacked });
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function inflate(packed: Buffer, limit: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: limit + 1 });
  } catch (cause) {
    if (cause instanceof RangeError) throw new RangeError('An archive that unpacks to too much.', { cause });
    throw new Error('No archive.', { cause });
  }
}
