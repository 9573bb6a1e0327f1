/** Finds words of a source that stand nowhere in its draft: the check of every import that nothing is lost. */
import { decodeHTML } from 'entities';
import { cleanText } from './clean-text.ts';

/** Data of pictures, of which no word is told. */
const dataAddress = /data:[\w.+-]{1,40}\/[\w.+-]{1,60}[;,][\w+/=%;,-]*/gi;
/** Longest passage of a to-do. */
const passageLength = 200;

export interface Unplaced {
  /** How many different words. */
  count: number;
  /** The words with what surrounds them, one line of the source each. */
  passages: string[];
}

/** `placed` are texts of the draft, or values with texts in them. A word is letters and digits after NFKC, in any case. */
export function findUnplaced(source: string, placed: readonly unknown[]): Unplaced {
  const known = new Set(placed.flatMap(textsIn).flatMap(wordsOf));
  const missing = new Set<string>();
  const passages: string[] = [];
  for (const line of plainOf(source).split('\n')) {
    const lost = wordsOf(line).filter((word) => !known.has(word) && !missing.has(word));
    if (lost.length === 0) continue;
    for (const word of lost) missing.add(word);
    passages.push(line.trim().length > passageLength ? lost.join(' ') : line.trim());
  }
  return { count: missing.size, passages };
}

/** Every text and number within a value, keys too. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}

function wordsOf(text: string): string[] {
  return plainOf(text)
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Without what Markdown, addresses and ISO 8601 write in another way than people read it; numbers of lists are marks. */
function plainOf(text: string): string {
  return decodeTwice(decodeHTML(cleanText(text.replace(dataAddress, ' '))))
    .replace(/^[ \t>]{0,20}\d{1,3}[.)](?=[ \t])/gm, ' ')
    .replace(/(?<=\d)T(?=\d)|(?<=\d)(?=Z\b)/g, ' ')
    .replace(/[*_~`\\]/g, '');
}

function decodeTwice(text: string): string {
  const decode = (part: string) =>
    part.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  return decode(decode(text));
}
