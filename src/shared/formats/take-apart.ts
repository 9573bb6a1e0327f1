/** Takes a file apart by its ending, and demands that it is what the ending says. What is not known here cannot be read. */
import { basename } from 'node:path';
import { decodedTexts } from '../text/decoded-forms.ts';
import { readFont } from './font.ts';
import { readGif } from './gif.ts';
import { readIco } from './ico.ts';
import { readJpeg } from './jpeg.ts';
import { demandNoPackedSource } from './packed-source.ts';
import type { PictureParts } from './picture-parts.ts';
import { readPng } from './png.ts';
import { readDrawing } from './svg.ts';
import { decodeTextFile, demandOwnEncoding } from './text-file.ts';
import { shownText, textReadings } from './text-readings.ts';
import { mostUnpackedBytes, unpackGzip } from './unpack.ts';
import { demand, UnreadableFile } from './unreadable-file.ts';
import { readWebp } from './webp.ts';

/** `words`: of no markup at all; `data` is JSON, and parsed before. */
export type TextKind = 'markup' | 'data' | 'words';

export interface TakenApart {
  /** All of a file of text, as it is written; absent for pictures and fonts. */
  text?: string;
  kind: TextKind;
  /** What programs make of it beside that: drawn words, joined lines, metadata. */
  texts: string[];
  /** What the words of markup come to without its tags; drawings have them among `texts`. */
  shown?: () => string;
  /** Of data. */
  value?: unknown;
  /** Of a picture. */
  size?: { width: number; height: number };
}

const pictures = new Map<string, (bytes: Uint8Array) => PictureParts>([
  ['png', readPng],
  ['jpg', readJpeg],
  ['jpeg', readJpeg],
  ['gif', readGif],
  ['webp', readWebp],
  ['ico', readIco],
]);
const fonts = new Set(['woff', 'woff2', 'ttf', 'otf']);
const kinds = new Map<string, TextKind>([
  ...['html', 'htm', 'xhtml', 'xml', 'xsl', 'atom', 'rss', 'opml', 'svg'].map((end) => [end, 'markup'] as const),
  ...['json', 'map', 'webmanifest', 'geojson', 'jsonld'].map((end) => [end, 'data'] as const),
  ...[
    'css',
    'js',
    'mjs',
    'txt',
    'md',
    'mdx',
    'csv',
    'tsv',
    'ics',
    'vcf',
    'vtt',
    'srt',
    'yml',
    'yaml',
    'toml',
    'asc',
    'log',
    'jsonl',
    'ndjson',
  ].map((end) => [end, 'words'] as const),
]);
/** Without an ending, or nothing but one. */
const namedText = new Set([
  'CNAME',
  '_headers',
  '_redirects',
  'LICENSE',
  'LICENCE',
  'README',
  '.nojekyll',
  '.htaccess',
]);

/** Endings that are understood, for people. */
export const knownEndings = [...kinds.keys(), ...pictures.keys(), ...fonts, 'gz'].sort();

/** The ending of a path in lower case; `text` for what has none and is known to be text, empty where nothing is known. */
function endingOf(path: string): string {
  const name = basename(path);
  if (namedText.has(name)) return 'txt';
  const [, ending = ''] = /[^.]\.([A-Za-z0-9]+)$/.exec(name) ?? [];
  if (ending === '' && /(?:^|\/)\.well-known\//.test(path) && !name.startsWith('.')) return 'txt';
  return ending.toLowerCase();
}

/** True for a path whose ending is understood, whatever the file holds. */
export function isKnownEnding(path: string): boolean {
  const ending = endingOf(path);
  return pictures.has(ending) || fonts.has(ending) || kinds.has(ending) || ending === 'gz';
}

/** Throws `UnreadableFile`, which says why in words that quote nothing. */
export function takeApart(path: string, bytes: Uint8Array): TakenApart {
  const ending = endingOf(path);
  const readPicture = pictures.get(ending);
  if (readPicture) {
    const { texts, width, height } = readPicture(bytes);
    for (const content of texts) demandNoPackedSource(content);
    return { kind: 'words', texts, size: { width, height } };
  }
  if (fonts.has(ending)) return { kind: 'words', texts: readFont(bytes) };
  if (ending === 'gz') return takeGzip(path, bytes);
  const kind = kinds.get(ending);
  demand(kind !== undefined, 'it is of a kind that Candor cannot take apart');
  demand(bytes.length <= mostUnpackedBytes, 'it is too large');
  return takeText(decodeTextFile(bytes), ending, kind);
}

function takeGzip(path: string, bytes: Uint8Array): TakenApart {
  const inner = path.slice(0, -3);
  const kind = kinds.get(endingOf(inner));
  demand(kind !== undefined, 'it is packed, and not a file of text by its name');
  const { content, name } = unpackGzip(bytes);
  const taken = takeText(decodeTextFile(content), endingOf(inner), kind);
  return { ...taken, texts: [...taken.texts, ...(name === '' ? [] : [name])] };
}

function takeText(text: string, ending: string, kind: TextKind): TakenApart {
  const readings = textReadings(ending, text);
  const texts = [...readings, ...embeddedTexts(text, readings)];
  if (ending === 'ics' || ending === 'vcf')
    demand(!/;ENCODING=["']?(?:b|base64|quoted-printable)\b/i.test(text), 'something in it is packed');
  if (kind === 'data') return { text, kind, texts, value: parseJson(text) };
  if (kind === 'markup' || ending === 'css') demandOwnEncoding(text);
  if (kind !== 'markup') return { text, kind, texts };
  demand(!hasDeclarations(text), 'it has a document type with declarations');
  if (ending !== 'svg') return { text, kind, texts, shown: () => shownText(ending, text) };
  const { words, width, height } = readDrawing(text);
  demandNoPackedSource(text);
  return { text, kind, texts: [words, ...texts], size: { width, height } };
}

function hasDeclarations(text: string): boolean {
  const declaration = /<!ENTITY|<!DOCTYPE[^>[]{0,300}\[/iy;
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at + 2)) {
    declaration.lastIndex = at;
    if (declaration.test(text)) return true;
  }
  return false;
}

/** Each name once in an object: of two values programs show one, or the other. */
function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UnreadableFile('it is not JSON', { cause });
  }
  const written = text.match(/"(?:[^"\\]|\\.)*"/g)?.length ?? 0;
  demand(written === stringsIn(value), 'it has a name twice in one object');
  return value;
}

/** Level by level, of which there are as many as a program may go down into without harm. */
function stringsIn(value: unknown): number {
  let [count, depth] = [0, 0];
  for (let level = [value]; level.length > 0; depth += 1) {
    demand(depth <= deepestJson, 'it is nested too deeply');
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one === 'string') count += 1;
      if (typeof one !== 'object' || one === null) continue;
      const inner = Object.values(one);
      if (!Array.isArray(one)) count += inner.length;
      for (const part of inner) next.push(part);
    }
    level = next;
  }
  return count;
}

const deepestJson = 500;

/** As browsers have it, with blanks and unknown words in its head. */
const address = /data:([^,"'<>()]{0,200});[ \t]{0,9}base64[ \t]{0,9},([A-Za-z0-9+/=_%\s-]*)/gi;
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/x-icon': 'ico',
  'image/vnd.microsoft.icon': 'ico',
  'image/svg+xml': 'svg',
  'font/woff2': 'woff2',
  'font/woff': 'woff',
  'application/json': 'json',
  'text/plain': 'txt',
  'text/css': 'css',
  'text/html': 'html',
  'text/javascript': 'js',
};

/** What stands in a text as an address that holds the whole file. */
function embeddedTexts(text: string, readings: readonly string[]): string[] {
  const isEscaped = hasEscapes(text);
  if (!isEscaped && ![text, ...readings].some(saysBase64)) return [];
  const forms = [text, ...readings, ...(isEscaped ? decodedTexts(text) : [])].map((form) =>
    form.replace(/[\r\n]+/g, ''),
  );
  const found = forms.filter(saysBase64).flatMap((form) => [...form.matchAll(address)]);
  const distinct = new Map(found.map((match) => [match[0], match]));
  return [...distinct.values()].flatMap(([, head = '', content = '']) => {
    const [type = ''] = head.split(';');
    const ending = endings[type.trim().toLowerCase() || 'text/plain'];
    demand(ending !== undefined, 'a file of an unknown kind is embedded in it');
    const bytes = Buffer.from(content.replace(/%2b/gi, '+').replace(/%2f/gi, '/').replace(/%3d/gi, '='), 'base64');
    const inner = takeApart(`embedded.${ending}`, bytes);
    return [...inner.texts, ...(inner.shown ? [inner.shown()] : []), ...(inner.text === undefined ? [] : [inner.text])];
  });
}

/** References that an address may be written with; those of quotes, which every page has, are none. */
function hasEscapes(text: string): boolean {
  const reference = /&(?:#(?!3[49];)|colon|tab|newline)/iy;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    if (!/[#ctn]/i.test(text.charAt(at + 1))) continue;
    reference.lastIndex = at;
    if (reference.test(text)) return true;
  }
  return false;
}

/** Its number is rare in a text, and looked for first. */
function saysBase64(text: string): boolean {
  for (let at = text.indexOf('64', 4); at >= 0; at = text.indexOf('64', at + 1))
    if (/base/i.test(text.slice(at - 4, at))) return true;
  return false;
}
