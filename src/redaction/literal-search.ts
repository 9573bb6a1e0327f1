/** Tells at one look which of many words stand in a text, for far more texts hold none of them. */

/** Indexes of the rows of which a word stands in `text`, in order; `A` to `Z` count as small letters. */
export type LiteralSearch = (text: string) => readonly number[];

interface Literal {
  word: string;
  row: number;
}

/** Words are told apart by so many of their first letters, or by all where they are shorter. */
const longestBegin = 4;
const none: readonly number[] = [];

/** `rows`: words in normal form. The search visits each character of a text at most four times, and then what begins like a word. */
export function createLiteralSearch(rows: readonly (readonly string[])[]): LiteralSearch {
  const literals = rows.flatMap((words, row) => words.flatMap((word) => (word === '' ? [] : [{ word, row }])));
  const begins = Map.groupBy(literals, ({ word }) => Math.min(word.length, longestBegin));
  const tables = [...begins].map(([length, words]) => createTable(length, words));
  if (tables.length === 0) return () => none;
  return (text) => {
    let found: Set<number> | undefined;
    for (const { length, isBegin, literalsAt } of tables)
      for (let at = 0; at + length <= text.length; at += 1) {
        const hash = hashAt(text, at, length);
        if (isBegin[hash] === 0) continue;
        for (const { word, row } of literalsAt.get(hash) ?? [])
          if (!found?.has(row) && standsAt(text, at, word)) {
            found ??= new Set();
            found.add(row);
          }
      }
    return found ? [...found].sort((a, b) => a - b) : none;
  };
}

interface Table {
  length: number;
  isBegin: Uint8Array;
  literalsAt: ReadonlyMap<number, readonly Literal[]>;
}

function createTable(length: number, literals: readonly Literal[]): Table {
  const literalsAt = Map.groupBy(literals, ({ word }) => hashAt(word, 0, length));
  const isBegin = new Uint8Array(tableSize);
  for (const hash of literalsAt.keys()) isBegin[hash] = 1;
  return { length, isBegin, literalsAt };
}

const tableSize = 1 << 14;

function hashAt(text: string, start: number, length: number): number {
  let hash = 0;
  for (let at = start; at < start + length; at += 1) hash = (Math.imul(hash, 0x2f0b4a27) + unitAt(text, at)) | 0;
  return (hash ^ (hash >>> 15)) & (tableSize - 1);
}

function standsAt(text: string, start: number, word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (unitAt(text, start + at) !== word.charCodeAt(at)) return false;
  return true;
}

/** `NaN` behind the end. */
function unitAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 65 && unit <= 90 ? unit | 32 : unit;
}
