/** The names in a folder that is filled: which are taken, and what lies there from before. */
import { existsSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listEntries } from './list-entries.ts';

/** Names are below the folder, with `/`; upper and lower case make no other name. Paths are absolute. */
export interface TargetNames {
  /** Whether nobody has taken the name, as a file or as a folder, nor that of a folder above it for a file. */
  isFree(name: string): boolean;
  isTaken(name: string): boolean;
  take(name: string): void;
  /** Leaves a file that lies at `path` from before, where it has this very name and `isWanted`; false where there is none. */
  keep(path: string, isWanted: (path: string) => boolean): boolean;
  /** Makes the folders above `path`, and removes whatever lies there from before. */
  makeWay(path: string): void;
  /** Removes what lay there before and was neither kept nor replaced. */
  clear(): void;
}

/** `fixed` are names of files and folders directly in `target` that stay, a folder with all that is in it. */
export function openTarget(target: string, fixed: readonly string[]): TargetNames {
  const taken = new Set(fixed.map((file) => file.toLowerCase()));
  const leftover = listLeftover(target, taken);
  const folders = new Set<string>([target]);
  const folderNames = new Set<string>();

  const removeLeftover = (path: string) => {
    const key = keyOf(target, path);
    const file = leftover.get(key);
    if (file === undefined) return;
    unlinkSync(join(target, file));
    leftover.delete(key);
  };
  const makeFolder = (path: string) => {
    if (folders.has(path)) return;
    makeFolder(dirname(path));
    folderNames.add(keyOf(target, path));
    removeLeftover(path);
    if (!existsSync(path)) mkdirSync(path);
    folders.add(path);
  };
  const isFreeFolder = (path: string): boolean =>
    folders.has(path) || (!taken.has(keyOf(target, path)) && isFreeFolder(dirname(path)));
  return {
    isFree: (name) =>
      !taken.has(name.toLowerCase()) &&
      !folderNames.has(name.toLowerCase()) &&
      isFreeFolder(dirname(join(target, name))),
    isTaken: (name) => taken.has(name.toLowerCase()),
    take: (name) => void taken.add(name.toLowerCase()),
    keep(path, isWanted) {
      const key = keyOf(target, path);
      if (join(target, leftover.get(key) ?? '') !== path || !isWanted(path)) return false;
      return leftover.delete(key);
    },
    makeWay(path) {
      makeFolder(dirname(path));
      removeLeftover(path);
      // A folder in the place of a file is of another time, and so is everything in it.
      if (!lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
      rmSync(path, { recursive: true });
      for (const key of [...leftover.keys()]) if (key.startsWith(`${keyOf(target, path)}/`)) leftover.delete(key);
    },
    clear() {
      for (const file of leftover.values()) unlinkSync(join(target, file));
      const above = new Set([...leftover.values()].map((file) => dirname(join(target, file))));
      leftover.clear();
      for (const folder of above) removeEmpty(folder, target);
    },
  };
}

/** By their paths in lower case; whatever is no plain file goes at once, for nobody can tell where it leads. */
function listLeftover(target: string, fixed: ReadonlySet<string>): Map<string, string> {
  const entries = listEntries(target);
  const isFixed = (file: string) => fixed.has(file.split('/', 1)[0] ?? '');
  for (const { file, entry } of entries) if (!entry.isFile()) rmSync(join(target, file));
  return new Map(
    entries.flatMap(({ file, entry }) =>
      entry.isFile() && !isFixed(file.toLowerCase()) ? [[file.toLowerCase(), file]] : [],
    ),
  );
}

/** A file's name as it is compared: two that differ in upper and lower case alone are one. */
function keyOf(target: string, path: string): string {
  return path
    .slice(target.length + 1)
    .replaceAll('\\', '/')
    .toLowerCase();
}

/** The folder, and those above it up to `top`, as long as there is nothing in them. */
function removeEmpty(folder: string, top: string): void {
  if (folder === top || !existsSync(folder) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeEmpty(dirname(folder), top);
}
