/**
 * Shelves of the search index as earlier builds made and checked them, a file each. It holds a seal, SHA-256 of all that
 * comes behind it, then the names and sizes of the shelf's files, then their bytes: one that is damaged, not whole or made
 * of anything else counts as none.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface ShelfCache {
  /** Writes the shelf that was kept under `key`, a hex digest, into `target`; false where there is none to trust. */
  restore(key: string, target: string): boolean;
  /** Keeps the files at `paths`, relative to `folder`. */
  keep(key: string, folder: string, paths: readonly string[]): void;
  /** Drops every shelf that was neither restored nor kept. */
  dropOthers(): void;
}

type Listed = readonly (readonly [path: string, size: number])[];

/** `folder` is private to one edition, and holds nothing else. */
export function openShelfCache(folder: string): ShelfCache {
  const used = new Set<string>();
  const nameOf = (key: string) => `${key}.shelf`;
  return {
    restore(key, target) {
      const files = readShelf(join(folder, nameOf(key)), key);
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
      const path = join(folder, nameOf(key));
      const part = `${path}.${process.pid}.part`;
      mkdirSync(folder, { recursive: true });
      writeFileSync(part, Buffer.concat([Buffer.from(`${sealOf(key, body)}\n`), body]));
      renameSync(part, path);
      used.add(nameOf(key));
    },
    dropOthers() {
      for (const name of readNames(folder)) if (!used.has(name)) rmSync(join(folder, name), { recursive: true });
    },
  };
}

function readShelf(path: string, key: string): [path: string, bytes: Buffer][] | undefined {
  const content = readOrNothing(path);
  const sealEnd = content?.indexOf('\n') ?? -1;
  if (!content || sealEnd < 0) return undefined;
  const body = content.subarray(sealEnd + 1);
  if (content.toString('latin1', 0, sealEnd) !== sealOf(key, body)) return undefined;
  let at = body.indexOf('\n') + 1;
  const list = JSON.parse(body.toString('utf8', 0, at)) as Listed;
  return list.map(([name, size]) => {
    at += size;
    return [name, body.subarray(at - size, at)];
  });
}

/** The key is part of it: a shelf under another's name is none. */
function sealOf(key: string, body: Uint8Array): string {
  return hash('sha256', `${key} ${hash('sha256', body)}`);
}

function readOrNothing(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
