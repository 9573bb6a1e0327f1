/** Tells at one look which of many words stand in a text, for far more texts hold none of them. */

import { isAscii } from './normalise.ts';
import { unitsOf } from './text-units.ts';

/** Indexes of the rows of which a word stands in `text`, in order; `A` to `Z` count as small letters. */
export type LiteralSearch = (text: string) => readonly number[];

interface Literal {
  word: string;
  row: number;
}

const none: readonly number[] = [];
/** So many are found faster one after another by the engine of JavaScript, which looks at many characters at once. */
const few = 12;

/** `rows`: words in normal form. The search visits each character of a text once, and then what begins like a word. */
export function createLiteralSearch(rows: readonly (readonly string[])[]): LiteralSearch {
  const literals = rows.flatMap((words, row) => words.flatMap((word) => (word === '' ? [] : [{ word, row }])));
  if (literals.length === 0) return () => none;
  if (literals.length <= few) return searchOneByOne(literals);
  const hasSingle = literals.some(({ word }) => word.length === 1);
  const begins = Map.groupBy(literals, ({ word }) =>
    beginOf(word.charCodeAt(0), word.length === 1 ? alone : word.charCodeAt(1)),
  );
  const isBegin = new Uint8Array(tableSize);
  for (const begin of begins.keys()) isBegin[begin] = 1;
  return (text) => {
    const units = unitsOf(text);
    let found: Set<number> | undefined;
    const check = (begin: number, at: number) => {
      for (const { word, row } of begins.get(begin) ?? [])
        if (!found?.has(row) && standsAt(text, at, word)) {
          found ??= new Set();
          found.add(row);
        }
    };
    let unit = smallUnit(units[0] as number);
    for (let at = 0; at < text.length; at += 1) {
      const next = at + 1 < text.length ? smallUnit(units[at + 1] as number) : 0;
      const pair = beginOf(unit, next);
      if (isBegin[pair] === 1) check(pair, at);
      if (hasSingle && isBegin[beginOf(unit, alone)] === 1) check(beginOf(unit, alone), at);
      unit = next;
    }
    return found ? [...found].sort((a, b) => a - b) : none;
  };
}

function searchOneByOne(literals: readonly Literal[]): LiteralSearch {
  return (text) => {
    const small = isAscii(text) ? text.toLowerCase() : withSmallAscii(text);
    const found = literals.filter(({ word }) => small.includes(word)).map(({ row }) => row);
    return found.length === 0 ? none : [...new Set(found)].sort((a, b) => a - b);
  };
}

/** Other letters are as normal form has them, and stay as long as they are. */
function withSmallAscii(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
}

const tableSize = 1 << 15;
/** In the place of a second letter. */
const alone = 0x10000 | 0x2a55;

/** Of two letters, or of a word's only one. */
function beginOf(first: number, second: number): number {
  return (Math.imul(first, 0x2f0b) ^ second) & (tableSize - 1);
}

function standsAt(text: string, start: number, word: string): boolean {
  for (let at = 0; at < word.length; at += 1)
    if (smallUnit(text.charCodeAt(start + at)) !== word.charCodeAt(at)) return false;
  return true;
}

/** `NaN` behind the end stays so. */
function smallUnit(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit | 32 : unit;
}
