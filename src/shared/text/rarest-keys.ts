/** Indexes runs of words by what the fewest of them have: one word, or two in a row. A text is then held against few of them. */
import type { WantedWords } from './word-scanner.ts';

/** One of what is indexed, and where in its words the key begins. */
export interface KeyedEntry<Entry> {
  entry: Entry;
  keyAt: number;
}

/** By the key; two words have a space between. */
export type RarestKeys<Entry> = ReadonlyMap<string, readonly KeyedEntry<Entry>[]>;

/** `words` in normal form. Each entry stands under one key. */
export function indexByRarestKey<Entry extends { words: readonly string[] }>(
  entries: readonly Entry[],
): RarestKeys<Entry> {
  const frequency = new Map<string, number>();
  for (const key of entries.flatMap(({ words }) => keysOf(words))) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const index = new Map<string, KeyedEntry<Entry>[]>();
  for (const entry of entries) {
    const keys = keysOf(entry.words);
    const counts = keys.map((key) => frequency.get(key) ?? 0);
    const rarest = counts.reduce((least, count) => Math.min(least, count), Number.POSITIVE_INFINITY);
    const keyAt = counts.indexOf(rarest);
    const key = keys[keyAt] ?? '';
    const row = index.get(key);
    if (row) row.push({ entry, keyAt });
    else index.set(key, [{ entry, keyAt }]);
  }
  return index;
}

/** What a scanner has to look for. */
export function wantedOf(index: RarestKeys<unknown>): Pick<WantedWords, 'words' | 'pairs'> {
  const keys = [...index.keys()].map((key) => key.split(' '));
  return {
    words: keys.flatMap(([word = '', second]) => (second === undefined ? [word] : [])),
    pairs: keys.flatMap(([first = '', second]) => (second === undefined ? [] : [[first, second] as const])),
  };
}

/** The only word, or every two in a row. */
function keysOf(words: readonly string[]): string[] {
  return words.length < 2 ? [...words] : words.slice(1).map((word, at) => `${words[at]} ${word}`);
}
