/** Takes a finished file apart into stretches of text, whatever its kind, decoded as far as a reader's tools would. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { decodedTexts } from '../redaction/decoded-forms.ts';
import { markupStretches, type Stretch } from './markup-stretches.ts';

/** A file that could not be read or unpacked: it fails the gate. */
export class UnreadableOutput extends Error {}

const markup = /\.(?:html|xml|svg|xhtml|atom|rss|opml)$/i;
const image = /\.(?:webp|png|jpe?g|gif|avif|ico)$/i;
const packed = /\.(?:pf_fragment|pf_index|pf_meta|pf_filter|pagefind|gz|br)$/i;
const pagefindMark = 'pagefind_dcd';

/** First bytes of files that hold other files, or text that only their own programs can read. */
const closed: readonly [name: string, first: string][] = [
  ['a zip archive, or a document that is one', '504b0304'],
  ['a 7-Zip archive', '377abcaf271c'],
  ['a RAR archive', '526172211a07'],
  ['an xz archive', 'fd377a585a00'],
  ['a bzip2 archive', '425a68'],
  ['a zstd archive', '28b52ffd'],
  ['a PDF document', '255044462d'],
  ['an old office document', 'd0cf11e0a1b11ae1'],
];

/** Stretches of one file, as they stand; `formsOf` and `innerStretches` go on from there. Throws `UnreadableOutput`. */
export async function visibleStretches(path: string, bytes: Uint8Array): Promise<Stretch[]> {
  if (image.test(path)) return imageStretches(bytes);
  if (packed.test(path) || (bytes[0] === 0x1f && bytes[1] === 0x8b)) return unpackedStretches(path, bytes);
  const first = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  const format = closed.find(([, start]) => first.startsWith(start));
  if (format) throw new UnreadableOutput(`it is ${format[0]}`);
  // In UTF-16 every other byte of Latin text is zero.
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes).replaceAll('\0', '');
  if (markup.test(path)) return markupStretches(text);
  if (/\.(?:json|map|webmanifest|geojson|jsonld)$/i.test(path)) return jsonStretches(text);
  return [/\.(?:ics|vcf)$/i.test(path) ? unfoldLong(text) : text, ...readingsOf(path, text)];
}

/**
 * A calendar's lines, those joined that are as long as RFC 5545 (3.1) lets them be before they are folded: within a word, where
 * it comes to that, and half a word is none. A break after a short line stays one, whatever wrote it.
 */
function unfoldLong(text: string): string {
  let [joined, length] = ['', 0];
  for (const line of text.split(/\r?\n/)) {
    joined += length >= 60 && /^[ \t]/.test(line) ? line.slice(1) : `\n${line}`;
    length = Buffer.byteLength(line);
  }
  return joined;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** What the programs that read such a file make of its text. */
function readingsOf(path: string, text: string): string[] {
  if (/\.(?:ics|vcf)$/i.test(path)) return [text.replace(/\r?\n[ \t]/g, '').replace(/\\([,;nN\\])/g, ' $1')];
  if (/\.(?:md|txt)$/i.test(path)) return [text.replace(/[*_`~\\]/g, '')];
  if (/\.css$/i.test(path))
    return [text.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex) => codePoint(Number.parseInt(hex, 16)))];
  return [];
}

/** The stretch itself, and what its escapes stand for. */
export function formsOf(stretch: string): string[] {
  return [stretch, ...decodedTexts(stretch)];
}

/** Stretches of markup within a form of a stretch, as feeds have it escaped and data files as strings; none without. */
export function innerStretches(form: string): Stretch[] {
  return /<[A-Za-z!/]/.test(form) ? markupStretches(form).filter((inner) => inner !== form) : [];
}

function jsonStretches(text: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UnreadableOutput('it is not JSON', { cause });
  }
  return stringsIn(value);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]);
  return [];
}

/** Pagefind's files: fragments are JSON, the rest is CBOR, of which every run of letters is read. */
function unpackedStretches(path: string, bytes: Uint8Array): string[] {
  let content: Buffer;
  try {
    content = path.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
  } catch (cause) {
    throw new UnreadableOutput('it cannot be unpacked', { cause });
  }
  if (content.subarray(0, pagefindMark.length).toString('latin1') !== pagefindMark) {
    const text = content.toString('utf8');
    return [text];
  }
  const text = content.subarray(pagefindMark.length).toString('utf8');
  return text.trimStart().startsWith('{') ? jsonStretches(text) : runsOfText(text);
}

/** What an image holds beside its pixels, which are beyond the gate. */
async function imageStretches(bytes: Uint8Array): Promise<string[]> {
  if (holdsPixelsAlone(bytes)) return longRuns(bytes);
  const metadata = await sharp(bytes, { pages: 1 })
    .metadata()
    .catch((cause) => {
      throw new UnreadableOutput('it is not an image that can be read', { cause });
    });
  const blocks = [
    metadata.exif,
    metadata.xmp,
    metadata.iptc,
    metadata.xmpAsString,
    JSON.stringify(metadata.comments ?? ''),
  ];
  return [
    ...longRuns(bytes),
    ...blocks.flatMap((block) => (block === undefined ? [] : runsOfText(Buffer.from(block).toString('utf8')))),
  ];
}

/** Bytes before, between and behind what the format knows; longer runs only, for compressed bytes look like letters. */
function longRuns(bytes: Uint8Array): string[] {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      .toString('latin1')
      .match(/[ -~]{8,}/g) ?? []
  );
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');
/** Header, palette, transparency, pixels, end: nothing in them is text. */
const pixelChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** True for a whole PNG (ISO/IEC 15948, 5) of such chunks from its first byte to its last, of which no library could tell more. */
export function holdsPixelsAlone(bytes: Uint8Array): boolean {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!png.subarray(0, 8).equals(pngSignature)) return false;
  let [at, name] = [8, ''];
  while (at + 12 <= png.length) {
    const before = name;
    name = png.toString('latin1', at + 4, at + 8);
    const isFirst = at === 8;
    if (!pixelChunks.has(name) || isFirst !== (name === 'IHDR') || before === 'IEND') return false;
    at += 12 + png.readUInt32BE(at);
  }
  return at === png.length && name === 'IEND';
}

function runsOfText(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{P} ]{3,}/gu) ?? [];
}

function codePoint(value: number): string {
  return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : '';
}
