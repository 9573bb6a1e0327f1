/** Decodes a file of text: UTF-8, or UTF-16 that says so, and nothing that another program would take for something else. */
import { demand, UnreadableFile } from './unreadable-file.ts';

/** Starts of documents that are written in letters, and drawn or run by their own programs. */
const disguised: readonly [name: string, start: RegExp][] = [
  ['a PDF document', /^[\s\S]{0,1024}%PDF-/],
  ['a PostScript document', /^\s{0,64}%!/],
  ['an RTF document', /^\s{0,64}\{\\rtf/],
  [
    'a packed mail',
    /^(?:[\s\S]{0,4096}\n)?(?:Content-Transfer-Encoding:\s*(?:base64|quoted-printable)|begin(?:-base64)? [0-7]{3} )/i,
  ],
];
const otherEncoding =
  /\b(?:encoding|charset)\s*[=:]?\s*["']?(?!utf-?(?:8|16)\b|us-ascii\b|ascii\b)[a-z][\w.-]{1,40}["']/i;

/** The text, without a byte order mark; line ends stay as they are. Throws `UnreadableFile`. */
export function decodeTextFile(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableFile('it is not UTF-8 text', { cause });
  }
  const isText = encoding === 'utf-8' ? !hasControls(bytes) : !/[\0-\x08\x0e-\x1f\x7f]/.test(text);
  demand(isText, 'it is not text');
  const found = disguised.find(([, start]) => start.test(text));
  demand(!found, `it is ${found?.[0]}`);
  return text;
}

/** Controls other than white space, which are bytes of their own in UTF-8. Four bytes at a time are looked at, for most hold none. */
function hasControls(bytes: Uint8Array): boolean {
  const start = Math.min(bytes.length, (4 - (bytes.byteOffset % 4)) % 4);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + start, (bytes.length - start) >> 2);
  const end = start + words.length * 4;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as number;
    const flipped = word ^ 0x7f7f7f7f;
    // The highest bit of a byte tells that it is below the space, or the last of ASCII.
    const found = ((word - 0x20202020) & ~word) | ((flipped - 0x01010101) & ~flipped);
    if ((found & 0x80808080) !== 0 && hasControlIn(bytes, start + at * 4, start + at * 4 + 4)) return true;
  }
  return hasControlIn(bytes, 0, start) || hasControlIn(bytes, end, bytes.length);
}

function hasControlIn(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte < 0x20 ? byte < 9 || byte > 13 : byte === 0x7f) return true;
  }
  return false;
}

/** Text of markup or styles may say that it is in another encoding, and be read otherwise then. */
export function demandOwnEncoding(text: string): void {
  demand(
    !otherEncoding.test(/^[\s\S]{0,1024}?(?:\?>|<meta[^>]{0,200}>|;|$)/i.exec(text)?.[0] ?? ''),
    'it says that it is in another encoding',
  );
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
