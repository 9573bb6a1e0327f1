/** Finds words and sentences of a source that stand nowhere in its draft: the check of every import that nothing is lost. */
import { decodeHTML } from 'entities';
import { cleanText } from './clean-text.ts';

/** Data of pictures, of which no word is told. */
const dataAddress = /data:[\w.+-]{1,40}\/[\w.+-]{1,60}[;,][\w+/=%;,-]*/gi;
/** Longest passage of a to-do that is shown whole. */
const passageLength = 200;
/** Words in a row by which a passage is known again: two meet by chance, and between four there may be the end of a field. */
const rowLength = 3;
/** With fewer that have two letters, it is a moment, or what a field says by its name. */
const fewestLost = 4;

export interface Unplaced {
  /** How many words that stand nowhere, each once, and words of sentences that stand nowhere as such. */
  count: number;
  /** The words with what surrounds them, one line of the source each. */
  passages: string[];
}

interface Line {
  text: string;
  words: string[];
}

/**
 * `placed` are texts of the draft, or values with texts in them. A word is letters and digits after NFKC, in any case. Lines
 * longer than `longest` are shown by what is lost of them. Words that stand together in `company` may stand apart in the draft.
 */
export function findUnplaced(
  source: string,
  placed: readonly unknown[],
  { longest = passageLength, company = [] }: { longest?: number; company?: readonly string[] } = {},
): Unplaced {
  const known = placed.flatMap(textsIn).flatMap(wordsOf);
  const lines = plainOf(source)
    .split('\n')
    .map((text) => ({ text: text.trim(), words: wordsOf(text) }));
  const apart = wordsApart(lines, [known, ...company.map(wordsOf)]);
  const words = new Set(known);
  const missing = new Set<string>();
  const unplaced: Unplaced = { count: 0, passages: [] };
  for (const [index, line] of lines.entries()) {
    const isNew = (word: string) => !words.has(word) && !missing.has(word);
    const lost = line.words.filter((word, at) => isNew(word) || apart[index]?.has(at));
    const news = new Set(lost.filter(isNew));
    if (lost.length === 0) continue;
    unplaced.count += news.size + lost.filter((word) => words.has(word)).length;
    for (const word of news) missing.add(word);
    unplaced.passages.push(line.text.length > longest ? lost.join(' ') : line.text);
  }
  return unplaced;
}

/** By line, the places of words that stand in the draft, but all of a passage of them in another company. */
function wordsApart(lines: readonly Line[], texts: readonly (readonly string[])[]): Set<number>[] {
  const rows = new Set(texts.flatMap((words) => words.map((_, at) => rowAt(words, at))));
  const all = lines.flatMap(({ words }) => words);
  const isPlaced = new Uint8Array(all.length);
  for (let at = 0; at + rowLength <= all.length; at += 1)
    if (rows.has(rowAt(all, at))) isPlaced.fill(1, at, at + rowLength);
  let first = 0;
  return lines.map(({ words }) => {
    const begin = first;
    first += words.length;
    return placesLost(words, (at) => isPlaced[begin + at] === 1);
  });
}

function rowAt(words: readonly string[], at: number): string {
  return words.slice(at, at + rowLength).join(' ');
}

function placesLost(words: readonly string[], isPlaced: (at: number) => boolean): Set<number> {
  const lost = new Set<number>();
  let run: number[] = [];
  for (let at = 0; at <= words.length; at += 1) {
    if (at < words.length && !isPlaced(at)) run.push(at);
    else {
      if (run.filter((place) => /\p{L}{2}/u.test(words[place] ?? '')).length >= fewestLost)
        for (const place of run) lost.add(place);
      run = [];
    }
  }
  return lost;
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

/** Without what Markdown, addresses and ISO 8601 write in another way than people read it; numbers of lists and headings and ticks of tasks are marks. */
function plainOf(text: string): string {
  return decodeTwice(decodeHTML(cleanText(text.replace(dataAddress, ' ').replace(/<br\s?\/?>/gi, ' '))))
    .replace(/^[ \t>]{0,20}(?:#{1,6}[ \t]{1,4})?\d{1,3}[.)](?=[ \t])/gm, ' ')
    .replace(/^([ \t>]{0,20}[-*+][ \t]{1,4})\[x\](?=[ \t])/gim, '$1')
    .replace(/(?<=\d)T(?=\d)|(?<=\d)(?=Z\b)/g, ' ')
    .replace(/[*_~`\\]/g, '');
}

function decodeTwice(text: string): string {
  const decode = (part: string) =>
    part.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  return decode(decode(text));
}
