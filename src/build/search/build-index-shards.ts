/** Builds the search index of a site, shard by shard, and checks each; what an earlier build made of the same pages is taken. */
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigests } from '../../disk/file-digests.ts';
import { dependencyFolder } from '../../disk/installation.ts';
import { createOutputWriter } from '../../disk/output-writer.ts';
import { figureNames } from '../../site/search/facets.ts';
import { divideIntoIndexShards, ordersFile } from '../../site/search/index-shards.ts';
import type { BegunShards } from './begin-index-shards.ts';
import { openSearchIndex } from './build-index.ts';
import { type Fragment, findUnexplained, readFragments } from './check-index.ts';
import { openIndexShardCache } from './index-shard-cache.ts';
import { inOrderOfPages, readSearchedPage, type SearchedPage } from './read-page.ts';

/** Folder of the index in the output. Nothing else is written there; before it is made, an earlier one lies in it. */
export const indexFolder = 'pagefind';

export interface IndexShardsOptions {
  /** Holds the pages; the index is written to its `indexFolder`. */
  folder: string;
  /** Paths of the pages of postmortems, and of those that lead to them. */
  files: readonly string[];
  /** Kept from build to build, for one edition alone. */
  cache: string;
  /** Digest of the code that builds and checks. */
  version: string;
  digests: FileDigests;
  /** Shards that were begun before all of their pages were made. */
  begun?: BegunShards | undefined;
  /** Awaited before each page and each shard: it ends here when nobody waits for it any more. */
  pause?: () => Promise<void>;
}

/**
 * Names of files of the index, relative to its folder, that hold a word which stands on no page; a shard with one is neither
 * kept nor put there. What lay there before goes. Pagefind is left running, as by `openSearchIndex`.
 */
export async function buildIndexShards(options: IndexShardsOptions): Promise<string[]> {
  const { folder, files, cache, version, digests, pause = async () => {} } = options;
  const pages = files.flatMap((file) => readSearchedPage(folder, file, digests) ?? []);
  const shards = divide(pages).map((shard) => ({
    ...shard,
    key: keyOf(shard.items, [version, versionOfPagefind(), shard.kind]),
  }));
  const kept = openIndexShardCache({ folder: cache, version, digests });
  const target = join(folder, indexFolder);
  mkdirSync(target, { recursive: true });
  const writer = createOutputWriter(target, digests);
  const lacking = shards.filter(({ key, folder: place }) => {
    const found = kept.find(key);
    if (found !== undefined) writer.link(found, place);
    return found === undefined;
  });
  writer.clear();
  const unexplained: string[] = [];
  for (const shard of lacking) {
    await pause();
    const made = kept.open(shard.key);
    await makeIndex(shard, made, options);
    const fragments = readFragments(made);
    if (shard.kind !== 'only') writeOrders(shard, made, fragments);
    if (shard.kind === 'older') removePrograms(made);
    const found = await findUnexplained(made, fragments);
    unexplained.push(...found.map((name) => `${shard.folder}${name}`));
    if (found.length > 0) continue;
    kept.keep(shard.key);
    writer.link(made, shard.folder);
  }
  kept.noteFiles(shards.map(({ items }) => items.map(({ file }) => file)));
  kept.dropOthers();
  return unexplained;
}

interface Shard {
  folder: string;
  items: SearchedPage[];
  /** What is written of it beside its index. */
  kind: 'only' | 'newest' | 'older';
}

/** Of its pages in their order; those that stand in it already stay as they are. */
async function makeIndex({ items }: Shard, target: string, options: IndexShardsOptions): Promise<void> {
  const { folder, begun, pause = async () => {} } = options;
  const { index, digests } = (await begun?.take(items.map(({ file }) => file))) ?? {
    index: await openSearchIndex(),
    digests: new Map<string, string>(),
  };
  for (const { file, digest } of items) {
    if (digests.get(file) === digest) continue;
    await pause();
    await index.put(file, readFileSync(join(folder, file), 'utf8'));
  }
  await index.write(target);
}

/** By year first, as the search page counts them; a postmortem stands on one shard in all languages. */
function divide(pages: readonly SearchedPage[]): Shard[] {
  const bySlug = Map.groupBy(pages, ({ slug }) => slug);
  const ordered = [...bySlug.values()].sort(([a], [b]) => (a && b ? compare(a, b) : 0));
  return divideIntoIndexShards(ordered).map(({ folder, items }, _, all) => ({
    folder,
    items: items.flat().sort((a, b) => inOrderOfPages(a.file, b.file)),
    kind: all.length === 1 ? 'only' : folder === '' ? 'newest' : 'older',
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

function writeOrders({ items }: Shard, folder: string, fragments: ReadonlyMap<string, Fragment>): void {
  const byUrl = new Map(items.map((page) => [`/${page.file.replace(/index\.html$/, '')}`, page.figures]));
  const orders = [...fragments].map(([name, { url }]) => {
    const figures = byUrl.get(url);
    if (!figures) throw new Error(`The search index has a page at ${url}, which there is not.`);
    return [name.replace(/\.pf_fragment$/, ''), figureNames.map((figure) => figures[figure])];
  });
  writeFileSync(join(folder, ordersFile), `${JSON.stringify(Object.fromEntries(orders))}\n`);
}

/** The newest shard has the programs for all. */
function removePrograms(shard: string): void {
  for (const name of readdirSync(shard)) if (/\.js$|^wasm\./.test(name)) rmSync(join(shard, name));
}
