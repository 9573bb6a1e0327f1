/**
 * What is listed of all publications of a site, in a few files beside their cache: they are read at once, where reading ten
 * thousand entries takes long. Files that are damaged or not whole count as none.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';
import { shardCount, shardOf } from '../../disk/shards.ts';
import type { ListedPublication } from './listed-publication.ts';

export interface Listing {
  /** Whether there is one, with any key or with this. */
  has(name: string, key?: string): boolean;
  find(name: string, key: string): ListedPublication | undefined;
  add(name: string, publication: ListedPublication): void;
  /** Keeps those of `names`, where anything was added. */
  save(names: readonly string[]): void;
}

/** A line of the file, or what it says, or both. */
interface Entry {
  key: string;
  line?: string;
  publication?: ListedPublication;
}

type Shard = Map<string, Entry>;

/** Read at its first use, and each entry at its own. It holds private text, as the cache does. */
export function openListing(cache: string): Listing {
  const fileOf = (shard: number) => join(cache, 'listing', `${shard}.json`);
  const changed = new Set<number>();
  let shards: Shard[] | undefined;
  const all = () => {
    shards ??= Array.from({ length: shardCount }, (_, shard) => readShard(fileOf(shard)));
    return shards;
  };
  const entryOf = (name: string) => all()[shardOf(name)]?.get(name);
  return {
    has(name, key) {
      const entry = entryOf(name);
      return entry !== undefined && (key === undefined || entry.key === key);
    },
    find(name, key) {
      const known = entryOf(name);
      if (known?.key !== key) return undefined;
      known.publication ??= parseLine(known.line ?? '');
      return known.publication;
    },
    add(name, publication) {
      all()[shardOf(name)]?.set(name, { key: publication.key, publication });
      changed.add(shardOf(name));
    },
    save(names) {
      const wanted = new Set(names);
      for (const [shard, entries] of all().entries()) {
        for (const name of entries.keys()) if (!wanted.has(name) && entries.delete(name)) changed.add(shard);
        if (!changed.has(shard)) continue;
        const lines = [...entries].map(([name, entry]) => lineOf(name, entry));
        if (lines.length > 0) writeSealed(fileOf(shard), '', lines.join('\n'));
        else rmSync(fileOf(shard), { force: true });
      }
      changed.clear();
    },
  };
}

/** The key and the name stand before it, so that they are known before all of it is read. */
function lineOf(name: string, { key, line, publication }: Entry): string {
  return line ?? `${key} ${encodeURIComponent(name)} ${JSON.stringify(publication)}`;
}

function parseLine(line: string): ListedPublication {
  return JSON.parse(line.slice(line.indexOf('{'))) as ListedPublication;
}

function readShard(path: string): Shard {
  const lines = readSealed(path, '')?.split('\n') ?? [];
  return new Map(
    lines.flatMap((line): [string, Entry][] => {
      const [key, name] = line.slice(0, line.indexOf('{')).split(' ');
      return key === undefined || name === undefined ? [] : [[decodeURIComponent(name), { key, line }]];
    }),
  );
}
