/**
 * What the leak gate knows of each postmortem's sources from the build before, by the bytes of all files in its folder.
 * It holds private text, as the cache does. A memory that is damaged, not whole, or of another key counts as none.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';
import { shardOf } from '../../disk/shards.ts';
import type { PrivateText } from '../../shared/text/fingerprints.ts';
import type { AttachedFile } from './attached-file.ts';

export interface RememberedSource {
  slug: string;
  /** Of the names and bytes of its files. */
  key: string;
  /** From when on it may be public, in milliseconds. */
  publicFrom?: number;
  /** Whether all of it was private. */
  isWithheld: boolean;
  privateTexts: PrivateText[];
  files: AttachedFile[];
  /** Which of all fingerprints, by their places in order, its public text holds. */
  publicIndices: number[];
}

/** In order, which decides the places of fingerprints; `siteTexts` are private texts of no postmortem, and come first. */
export interface RememberedSources {
  /** Which of all fingerprints, by their places, the engine with this digest says itself. */
  engine: { digest: string; said: number[] };
  siteTexts: PrivateText[];
  postmortems: RememberedSource[];
}

export interface SourceMemory {
  earlier: RememberedSources | undefined;
  /** The same postmortems in the order in which their texts are read and kept fastest. */
  ordered(slugs: readonly string[]): string[];
  /** Public texts of a postmortem with this key. */
  readTexts(slug: string, key: string): readonly string[] | undefined;
  keepTexts(slug: string, key: string, texts: readonly string[]): void;
  save(sources: RememberedSources): void;
}

/** Texts of one postmortem, with the key that they were read under. */
type KeptTexts = readonly [key: string, texts: readonly string[]];

/** `key`: digest of all that decides a division beside the files. */
export function openSourceMemory(folder: string, key: string): SourceMemory {
  const list = join(folder, 'sources.json');
  const earlier = parse<RememberedSources>(readSealed(list, key));
  const shards = openShards(join(folder, 'texts'), key);
  return {
    earlier,
    ordered: (slugs) => [...Map.groupBy(slugs, shardOf).values()].flat(),
    readTexts(slug, sourceKey) {
      const [keptKey, texts] = shards.open(slug).get(slug) ?? [];
      return keptKey === sourceKey ? texts : undefined;
    },
    keepTexts(slug, sourceKey, texts) {
      shards.open(slug).set(slug, [sourceKey, texts]);
      shards.change();
    },
    save(sources) {
      const slugs = new Set(sources.postmortems.map(({ slug }) => slug));
      for (const { slug } of earlier?.postmortems ?? [])
        if (!slugs.has(slug) && shards.open(slug).delete(slug)) shards.change();
      shards.close();
      writeSealed(list, key, JSON.stringify(sources));
    },
  };
}

/** One is open at a time, and written before the next is. */
function openShards(folder: string, key: string) {
  let [number, isChanged, texts] = [-1, false, new Map<string, KeptTexts>()];
  const fileOf = (shard: number) => join(folder, `${shard}.json`);
  const write = () => {
    if (isChanged && texts.size > 0) writeSealed(fileOf(number), key, JSON.stringify([...texts]));
    else if (isChanged) rmSync(fileOf(number), { force: true });
    isChanged = false;
  };
  return {
    /** The shard of a postmortem: texts by slugs. */
    open(slug: string): Map<string, KeptTexts> {
      const shard = shardOf(slug);
      if (shard === number) return texts;
      write();
      number = shard;
      texts = new Map(parse<[string, KeptTexts][]>(readSealed(fileOf(shard), key)));
      return texts;
    },
    /** To be called when the open shard was changed. */
    change() {
      isChanged = true;
    },
    close: write,
  };
}

function parse<T>(body: string | undefined): T | undefined {
  return body === undefined ? undefined : (JSON.parse(body) as T);
}
