/**
 * IndexShards of the search index as earlier builds made and checked them, a sealed file each. It holds the names and sizes
 * of the shard's files, then their bytes: one that is damaged, not whole, or of another key counts as none.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readSealedBytes, writeSealed } from '../../disk/sealed-file.ts';

export interface IndexShardCache {
  /** Writes the shard that was kept under `key`, a hex digest, into `target`; false where there is none to trust. */
  restore(key: string, target: string): boolean;
  /** Keeps the files at `paths`, relative to `folder`. */
  keep(key: string, folder: string, paths: readonly string[]): void;
  /** Drops every shard that was neither restored nor kept. */
  dropOthers(): void;
}

type Listed = readonly (readonly [path: string, size: number])[];

/** `folder` is private to one edition, and holds nothing else. */
export function openIndexShardCache(folder: string): IndexShardCache {
  const used = new Set<string>();
  const nameOf = (key: string) => `${key}.shelf`;
  return {
    restore(key, target) {
      const files = readIndexShard(join(folder, nameOf(key)), key);
      if (!files) return false;
      for (const [path, bytes] of files) {
        mkdirSync(dirname(join(target, path)), { recursive: true });
        writeFileSync(join(target, path), bytes);
      }
      used.add(nameOf(key));
      return true;
    },
    keep(key, source, paths) {
      const contents = paths.map((path) => readFileSync(join(source, path)));
      const list: Listed = paths.map((path, index) => [path, contents[index]?.length ?? 0]);
      const body = Buffer.concat([Buffer.from(`${JSON.stringify(list)}\n`), ...contents]);
      writeSealed(join(folder, nameOf(key)), key, body);
      used.add(nameOf(key));
    },
    dropOthers() {
      for (const name of readNames(folder)) if (!used.has(name)) rmSync(join(folder, name), { recursive: true });
    },
  };
}

function readIndexShard(path: string, key: string): [path: string, bytes: Buffer][] | undefined {
  const body = readSealedBytes(path, key);
  if (!body) return undefined;
  let at = body.indexOf('\n') + 1;
  const list = JSON.parse(body.toString('utf8', 0, at)) as Listed;
  return list.map(([name, size]) => {
    at += size;
    return [name, body.subarray(at - size, at)];
  });
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
