/** One search of a site whose index stands on shelves: it goes from the newest to older ones, as far as it is asked to. */
import { figureNames } from './facets.ts';
import type { OpenIndex, PagefindResult, PagefindSearch } from './pagefind.ts';
import type { SearchState } from './search-state.ts';
import { ordersFile, type Shelf } from './shelves.ts';

export interface SearchStep extends PagefindSearch {
  /** Nothing is left to be searched. */
  isLast: boolean;
}

type Orders = Record<string, readonly number[]>;

/**
 * `shelves`, newest first, are what is searched. Each step has the results of one more shelf, in their order; an order by
 * a figure needs all of them, which is one step.
 */
export async function* searchShelves(
  index: OpenIndex,
  { words, filters, sort }: SearchState,
  shelves: readonly Shelf[],
): AsyncGenerator<SearchStep, undefined> {
  const fitting = shelves.filter(({ from, to }) => !filters.year || (from <= filters.year && filters.year <= to));
  const searchOne = (shelf: Shelf) =>
    index.search(shelf, words || null, {
      filters,
      sort: { ...(sort !== 'relevance' ? { [sort]: 'desc' } : !words && { newest: 'desc' }) },
    });
  const figure = (figureNames as readonly string[]).indexOf(sort);
  if (figure >= 0 && shelves.length > 1) {
    const found: { result: PagefindResult; figure: number }[] = [];
    // In this order equal figures are newest first.
    for (const shelf of fitting) {
      const [{ results }, orders] = await Promise.all([searchOne(shelf), index.read(shelf, ordersFile)]);
      found.push(...results.map((result) => ({ result, figure: (orders as Orders)[result.id]?.[figure] ?? -1 })));
    }
    const results = found.sort((a, b) => b.figure - a.figure).map(({ result }) => result);
    yield { results, filters: {}, isLast: true };
    return;
  }
  if (fitting.length === 0) yield { results: [], filters: {}, isLast: true };
  for (const [number, shelf] of fitting.entries())
    yield { ...(await searchOne(shelf)), isLast: number === fitting.length - 1 };
}
