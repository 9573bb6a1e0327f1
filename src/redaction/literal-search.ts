/** Tells at one look which of many words stand in a text, for far more texts hold none of them. */
import { unitsOf } from '../text/text-units.ts';

/** Indexes of the rows of which a word stands in `text`, in order; `A` to `Z` count as small letters. */
export type LiteralSearch = (text: string) => readonly number[];

const none: readonly number[] = [];

/** `rows`: words in normal form. The search visits each character of a text once, and then what begins like a word. */
export function createLiteralSearch(rows: readonly (readonly string[])[]): LiteralSearch {
  const literals = rows.flatMap((words, row) => words.flatMap((word) => (word === '' ? [] : [{ word, row }])));
  if (literals.length === 0) return () => none;
  const begins = Map.groupBy(literals, ({ word }) => beginOf(word.charCodeAt(0), word.charCodeAt(1)));
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
      const [pair, alone] = [beginOf(unit, next), beginOf(unit, Number.NaN)];
      unit = next;
      if (isBegin[pair] === 1) check(pair, at);
      if (isBegin[alone] === 1) check(alone, at);
    }
    return found ? [...found].sort((a, b) => a - b) : none;
  };
}

const tableSize = 1 << 15;

/** Of two letters, or of a word's only one. */
function beginOf(first: number, second: number): number {
  return (Math.imul(first, 0x2f0b) ^ (Number.isNaN(second) ? 0x2a55 : second)) & (tableSize - 1);
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
