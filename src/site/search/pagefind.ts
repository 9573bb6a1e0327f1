/** The part of Pagefind's browser module that the search page uses. */
import type { IndexShard } from './index-shards.ts';

export interface PagefindResult {
  /** The name of its fragment. */
  id: string;
  data: () => Promise<{ url: string; excerpt: string; content: string; meta: Record<string, string> }>;
}

export interface PagefindSearch {
  results: PagefindResult[];
  /** How many results have each value of each filter. */
  filters: Record<string, Record<string, number>>;
}

interface PagefindOptions {
  baseUrl: string;
  /** Values that every page of one index has, whatever it says itself. */
  mergeFilter?: Record<string, string>;
  /** How much more than other text what is known of a page counts. */
  ranking?: { metaWeights: Record<string, number> };
}

interface PagefindModule {
  /** An index of its own, with all that was added to it: one that failed has no part in the next. */
  createInstance: (options: PagefindOptions) => Pagefind;
}

interface Pagefind {
  init: () => Promise<void>;
  /** Adds another index, of which every search is one too. */
  mergeIndex: (path: string, options: PagefindOptions) => Promise<void>;
  /** Loads all filters; before that, searches count only those that were asked for. */
  filters: () => Promise<unknown>;
  /** `null` stands for every page. */
  search: (
    words: string | null,
    options: { filters: Record<string, string>; sort: Record<string, 'asc' | 'desc'> },
  ) => Promise<PagefindSearch>;
}

/** The index of the site, of which a shard is loaded when it is first searched. */
export interface OpenIndex {
  search: (shard: IndexShard, ...query: Parameters<Pagefind['search']>) => Promise<PagefindSearch>;
  /** A file of a shard, which is JSON. */
  read: (shard: IndexShard, file: string) => Promise<unknown>;
}

/**
 * `link` leads to the site's first page from the page shown; the index is in `pagefind/` below it. Filters are counted where
 * there is one shard; of several none could be told for the whole site.
 */
export async function openIndex(link: string, { isWhole }: { isWhole: boolean }): Promise<OpenIndex> {
  const base = new URL('.', new URL(link, document.baseURI)).pathname;
  const { createInstance } = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as PagefindModule;
  const optionsOf = (folder: string) => ({
    baseUrl: base,
    ranking: { metaWeights: { title: 5, id: 10, earlier: 8, tags: 4, services: 4, grade: 2, date: 0, severity: 0 } },
    ...(!isWhole && { mergeFilter: { shard: nameOf(folder) } }),
  });
  const pagefind = createInstance(optionsOf(''));
  await pagefind.init();
  if (isWhole) await pagefind.filters();
  const opened = new Map([['', Promise.resolve()]]);
  const open = (folder: string) => {
    const opening = opened.get(folder) ?? pagefind.mergeIndex(`${base}pagefind/${folder}`, optionsOf(folder));
    opened.set(folder, opening);
    return opening;
  };
  return {
    async search({ folder }, words, { filters, sort }) {
      await open(folder);
      return pagefind.search(words, { filters: isWhole ? filters : { ...filters, shard: nameOf(folder) }, sort });
    },
    async read({ folder }, file) {
      const response = await fetch(`${base}pagefind/${folder}${file}`);
      if (!response.ok) throw new Error(`${file} of the search index was not found.`);
      return response.json();
    },
  };
}

/** As the filter that tells one shard from the others has it. */
function nameOf(folder: string): string {
  return folder === '' ? 'newest' : folder;
}
