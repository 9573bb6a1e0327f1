/**
 * What Pagefind finds of words that stand in the index. For a word that does not it shortens the word until something begins
 * like it, so that `webhoks` finds every page with a word on `web`: none of that was looked for.
 */
import type { PagefindSearch } from './pagefind.ts';
import { fold } from './suggest-words.ts';

export interface ExactSearch extends PagefindSearch {
  /** Words of the search that nothing has. */
  unknown: string[];
  /** Words of pages that merely resemble what was looked for. */
  resembling: string[];
}

/** Most results that are read for words that were perhaps meant. */
const mostRead = 5;

/** Scripts in which a word cannot be told from its neighbours. */
const unspaced = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u;

/** `search` asks the index with the filters of the reader, `searchAll` without; `null` stands for every page. */
export async function searchExactly(
  words: string | null,
  search: (words: string | null) => Promise<PagefindSearch>,
  searchAll: (words: string) => Promise<PagefindSearch>,
): Promise<ExactSearch> {
  const found = await search(words);
  // Between quotes Pagefind takes words as they are.
  const asked = words === null || words.includes('"') ? [] : words.split(/\s+/);
  const [first] = await Promise.all(found.results.slice(0, 1).map((result) => result.data()));
  const firstWords = first ? wordsOf([first.content, ...Object.values(first.meta)]) : [];
  const unknown: string[] = [];
  for (const word of asked) {
    const sought = fold(word);
    if (sought === '' || unspaced.test(sought) || firstWords.some((one) => one.startsWith(sought))) continue;
    if ((await searchAll(`"${word}"`)).results.length === 0) unknown.push(word);
  }
  if (unknown.length === 0) return { ...found, unknown, resembling: [] };
  const read = await Promise.all(found.results.slice(0, mostRead).map((result) => result.data()));
  const resembling = wordsOf(read.flatMap(({ content, meta }) => [content, meta['title'] ?? '']));
  return { ...found, results: [], unknown, resembling };
}

/** Each once; folded, as they are compared. */
function wordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => [...text.split(/\s+/), ...text.split(/[^\p{L}\p{M}\p{N}]+/u)]);
  return [...new Set(words.map(fold))];
}
