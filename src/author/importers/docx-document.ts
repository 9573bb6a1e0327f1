/** Makes HTML of a Word document. What it would unpack to is counted first. */
import { unpackZip } from './unpack-zip.ts';

const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "r[style-name='Code'] => code",
  "p[style-name='Code'] => pre:fresh",
  'comment-reference => sup',
];

/** Throws a `RangeError` for one that would unpack to more than it may, and an `Error` for bytes that are no Word document. */
export async function docxHtml(bytes: Uint8Array): Promise<string> {
  unpackZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
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
