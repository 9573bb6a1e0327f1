/** What the reader looks for, as the address bar keeps it: `?q=timeout&year=2026&sort=newest`. */
import { filterNames, sortNames } from './facets.ts';

export type FilterName = (typeof filterNames)[number];
export type SortName = (typeof sortNames)[number] | 'relevance';

export interface SearchState {
  words: string;
  filters: Partial<Record<FilterName, string>>;
  sort: SortName;
}

/** Unknown sorts count as `relevance`. */
export function readState(parameters: URLSearchParams): SearchState {
  const filters: SearchState['filters'] = {};
  for (const name of filterNames) {
    const value = parameters.get(name);
    if (value) filters[name] = value;
  }
  const sort = sortNames.find((name) => name === parameters.get('sort')) ?? 'relevance';
  return { words: parameters.get('q')?.trim() ?? '', filters, sort };
}

/** The query with its question mark; empty when nothing is looked for. */
export function writeState({ words, filters, sort }: SearchState): string {
  const parameters = new URLSearchParams();
  if (words) parameters.set('q', words);
  for (const name of filterNames) {
    const value = filters[name];
    if (value) parameters.set(name, value);
  }
  if (sort !== 'relevance') parameters.set('sort', sort);
  const query = parameters.toString();
  return query && `?${query}`;
}
