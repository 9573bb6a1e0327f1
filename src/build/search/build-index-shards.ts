/** Builds the search index of a site, shard by shard, and checks each; what an earlier build made of the same pages is taken. */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { dependencyFolder } from '../../disk/installation.ts';
import { figureNames } from '../../site/search/facets.ts';
import { divideIntoIndexShards, ordersFile } from '../../site/search/index-shards.ts';
import { buildSearchIndex } from './build-index.ts';
import { findUnexplained, readFragment } from './check-index.ts';
import { openIndexShardCache } from './index-shard-cache.ts';
import { readSearchedPage, type SearchedPage } from './read-page.ts';

export interface IndexShardsOptions {
  /** Holds the pages; the index is written to `pagefind` in it. */
  folder: string;
  /** Paths of the pages of postmortems, and of those that lead to them. */
  files: readonly string[];
  /** Kept from build to build, for one edition alone. */
  cache: string;
  /** Digest of the code that builds and checks. */
  version: string;
  /** Awaited before each shard: it ends here when nobody waits for it any more. */
  pause?: () => Promise<void>;
}

/** Names of files of the index, relative to its folder, that hold a word which stands on no page; of these none is kept. */
export async function buildIndexShards({
  folder,
  files,
  cache,
  version,
  pause = async () => {},
}: IndexShardsOptions): Promise<string[]> {
  const target = join(folder, 'pagefind');
  const pages = files.flatMap((file) => readSearchedPage(folder, file) ?? []);
  const shards = divide(pages);
  const kept = openIndexShardCache(cache);
  const unexplained: string[] = [];
  try {
    for (const { folder: place, items } of shards) {
      await pause();
      const shard = join(target, place);
      const kind = shards.length === 1 ? 'only' : place === '' ? 'newest' : 'older';
      const key = keyOf(items, [version, versionOfPagefind(), kind]);
      if (kept.restore(key, shard)) continue;
      await buildSearchIndex(
        folder,
        items.map(({ file }) => file),
        { target: shard, pause },
      );
      if (kind !== 'only') writeOrders(shard, items);
      if (kind === 'older') removePrograms(shard);
      const found = await findUnexplained(shard);
      unexplained.push(...found.map((name) => `${place}${name}`));
      if (found.length === 0) kept.keep(key, shard, listIndexShard(shard));
    }
  } finally {
    await pagefind.close();
  }
  kept.dropOthers();
  return unexplained;
}

/** By year first, as the search page counts them; a postmortem stands on one shard in all languages. */
function divide(pages: readonly SearchedPage[]): { folder: string; items: SearchedPage[] }[] {
  const bySlug = Map.groupBy(pages, ({ slug }) => slug);
  const ordered = [...bySlug.values()].sort(([a], [b]) => (a && b ? compare(a, b) : 0));
  return divideIntoIndexShards(ordered).map(({ folder, items }) => ({
    folder,
    items: items.flat().sort((a, b) => (a.file < b.file ? -1 : 1)),
  }));
}

function compare(a: SearchedPage, b: SearchedPage): number {
  return Number(a.year) - Number(b.year) || a.began - b.began || (a.slug < b.slug ? -1 : 1);
}

function keyOf(pages: readonly SearchedPage[], decided: readonly string[]): string {
  return hash('sha256', JSON.stringify([decided, pages.map(({ file, digest }) => [file, digest])]));
}

function versionOfPagefind(): string {
  return readFileSync(join(dependencyFolder('pagefind'), 'package.json'), 'utf8');
}

function writeOrders(shard: string, pages: readonly SearchedPage[]): void {
  const byUrl = new Map(pages.map((page) => [`/${page.file.replace(/index\.html$/, '')}`, page.figures]));
  const orders = readdirSync(join(shard, 'fragment'))
    .sort()
    .map((name) => {
      const { url } = readFragment(join(shard, 'fragment', name));
      const figures = byUrl.get(url);
      if (!figures) throw new Error(`The search index has a page at ${url}, which there is not.`);
      return [name.replace(/\.pf_fragment$/, ''), figureNames.map((figure) => figures[figure])];
    });
  writeFileSync(join(shard, ordersFile), `${JSON.stringify(Object.fromEntries(orders))}\n`);
}

/** The newest shard has the programs for all. */
function removePrograms(shard: string): void {
  for (const name of readdirSync(shard)) if (/\.js$|^wasm\./.test(name)) rmSync(join(shard, name));
}

/** Files of one shard: those at its top and in its own folders, not the shards within the newest. */
function listIndexShard(shard: string): string[] {
  return readdirSync(shard, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isFile()) return [entry.name];
      if (/^\d+$/.test(entry.name)) return [];
      return readdirSync(join(shard, entry.name)).map((name) => `${entry.name}/${name}`);
    })
    .sort();
}
