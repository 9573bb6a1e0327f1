/** Takes a font apart (OpenType in WOFF, WOFF 2 or by itself): its names are read, outlines are none, and the rest is refused. */
import { narrowTextsIn, textsInBytes } from './byte-texts.ts';
import { isEmpty } from './picture-parts.ts';
import { mostUnpackedBytes, unpackWhole } from './unpack.ts';
import { demand } from './unreadable-file.ts';

/** Tables of names and labels. */
const named = new Set(['name', 'meta', 'ltag', 'TTFA']);
/** Tables of numbers with names among them. */
const mixed = new Set(['post', 'CFF ', 'CFF2', 'STAT', 'fvar', 'OS/2']);
/** Tables of outlines, metrics and rules. */
const drawn = new Set(
  'cmap head hhea hmtx maxp FFTM cvt  fpgm glyf loca prep VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL avar cvar gvar HVAR MVAR VVAR'
    .match(/.{4} ?/g)
    ?.map((tag) => tag.slice(0, 4)),
);
const mostTables = 64;

interface Table {
  tag: string;
  content: Buffer;
}

/** Texts of its names. Throws `UnreadableFile` for what is damaged, or holds tables or bytes that nobody knows. */
export function readFont(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  demand(file.length > 48, 'it is no font');
  const kind = file.toString('latin1', 0, 4);
  const tables = kind === 'wOF2' ? tablesOfWoff2(file) : kind === 'wOFF' ? tablesOfWoff(file) : tablesOfOpenType(file);
  return tables.flatMap(({ tag, content }) => {
    if (named.has(tag)) return textsInBytes(content);
    if (mixed.has(tag)) return narrowTextsIn(content);
    // A signature without signatures, as tools write it.
    demand(
      (drawn.has(tag) && !(tag === 'FFTM' && content.length !== 28)) || (tag === 'DSIG' && content.length <= 8),
      'it has a part that is not known',
    );
    return [];
  });
}

function tablesOfOpenType(file: Buffer): Table[] {
  const kind = file.readUInt32BE(0);
  demand(kind === 0x10000 || kind === 0x4f54544f || kind === 0x74727565, 'it is no font');
  const count = file.readUInt16BE(4);
  demand(count > 0 && count <= mostTables && 12 + count * 16 <= file.length, 'it is damaged');
  const parts = Array.from({ length: count }, (_, index) => {
    const at = 12 + index * 16;
    const [start, length] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
    return { tag: file.toString('latin1', at, at + 4), start, length };
  });
  const end = demandNoGaps(file, 12 + count * 16, parts);
  demand(isEmpty(file.subarray(end)), 'there are bytes behind its end');
  return parts.map(({ tag, start, length }) => ({ tag, content: file.subarray(start, start + length) }));
}

function tablesOfWoff(file: Buffer): Table[] {
  const count = file.readUInt16BE(12);
  demand(file.readUInt32BE(8) === file.length && count > 0 && count <= mostTables, 'it is damaged');
  demand(isEmpty(file.subarray(24, 44)) && 44 + count * 20 <= file.length, 'it holds more than a font');
  const parts = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20;
    const [start, length, whole] = [file.readUInt32BE(at + 4), file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
    return { tag: file.toString('latin1', at, at + 4), start, length, whole };
  });
  const end = demandNoGaps(file, 44 + count * 20, parts);
  demand(isEmpty(file.subarray(end)), 'there are bytes behind its end');
  demand(sum(parts.map(({ whole }) => whole)) <= mostUnpackedBytes, 'it unpacks to too much');
  return parts.map(({ tag, start, length, whole }) => {
    const packed = file.subarray(start, start + length);
    const content = length < whole ? unpackWhole('zlib', packed, whole) : packed;
    demand(content.length === whole, 'it is damaged');
    return { tag, content };
  });
}

const knownTags =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
    .match(/.{4} ?/g)
    ?.map((tag) => tag.slice(0, 4)) ?? [];

/** Of the head, which ends with where metadata and private bytes are: a font for pages needs none. */
function tablesOfWoff2(file: Buffer): Table[] {
  const [count, packedLength] = [file.readUInt16BE(12), file.readUInt32BE(20)];
  demand(file.readUInt32BE(4) !== 0x74746366, 'it holds several fonts');
  demand(file.readUInt32BE(8) === file.length && count > 0 && count <= mostTables, 'it is damaged');
  demand(isEmpty(file.subarray(28, 48)), 'it holds more than a font');
  let at = 48;
  const readNumber = () => {
    let value = 0;
    for (let index = 0; index < 5; index += 1) {
      const byte = file[at++] ?? 0;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    return demand(false, 'it is damaged') as never;
  };
  const parts = Array.from({ length: count }, () => {
    const flags = file[at++] ?? 0;
    const isSpelled = (flags & 63) === 63;
    const tag = isSpelled ? file.toString('latin1', at, at + 4) : (knownTags[flags & 63] ?? '');
    at += isSpelled ? 4 : 0;
    const whole = readNumber();
    const isOutline = tag === 'glyf' || tag === 'loca';
    const isTransformed = isOutline ? flags >> 6 !== 3 : flags >> 6 !== 0;
    return { tag, length: isTransformed ? readNumber() : whole };
  });
  const end = at + packedLength;
  demand(end <= file.length && isEmpty(file.subarray(end)) && file.length - end < 4, 'there are bytes behind its end');
  const length = sum(parts.map((part) => part.length));
  demand(length <= mostUnpackedBytes, 'it unpacks to too much');
  const content = unpackWhole('brotli', file.subarray(at, end), length);
  demand(content.length === length, 'it is damaged');
  let start = 0;
  return parts.map(({ tag, length: size }) => {
    start += size;
    return { tag, content: content.subarray(start - size, start) };
  });
}

/** Parts follow each other, with zeros up to the next place that four divides; gives the end of the last. */
function demandNoGaps(file: Buffer, start: number, parts: readonly { start: number; length: number }[]): number {
  let end = start;
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    demand(
      part.start >= end && part.start - end < 4 && isEmpty(file.subarray(end, part.start)),
      'there are bytes between its parts',
    );
    end = part.start + part.length;
    demand(end <= file.length, 'it is damaged');
  }
  return end;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
