/**
 * Shards of the search index as earlier builds made and checked them, a folder each, whose files get a second name where they are
 * published. A sealed list says of which bytes they are: one that is damaged, not whole, or of another key counts as none.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigests } from '../../disk/file-digests.ts';
import { listEntries } from '../../disk/list-entries.ts';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';

export interface IndexShardCache {
  /** Folder of the shard that was kept under `key`, a hex digest; nothing where there is none to trust. */
  find(key: string): string | undefined;
  /** An empty folder to make it in. */
  open(key: string): string;
  /** Keeps what was made in that folder. */
  keep(key: string): void;
  /** Writes down for `readShardFiles` which pages stand on each shard, in their order. */
  noteFiles(files: readonly (readonly string[])[]): void;
  /** Drops every shard that was neither found nor kept. */
  dropOthers(): void;
}

export interface IndexShardCacheOptions {
  /** Private to one edition; holds nothing else. */
  folder: string;
  /** Digest of the code that builds. */
  version: string;
  digests: FileDigests;
}

const pagesFile = 'pages.json';

/** Pages of each shard as `noteFiles` wrote them, oldest shard first; none where nothing is to be trusted. */
export function readShardFiles({ folder, version }: Omit<IndexShardCacheOptions, 'digests'>): string[][] {
  return JSON.parse(readSealed(join(folder, pagesFile), version) ?? '[]') as string[][];
}

export function openIndexShardCache({ folder, version, digests }: IndexShardCacheOptions): IndexShardCache {
  const used = new Set([pagesFile]);
  const listOf = (key: string) => join(folder, `${key}.json`);
  const use = (key: string) => {
    used.add(key).add(`${key}.json`);
    return join(folder, key);
  };
  const list = (shard: string): string =>
    JSON.stringify(listEntries(shard).map(({ file }) => [file, digests.digestOf(join(shard, file))]));
  return {
    find: (key) => (readSealed(listOf(key), key) === list(join(folder, key)) ? use(key) : undefined),
    open(key) {
      for (const path of [listOf(key), join(folder, key)]) rmSync(path, { recursive: true, force: true });
      mkdirSync(join(folder, key), { recursive: true });
      return join(folder, key);
    },
    keep(key) {
      writeSealed(listOf(key), key, list(use(key)));
    },
    noteFiles(files) {
      const [path, text] = [join(folder, pagesFile), JSON.stringify(files)];
      if (text !== readSealed(path, version)) writeSealed(path, version, text);
    },
    dropOthers() {
      for (const name of readdirSync(folder))
        if (!used.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
    },
  };
}
