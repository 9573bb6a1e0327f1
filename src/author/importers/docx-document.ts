/** Makes HTML of a Word document. What it would unpack to is counted first. */
import { inflateRawSync } from 'node:zlib';

/** Bytes of XML that all parts together may unpack to. */
const bytesAllowed = 60_000_000;
const partsAllowed = 2_000;

const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "r[style-name='Code'] => code",
  "p[style-name='Code'] => pre:fresh",
  'comment-reference => sup',
];

/** Throws a `RangeError` for one that would unpack to more than it may, and an `Error` for bytes that are no Word document. */
export async function docxHtml(bytes: Uint8Array): Promise<string> {
  countUnpacked(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  // Only who imports a Word document loads its reader.
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: styles,
      externalFileAccess: false,
      // A picture is told by its words; its bytes are not imported.
      convertImage: mammoth.images.imgElement(async () => ({ src: 'picture' })),
    },
  );
  return value;
}

/** By the directory at the end of the archive; sizes that stand there are not believed. */
function countUnpacked(bytes: Buffer): void {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (end < 0) throw new Error('No archive.');
  const count = bytes.readUInt16LE(end + 10);
  if (count > partsAllowed) throw new RangeError('A document of too many parts.');
  let [at, left] = [bytes.readUInt32LE(end + 16), bytesAllowed];
  for (let number = 0; number < count; number += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('No archive.');
    const [method, packed, header] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ];
    const begin = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    left -= method === 8 ? unpackedSize(bytes.subarray(begin, begin + packed), left) : packed;
    if (left < 0) throw new RangeError('A document that unpacks to too much.');
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function unpackedSize(packed: Buffer, limit: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: limit + 1 }).length;
  } catch (cause) {
    if (cause instanceof RangeError) throw new RangeError('A document that unpacks to too much.', { cause });
    throw new Error('No archive.', { cause });
  }
}
