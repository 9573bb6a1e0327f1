/** One search of a site whose index stands on shards: it goes from the newest to older ones, as far as it is asked to. */
import { figureNames } from './facets.ts';
import { type IndexShard, ordersFile } from './index-shards.ts';
import type { OpenIndex, PagefindResult, PagefindSearch } from './pagefind.ts';
import type { SearchState } from './search-state.ts';

export interface SearchStep extends PagefindSearch {
  /** Nothing is left to be searched. */
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
  const searchOne = (shard: IndexShard) =>
    index.search(shard, words || null, {
      filters,
      sort: { ...(sort !== 'relevance' ? { [sort]: 'desc' } : !words && { newest: 'desc' }) },
    });
  const figure = (figureNames as readonly string[]).indexOf(sort);
  if (figure >= 0 && shards.length > 1) {
    const found: { result: PagefindResult; figure: number }[] = [];
    // In this order equal figures are newest first.
    for (const shard of fitting) {
      const [{ results }, orders] = await Promise.all([searchOne(shard), index.read(shard, ordersFile)]);
      found.push(...results.map((result) => ({ result, figure: (orders as Orders)[result.id]?.[figure] ?? -1 })));
    }
    const results = found.sort((a, b) => b.figure - a.figure).map(({ result }) => result);
    yield { results, filters: {}, isLast: true };
    return;
  }
  if (fitting.length === 0) yield { results: [], filters: {}, isLast: true };
  for (const [number, shard] of fitting.entries())
    yield { ...(await searchOne(shard)), isLast: number === fitting.length - 1 };
}
