/** Finds those words, and runs of words, of a text that one looks for, without making a string of all that it passes. */

/** The words of one text; good until the scanner reads the next. */
export interface ScannedWords {
  count: number;
  wordAt(index: number): string;
  /** Places of words that are looked for, or look so, in order. */
  words: readonly number[];
  /** Where runs begin that are looked for, or look so, in order. */
  runs: readonly number[];
}

export interface WantedWords {
  words: Iterable<string>;
  /** Runs of `runLength` words each. */
  runs: Iterable<readonly string[]>;
  runLength: number;
}

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const wordForm = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const inWord = /[\p{L}\p{N}\p{M}]/u;
const standsAlone = new RegExp(`[${unspaced}\\p{Cs}]`, 'u');

/** Words of letters and digits of text in normal form; in scripts that write no spaces, each character is one. */
export function wordsOf(normal: string): string[] {
  return normal.match(wordForm) ?? [];
}

const unseen = 0;
const between = 1;
const within = 2;
/** Of a script that writes no spaces, or half of a character. */
const special = 3;

/** A scanner of texts in normal form, whose words are those of `wordsOf`. It misses nothing that is wanted. */
export function createWordScanner(wanted: WantedWords): (normal: string) => ScannedWords {
  const { runLength } = wanted;
  const wantedWords = createFilter([...wanted.words].map(hashOf));
  const wantedRuns = createFilter([...wanted.runs].map((run) => run.map(hashOf).reduce(addToRun, 0)));
  /** What the first word of a run has become when the last was added. */
  const leaving = Array.from({ length: runLength }).reduce<number>((power) => Math.imul(power, runBase), 1);
  const kinds = new Uint8Array(0x10000);
  let places = new Int32Array(512);
  let hashes = new Int32Array(256);

  const add = (count: number, start: number, end: number, hash: number) => {
    if (count >= hashes.length) [places, hashes] = [grown(places), grown(hashes)];
    places[count * 2] = start;
    places[count * 2 + 1] = end;
    hashes[count] = hash;
  };
  /** How many words there are; `undefined` where a text has something special. */
  const readPlain = (normal: string): number | undefined => {
    let [count, start, hash] = [0, -1, seed];
    for (let at = 0; at < normal.length; at += 1) {
      const code = normal.charCodeAt(at);
      let kind = kinds[code] as number;
      if (kind === unseen) {
        kind = kindOf(code);
        kinds[code] = kind;
      }
      if (kind === within) {
        if (start < 0) start = at;
        hash = Math.imul(hash ^ code, prime);
      } else if (kind === special) return undefined;
      else if (start >= 0) {
        add(count, start, at, hash);
        count += 1;
        start = -1;
        hash = seed;
      }
    }
    if (start < 0) return count;
    add(count, start, normal.length, hash);
    return count + 1;
  };
  const readSpecial = (normal: string): number => {
    let count = 0;
    for (const { index, 0: word } of normal.matchAll(wordForm)) {
      add(count, index, index + word.length, hashOf(word));
      count += 1;
    }
    return count;
  };

  return (normal) => {
    const count = readPlain(normal) ?? readSpecial(normal);
    const words: number[] = [];
    const runs: number[] = [];
    let run = 0;
    for (let index = 0; index < count; index += 1) {
      const hash = hashes[index] as number;
      if (isWanted(wantedWords, hash)) words.push(index);
      run = addToRun(run, hash);
      if (index >= runLength) run = (run - Math.imul(hashes[index - runLength] as number, leaving)) | 0;
      if (index >= runLength - 1 && isWanted(wantedRuns, run)) runs.push(index - runLength + 1);
    }
    return { count, words, runs, wordAt: (index) => normal.slice(places[index * 2], places[index * 2 + 1]) };
  };
}

function kindOf(code: number): number {
  const character = String.fromCharCode(code);
  return standsAlone.test(character) ? special : inWord.test(character) ? within : between;
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

/** A table in which `isWanted` finds every one of `hashes`, and few others: a bit for each place, so that it stays near the processor. */
function createFilter(hashes: readonly number[]): Int32Array {
  let size = 1 << 12;
  while (size < hashes.length * 16 && size < 1 << 26) size *= 2;
  const table = new Int32Array(size / 32);
  for (const hash of hashes) {
    const place = placeIn(table, hash);
    table[place >>> 5] = (table[place >>> 5] as number) | (1 << (place & 31));
  }
  return table;
}

function isWanted(filter: Int32Array, hash: number): boolean {
  const place = placeIn(filter, hash);
  return (((filter[place >>> 5] as number) >>> (place & 31)) & 1) === 1;
}

function placeIn(table: Int32Array, hash: number): number {
  return (hash ^ (hash >>> 15)) & (table.length * 32 - 1);
}

function grown(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}
