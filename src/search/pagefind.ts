/** The part of Pagefind's browser module that the search page uses. */

export interface PagefindResult {
  data: () => Promise<{ url: string; excerpt: string; content: string; meta: Record<string, string> }>;
}

interface PagefindSearch {
  results: PagefindResult[];
  /** How many results have each value of each filter. */
  filters: Record<string, Record<string, number>>;
}

export interface Pagefind {
  options: (options: { baseUrl: string }) => Promise<void>;
  init: () => Promise<void>;
  /** Loads all filters; before that, searches count only those that were asked for. */
  filters: () => Promise<unknown>;
  /** `null` stands for every page. */
  search: (
    words: string | null,
    options: { filters: Record<string, string>; sort: Record<string, 'asc' | 'desc'> },
  ) => Promise<PagefindSearch>;
}

/** `link` leads to the site's first page from the page shown; the index is in `pagefind/` below it. */
export async function loadPagefind(link: string): Promise<Pagefind> {
  const base = new URL('.', new URL(link, document.baseURI)).pathname;
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base });
  await pagefind.init();
  await pagefind.filters();
  return pagefind;
}
