/** Takes a finished file apart into stretches of text, whatever its kind, decoded as far as a reader's tools would. */
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';

/** A file that could not be read or unpacked: it fails the gate. */
export class UnreadableOutput extends Error {}

const markup = /\.(?:html|xml|svg|xhtml|atom|rss)$/i;
const image = /\.(?:webp|png|jpe?g|gif|avif|ico)$/i;
const packed = /\.(?:pf_fragment|pf_index|pf_meta|pf_filter|pagefind|gz|br)$/i;
const pagefindMark = 'pagefind_dcd';

/** Stretches of one file. Throws `UnreadableOutput`. */
export async function visibleStretches(path: string, bytes: Uint8Array): Promise<string[]> {
  if (image.test(path)) return imageStretches(bytes);
  if (packed.test(path)) return unpackedStretches(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  if (markup.test(path)) return markupStretches(text);
  if (path.endsWith('.json') || path.endsWith('.map') || path.endsWith('.webmanifest')) return jsonStretches(text);
  return [text, ...decodedForms(text)];
}

/** Text between block elements, attribute values, comments, scripts; each also decoded again. */
export function markupStretches(source: string): string[] {
  const stretches: string[] = [];
  let run = '';
  const close = () => {
    if (run.trim() !== '') stretches.push(run);
    run = '';
  };
  const pieces =
    /<!--([\s\S]*?)(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<(script|style)\b([^>]*)>([\s\S]*?)(?:<\/\3\s*>|$)|<([/!?]?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+|<)/g;
  for (const [, comment, cdata, script, scriptAttributes, code, , name, attributes, text] of source.matchAll(pieces)) {
    if (text !== undefined) run += text;
    else if (cdata !== undefined) stretches.push(...(/[<&]/.test(cdata) ? markupStretches(cdata) : [cdata]));
    else if (comment !== undefined) stretches.push(comment);
    else if (script !== undefined) stretches.push(code ?? '', ...attributeValues(scriptAttributes ?? ''));
    else {
      stretches.push(...attributeValues(attributes ?? ''));
      if (!inline.has((name ?? '').toLowerCase())) close();
    }
  }
  close();
  return stretches.flatMap((stretch) => [stretch, ...decodedForms(stretch)]);
}

/** Elements within a word or sentence. */
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'code',
  'del',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
]);

function attributeValues(attributes: string): string[] {
  return [...attributes.matchAll(/[^\s=]+\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((value) => value !== '');
}

function jsonStretches(text: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UnreadableOutput('it is not JSON', { cause });
  }
  return stringsIn(value).flatMap((string) =>
    /[<&]/.test(string) ? [string, ...markupStretches(string)] : [string, ...decodedForms(string)],
  );
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
function unpackedStretches(bytes: Uint8Array): string[] {
  let content: Buffer;
  try {
    content = gunzipSync(bytes);
  } catch (cause) {
    throw new UnreadableOutput('it cannot be unpacked', { cause });
  }
  const body =
    content.subarray(0, pagefindMark.length).toString('latin1') === pagefindMark
      ? content.subarray(pagefindMark.length)
      : content;
  const text = body.toString('utf8');
  return text.trimStart().startsWith('{') ? jsonStretches(text) : runsOfText(text);
}

/** Metadata blocks of an image as text; pixels are beyond the gate. */
async function imageStretches(bytes: Uint8Array): Promise<string[]> {
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
  return blocks.flatMap((block) => (block === undefined ? [] : runsOfText(Buffer.from(block).toString('utf8'))));
}

function runsOfText(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{P} ]{3,}/gu) ?? [];
}

/** The text with entities, percent and `\u` escapes taken off, as often as there are any. */
export function decodedForms(text: string): string[] {
  const forms: string[] = [];
  let form = text;
  for (let round = 0; round < 4; round += 1) {
    const next = decodeOnce(form);
    if (next === form) break;
    forms.push(next);
    form = next;
  }
  return forms;
}

function decodeOnce(text: string): string {
  let form = text;
  if (form.includes('&')) form = decodeEntities(form);
  if (form.includes('%')) form = form.replace(/(?:%[0-9a-f]{2})+/gi, decodePercent);
  if (form.includes('\\'))
    form = form.replace(/\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})/gi, (_, long, short) =>
      codePoint(Number.parseInt(long ?? short, 16)),
    );
  return form;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  hyphen: '-',
  period: '.',
  commat: '@',
  sol: '/',
  colon: ':',
  lowbar: '_',
  num: '#',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal, hex, name) => {
    if (decimal ?? hex) return codePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
    return named[String(name).toLowerCase()] ?? whole;
  });
}

function decodePercent(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

function codePoint(value: number): string {
  return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : '';
}
