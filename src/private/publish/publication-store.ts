/**
 * What a site's publications were at earlier runs, each under a digest of all that decided it: the whole of each, what is
 * listed of them, and their public texts. A check keeps what it finds apart, in a folder that no build takes.
 */
import { join } from 'node:path';
import { type ListedPublication, listPublication } from './listed-publication.ts';
import { openListing } from './listing.ts';
import { createPublicationCache, postmortemEntry } from './publication-cache.ts';
import type { PagePublication } from './publish-page.ts';
import { openTextShards, packShown, type ShownText } from './shown-texts.ts';
import type { Publication } from './types.ts';

export interface StoreOptions {
  /** Folder of what is kept between runs. */
  cache: string;
  /** A cache of another copy of the site, read where the site's own has nothing. */
  borrow?: string | undefined;
  checksOnly: boolean;
}

/** `key`: the digest under which something is kept; what is kept under another is as good as none. */
export interface PublicationStore {
  hasListed(slug: string, key: string): boolean;
  findListed(slug: string, key: string): ListedPublication | undefined;
  /** With its public texts as `packShown` writes them. */
  keepListed(slug: string, listed: ListedPublication, shown: string): void;
  /** What is listed of a publication that is kept whole. */
  listKept(slug: string, key: string): Promise<{ listed: ListedPublication; shown: string } | undefined>;
  readPostmortem(slug: string, key: string): Promise<Publication | undefined>;
  keepPostmortem(slug: string, key: string, publication: Publication): void;
  readPage(name: string, key: string): Promise<PagePublication | undefined>;
  keepPage(name: string, key: string, page: PagePublication): void;
  readShown(slug: string, key: string): Promise<readonly ShownText[] | undefined>;
  /** Where a worker writes the whole of a postmortem itself; none in a check. */
  workerFolder: string | undefined;
  /** Writes what was added, and forgets all but these. */
  save(slugs: readonly string[]): void;
}

/** Of a check, kept apart from what builds take. */
const checkedFolder = 'checked';

export function openPublicationStore({ cache, borrow, checksOnly }: StoreOptions): PublicationStore {
  const own = createPublicationCache(cache);
  const borrowed = borrow === undefined ? undefined : createPublicationCache(borrow);
  const shards = openTextShards(join(cache, 'shown'));
  const listing = openListing(cache);
  const checked = checksOnly ? openListing(join(cache, checkedFolder)) : undefined;
  /** What an earlier check has looked at, the check itself knows best. */
  const listingOf = (slug: string) => (checked?.has(slug) ? checked : listing);
  const readKept = async <P extends Publication | PagePublication>(
    entry: string,
    key: string,
  ): Promise<P | undefined> => (await own.read<P>(entry, key)) ?? (await borrowed?.read<P>(entry, key));
  const readPostmortem = (slug: string, key: string) => readKept<Publication>(postmortemEntry(slug), key);
  return {
    hasListed: (slug, key) => listingOf(slug).has(slug, key),
    findListed: (slug, key) => listingOf(slug).find(slug, key),
    keepListed(slug, listed, shown) {
      shards.add(slug, listed.key, shown);
      // What took too long once may not the next time.
      if (!isTooSlow(listed)) (checked ?? listing).add(slug, listed);
    },
    async listKept(slug, key) {
      const kept = await readPostmortem(slug, key);
      return kept && { listed: { ...listPublication(kept, key) }, shown: packShown(kept.shown ?? []) };
    },
    readPostmortem,
    keepPostmortem(slug, key, publication) {
      if (!isTooSlow(publication)) own.write(postmortemEntry(slug), key, publication);
    },
    async readPage(name, key) {
      const entry = `pages/${name}`;
      const looked = checked && (await own.read<PagePublication>(join(checkedFolder, entry), key));
      return looked ?? (await readKept<PagePublication>(entry, key));
    },
    keepPage(name, key, page) {
      const entry = `pages/${name}`;
      if (!isTooSlow(page)) own.write(checked ? join(checkedFolder, entry) : entry, key, page);
    },
    readShown: async (slug, key) => shards.read(slug, key) ?? (await readPostmortem(slug, key))?.shown,
    workerFolder: checked ? undefined : cache,
    save(slugs) {
      (checked ?? listing).save(slugs);
      shards.save(slugs);
    },
  };
}

const tooSlow: ReadonlySet<string> = new Set(['story/too-slow', 'story/too-slow-together', 'image/too-slow']);

function isTooSlow({ problems }: Pick<Publication, 'problems'>): boolean {
  return problems.some(({ code }) => tooSlow.has(code));
}
