/**
 * Begins the shards of the index that a change concerns while its pages are still made, of the pages as an earlier build left
 * them: most stay the same, and one that does not gives its place to the new one.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { indexShardSize } from '../../site/search/index-shards.ts';
import { openSearchIndex, type SearchIndex } from './build-index.ts';
import { inOrderOfPages, slugOfPage } from './read-page.ts';

export interface BegunShard {
  index: SearchIndex;
  /** SHA-256, in hex, of the page that stands at each file's place. Files that are lacking here at the end have none yet. */
  digests: ReadonlyMap<string, string>;
}

export interface BegunShards {
  /** What was begun of exactly these files, in this order, as far as it came; whoever takes it ends it. */
  take(files: readonly string[]): Promise<BegunShard | undefined>;
}

export interface BeginOptions {
  /** Files of the pages of each shard of the earlier build, oldest shard first, in their order. */
  earlier: readonly (readonly string[])[];
  /** Postmortems that are read anew: their pages change, or are new. */
  changed: readonly string[];
  /** Where the earlier page of a file lies, if it does. */
  placeOf: (file: string) => string;
  /** Awaited before each page; it ends here when nobody waits for it any more. */
  pause: () => Promise<void>;
}

/** Shards that lie in memory at once. */
const mostShards = 2;

/** Keeps the place of a page that is not made yet. */
const noPage = '<html lang="en"><body><p>-</p></body></html>';

export function beginIndexShards({ earlier, changed, placeOf, pause }: BeginOptions): BegunShards {
  const begun: (BegunShard & { files: readonly string[] })[] = [];
  let isWanted = true;
  const fill = async (files: readonly string[]) => {
    const [index, digests] = [await openSearchIndex(), new Map<string, string>()];
    begun.push({ files, index, digests });
    for (const file of files) {
      await pause();
      if (!isWanted) return;
      const page = changed.includes(slugOfPage(file)) ? undefined : readPage(placeOf(file));
      await index.put(file, page?.toString('utf8') ?? noPage);
      digests.set(file, page ? hash('sha256', page) : '');
    }
  };
  const filling = (async () => {
    for (const files of expectShards(earlier, changed).slice(0, mostShards)) if (isWanted) await fill(files);
  })();
  // Told to whoever takes it.
  filling.catch(() => {});
  return {
    async take(files) {
      isWanted = false;
      await filling;
      const at = begun.findIndex((shard) => isSameList(shard.files, files));
      return at < 0 ? undefined : begun.splice(at, 1)[0];
    },
  };
}

/** The shards that hold what changed, as they will be where nothing else comes or goes; what is new comes to the newest. */
function expectShards(earlier: BeginOptions['earlier'], changed: readonly string[]): (readonly string[])[] {
  const known = new Set(earlier.flat().map(slugOfPage));
  const added = changed.filter((slug) => !known.has(slug));
  const newest = earlier.at(-1) ?? [];
  const [pattern] = newest.map(slugOfPage);
  const ofOne = newest.filter((file) => slugOfPage(file) === pattern);
  const hasRoom = new Set(newest.map(slugOfPage)).size + added.length <= indexShardSize;
  return earlier.flatMap((files) => {
    const comes = files === newest && hasRoom ? added : [];
    if (comes.length === 0 && !files.some((file) => changed.includes(slugOfPage(file)))) return [];
    const further = comes.flatMap((slug) => ofOne.map((file) => file.replace(`/${pattern}/`, `/${slug}/`)));
    return [[...files, ...further].sort(inOrderOfPages)];
  });
}

function readPage(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function isSameList(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}
