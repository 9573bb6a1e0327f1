/** One search of a site whose index stands on shards: it goes from the newest to older ones, as far as it is asked to. */
import { figureNames } from './facets.ts';
import { type IndexShard, ordersFile } from './index-shards.ts';
import type { OpenIndex, PagefindResult } from './pagefind.ts';
import { type ExactSearch, searchExactly } from './search-exactly.ts';
import type { SearchState } from './search-state.ts';

export interface SearchStep extends ExactSearch {
  /** Nothing is left to be searched. `unknown` is what no shard so far has. */
  isLast: boolean;
}

type Orders = Record<string, readonly number[]>;

/**
 * `shards`, newest first, are what is searched. Each step has the results of one more shard, in their order; an order by
 * a figure needs all of them, which is one step.
 */
export async function* searchIndexShards(
  index: OpenIndex,
  { words, filters, sort }: SearchState,
  shards: readonly IndexShard[],
): AsyncGenerator<SearchStep, undefined> {
  const fitting = shards.filter(({ from, to }) => !filters.year || (from <= filters.year && filters.year <= to));
  const order = { ...(sort !== 'relevance' ? { [sort]: 'desc' as const } : !words && { newest: 'desc' as const }) };
  const searchOne = (shard: IndexShard) =>
    searchExactly(
      words || null,
      (asked) => index.search(shard, asked, { filters, sort: order }),
      (asked) => index.search(shard, asked, { filters: {}, sort: {} }),
    );
  const unknown: string[][] = [];
  const resembling: string[] = [];
  const figure = (figureNames as readonly string[]).indexOf(sort);
  if (figure >= 0 && shards.length > 1) {
    const found: { result: PagefindResult; figure: number }[] = [];
    // In this order equal figures are newest first.
    for (const shard of fitting) {
      const [{ results, ...missed }, orders] = await Promise.all([searchOne(shard), index.read(shard, ordersFile)]);
      unknown.push(missed.unknown);
      resembling.push(...missed.resembling);
      found.push(...results.map((result) => ({ result, figure: (orders as Orders)[result.id]?.[figure] ?? -1 })));
    }
    const results = found.sort((a, b) => b.figure - a.figure).map(({ result }) => result);
    yield { results, filters: {}, isLast: true, unknown: inAll(unknown), resembling };
    return;
  }
  if (fitting.length === 0) yield { results: [], filters: {}, isLast: true, unknown: [], resembling: [] };
  for (const [number, shard] of fitting.entries()) {
    const step = await searchOne(shard);
    unknown.push(step.unknown);
    resembling.push(...step.resembling);
    yield { ...step, isLast: number === fitting.length - 1, unknown: inAll(unknown), resembling };
  }
}

/** What is unknown to each shard. */
function inAll(unknown: readonly string[][]): string[] {
  const [first = [], ...rest] = unknown;
  return first.filter((word) => rest.every((words) => words.includes(word)));
}
