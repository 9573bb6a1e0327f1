/** Finds those words, and runs of words, of a text that one looks for, without making a string of all that it passes. */

import { unspacedScripts } from './scripts.ts';
import { unitsOf } from './text-units.ts';

/** The words of one text; good until the scanner reads the next. */
export interface ScannedWords {
  count: number;
  wordAt(index: number): string;
  /** Where a word begins and ends in the text. */
  rangeOf(index: number): [number, number];
  /** The text around a word, as far as `textBorder` lets it go, and where it begins. */
  textAt(index: number): { text: string; start: number };
  /** Places of words that are looked for, or look so, in order. */
  words: readonly number[];
  /** Where two words in a row begin that are looked for, or look so, in order. */
  pairs: readonly number[];
  /** Where runs begin that are looked for, or look so, in order. */
  runs: readonly number[];
}

export interface WantedWords {
  words: Iterable<string>;
  pairs: Iterable<readonly [string, string]>;
  /** Runs of `runLength` words each. */
  runs: Iterable<readonly string[]>;
  runLength: number;
}

const wordForm = new RegExp(`[${unspacedScripts}]\\p{M}*|(?:(?![${unspacedScripts}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const inWord = /[\p{L}\p{N}\p{M}]/u;
const standsAlone = new RegExp(`[${unspacedScripts}\\p{Cs}]`, 'u');

/** Words of letters and digits of text in normal form; in scripts that write no spaces, each character is one. */
export function wordsOf(normal: string): string[] {
  return normal.match(wordForm) ?? [];
}

/** Stands between texts that are scanned at once. No text has it: it is drawn as nothing, which normal form leaves out. */
export const textBorder = '\u0001';
const wordOrBorder = new RegExp(`${wordForm.source}|${textBorder}`, 'gu');

/** What a unit of text is, where it is no letter of a word. */
const between = 0;
const unseen = -1;
/** Of a script that writes no spaces, or half of a character. */
const special = -2;
/** Counts as a word which nobody looks for, so that no run goes over it. */
const border = -3;

/**
 * A scanner of texts in normal form, whose words are those of `wordsOf`; `A` to `Z` are read as small letters, so that
 * ASCII need not be in normal form. It misses nothing that is wanted.
 */
export function createWordScanner(wanted: WantedWords): (normal: string) => ScannedWords {
  const findWanted = createWantedSearch(wanted);
  const read = createWordReader();
  return (normal) => {
    const words = read(normal);
    const { offsets, count } = words;
    return {
      count,
      ...findWanted(words),
      rangeOf: (index) => [offsets[index * 2] ?? 0, offsets[index * 2 + 1] ?? 0],
      wordAt: (index) => normal.slice(offsets[index * 2], offsets[index * 2 + 1]).toLowerCase(),
      textAt: createTextAround(normal, offsets),
    };
  };
}

/** The words of one text; good until the next is read. */
interface ReadWords {
  count: number;
  /** Begin and end of each word. */
  offsets: Int32Array;
  hashes: Int32Array;
}

function createWordReader(): (normal: string) => ReadWords {
  let offsets = new Int32Array(512);
  let hashes = new Int32Array(256);
  const add = (count: number, start: number, end: number, hash: number) => {
    if (count >= hashes.length) [offsets, hashes] = [grown(offsets), grown(hashes)];
    offsets[count * 2] = start;
    offsets[count * 2 + 1] = end;
    hashes[count] = hash;
  };
  /** How many words there are; `undefined` where a text has something special. */
  const readPlain = (normal: string): number | undefined => {
    const units = unitsOf(normal);
    let [count, start, hash] = [0, 0, seed];
    for (let at = 0; at < normal.length; at += 1) {
      const unit = units[at] as number;
      let letter = letters[unit] as number;
      if (letter === unseen) {
        letter = letterOf(unit);
        letters[unit] = letter;
      }
      if (letter > 0) {
        hash = Math.imul(hash ^ letter, prime);
        continue;
      }
      if (letter === special) return undefined;
      if (start < at) {
        add(count, start, at, hash);
        count += 1;
        hash = seed;
      }
      start = at + 1;
      if (letter === border) {
        add(count, at, start, seed);
        count += 1;
      }
    }
    if (start >= normal.length) return count;
    add(count, start, normal.length, hash);
    return count + 1;
  };
  const readSpecial = (normal: string): number => {
    let count = 0;
    for (const { index, 0: word } of normal.matchAll(wordOrBorder)) {
      add(count, index, index + word.length, hashOf(word.toLowerCase()));
      count += 1;
    }
    return count;
  };
  return (normal) => {
    const count = readPlain(normal) ?? readSpecial(normal);
    return { count, offsets, hashes };
  };
}

/** Where those stand that are looked for, or look so. */
function createWantedSearch({ words, pairs, runs, runLength }: WantedWords) {
  const wantedWords = createFilter([...words].map(hashOf));
  const wantedPairs = createFilter([...pairs].map(([first, second]) => addToRun(hashOf(first), hashOf(second))));
  const wantedRuns = createFilter([...runs].map((run) => run.map(hashOf).reduce(addToRun, 0)));
  /** What the first word of a run has become when the last was added. */
  const leaving = Array.from({ length: runLength }).reduce<number>((power) => Math.imul(power, runBase), 1);
  return ({ count, hashes }: ReadWords): Pick<ScannedWords, 'words' | 'pairs' | 'runs'> => {
    const found = { words: [] as number[], pairs: [] as number[], runs: [] as number[] };
    let [run, before] = [0, 0];
    for (let index = 0; index < count; index += 1) {
      const hash = hashes[index] as number;
      if (isWanted(wantedWords, hash)) found.words.push(index);
      if (isWanted(wantedPairs, addToRun(before, hash)) && index > 0) found.pairs.push(index - 1);
      before = hash;
      run = addToRun(run, hash);
      if (index >= runLength) run = (run - Math.imul(hashes[index - runLength] as number, leaving)) | 0;
      if (index >= runLength - 1 && isWanted(wantedRuns, run)) found.runs.push(index - runLength + 1);
    }
    return found;
  };
}

function createTextAround(normal: string, offsets: Int32Array): ScannedWords['textAt'] {
  let borders: number[] | undefined;
  return (index) => {
    borders ??= bordersOf(normal);
    const begin = offsets[index * 2] ?? 0;
    let [low, high] = [0, borders.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((borders[middle] ?? 0) <= begin) low = middle + 1;
      else high = middle;
    }
    const start = low === 0 ? 0 : (borders[low - 1] ?? 0) + 1;
    return { text: normal.slice(start, borders[low]), start };
  };
}

function bordersOf(text: string): number[] {
  const borders: number[] = [];
  for (let at = text.indexOf(textBorder); at >= 0; at = text.indexOf(textBorder, at + 1)) borders.push(at);
  return borders;
}

/** For each unit of UTF-16 the letter that it counts as, which is above zero, or one of the constants above. */
const letters = new Int32Array(0x10000).fill(unseen);

function letterOf(unit: number): number {
  const character = String.fromCharCode(unit);
  if (character === textBorder) return border;
  if (/[A-Z]/.test(character)) return unit | 32;
  return standsAlone.test(character) ? special : inWord.test(character) ? unit : between;
}

const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = seed;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return hash;
}

const runBase = 0x85ebca6b | 0;

/** A polynomial of the hashes of its words, so that the first can be taken from it again. */
function addToRun(run: number, hash: number): number {
  return (Math.imul(run, runBase) + hash) | 0;
}

/**
 * A table in which `isWanted` finds every one of `hashes`, and few others (a Bloom filter): two bits for each, so that it
 * stays near the processor.
 */
function createFilter(hashes: readonly number[]): Int32Array {
  let size = 1 << 12;
  while (size < hashes.length * 32 && size < 1 << 26) size *= 2;
  const table = new Int32Array(size / 32);
  for (const hash of hashes)
    for (const mixed of [hash ^ (hash >>> 15), Math.imul(hash, secondMultiplier) >>> 5]) {
      const bit = mixed & (size - 1);
      table[bit >>> 5] = (table[bit >>> 5] as number) | (1 << (bit & 31));
    }
  return table;
}

const secondMultiplier = 0x9e3779b1 | 0;

function isWanted(filter: Int32Array, hash: number): boolean {
  return hasBit(filter, hash ^ (hash >>> 15)) && hasBit(filter, Math.imul(hash, secondMultiplier) >>> 5);
}

function hasBit(filter: Int32Array, mixed: number): boolean {
  const bit = mixed & (filter.length * 32 - 1);
  return (((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1;
}

function grown(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}
