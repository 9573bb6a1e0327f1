/** Puts files into the folder that is to be published: as copies, or as further names of files that only builds write. */
import { hash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  type Dirent,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileDigests } from './file-digests.ts';
import { OutputRefused } from './output-refused.ts';

/** Lists of rules for hosts: what the owner adds stands below what is there. */
const ruleFiles: ReadonlySet<string> = new Set(['_headers', '_redirects']);

export interface Placer {
  /**
   * Copies a folder's plain files; lists of rules are joined. Throws `OutputRefused` for a link, a device, or a file that
   * was placed already, also when only upper and lower case differ.
   */
  copy(folder: string, within?: string): void;
  /**
   * The same without copying bytes, where the file system can: each file gets a second name. For files that are never
   * written to, only replaced. Their digests are noted for their new names.
   */
  link(folder: string, within?: string): void;
  /** Writes a file that nobody has placed yet. */
  add(file: string, content: string): void;
  /** Removes what lay there before and was not placed. */
  clear(): void;
}

/**
 * Places files into `target`. What lies there from before is in nobody's way: it is replaced, or kept where it is another
 * name of the very file that is to be linked. `fixed` are files that stay. `within` is a path below `target`, or nothing.
 */
export function createPlacer(target: string, digests: FileDigests, fixed: readonly string[] = []): Placer {
  const taken = new Set(fixed.map((file) => file.toLowerCase()));
  const leftover = listLeftover(target, taken);
  const folders = new Set<string>([target]);
  const folderNames = new Set<string>();

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
  const removeLeftover = (path: string) => {
    const key = keyOf(target, path);
    const file = leftover.get(key);
    if (file === undefined) return;
    rmSync(join(target, file));
    leftover.delete(key);
  };
  const makeWay = (path: string) => {
    makeFolder(dirname(path));
    removeLeftover(path);
    // A folder in the place of a file is of another time, and so is everything in it.
    if (!lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    rmSync(path, { recursive: true });
    for (const key of [...leftover.keys()]) if (key.startsWith(`${keyOf(target, path)}/`)) leftover.delete(key);
  };
  const place = (folder: string, within: string, put: (source: string, path: string) => void) => {
    for (const file of listPlain(folder)) {
      const [name, source] = [join(within, file).replaceAll('\\', '/'), join(folder, file)];
      const path = join(target, name);
      const isFree = !taken.has(name.toLowerCase()) && !folderNames.has(name.toLowerCase());
      if (isFree && isFreeFolder(dirname(path))) {
        taken.add(name.toLowerCase());
        put(source, path);
      } else if (taken.has(name) && ruleFiles.has(name)) {
        const joined = Buffer.concat([readFileSync(path), Buffer.from('\n'), readFileSync(source)]);
        digests.note(path, replaceFile(path, joined));
      } else
        throw new OutputRefused(`${file} in ${folder} has the name of a file that Candor writes. Rename it.`, file);
    }
  };
  return {
    copy: (folder, within = '') =>
      place(folder, within, (source, path) => {
        makeWay(path);
        copyFileSync(source, path, constants.COPYFILE_EXCL);
      }),
    link: (folder, within = '') =>
      place(folder, within, (source, path) => {
        const key = keyOf(target, path);
        if (join(target, leftover.get(key) ?? '') === path && isSameFile(source, path)) {
          leftover.delete(key);
          return;
        }
        const digest = digests.digestOf(source);
        makeWay(path);
        linkOrCopy(source, path);
        // The second name is another entry of the same file.
        if (digest !== undefined) digests.note(path, digest);
      }),
    add(file, content) {
      if (taken.has(file.toLowerCase())) return;
      taken.add(file.toLowerCase());
      const path = join(target, file);
      makeWay(path);
      digests.note(path, replaceFile(path, content));
    },
    clear() {
      const above = new Set<string>();
      for (const file of leftover.values()) {
        rmSync(join(target, file));
        above.add(dirname(join(target, file)));
      }
      leftover.clear();
      for (const folder of above) removeEmpty(folder, target);
    },
  };
}

/** By their paths in lower case; whatever is no plain file goes at once, for nobody can tell where it leads. */
function listLeftover(target: string, fixed: ReadonlySet<string>): Map<string, string> {
  const entries = listEntries(target);
  for (const { file, entry } of entries) if (!entry.isFile()) rmSync(join(target, file));
  return new Map(
    entries.flatMap(({ file, entry }) =>
      entry.isFile() && !fixed.has(file.toLowerCase()) ? [[file.toLowerCase(), file]] : [],
    ),
  );
}

function keyOf(target: string, path: string): string {
  return path
    .slice(target.length + 1)
    .replaceAll('\\', '/')
    .toLowerCase();
}

function isSameFile(path: string, other: string): boolean {
  const [a, b] = [lstatSync(path), lstatSync(other)];
  return a.isFile() && a.ino === b.ino && a.dev === b.dev;
}

/** The folder, and those above it up to `top`, as long as there is nothing in them. */
function removeEmpty(folder: string, top: string): void {
  if (folder === top || !existsSync(folder) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeEmpty(dirname(folder), top);
}

/** Some file systems know no second names, or not across their borders. A copy has the times of its source. */
function linkOrCopy(source: string, path: string): void {
  try {
    linkSync(source, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw cause;
    copyFileSync(source, path, constants.COPYFILE_EXCL);
    const { atime, mtime } = lstatSync(source);
    utimesSync(path, atime, mtime);
  }
}

/** Writes a file of its own: under its other names the file stays as it was. Gives the digest of `content`. */
export function replaceFile(path: string, content: string | Uint8Array): string {
  rmSync(path, { force: true });
  writeFileSync(path, content, { flag: 'wx' });
  return hash('sha256', content);
}

/** Paths of the plain files of a folder, sorted; none when there is no folder. */
function listPlain(folder: string): string[] {
  const status = lstatSync(folder, { throwIfNoEntry: false });
  if (!status) return [];
  if (!status.isDirectory()) throw new OutputRefused(`${folder} is a link. Put the folder itself there.`);
  return listEntries(folder).map(({ file, entry }) => {
    if (!entry.isFile())
      throw new OutputRefused(`${file} in ${folder} is a link or a device. Copy the file itself.`, file);
    return file;
  });
}

/** Everything below `folder` that is no folder, by its path with `/`, sorted; none when there is no folder. Follows no links. */
export function listEntries(folder: string): { file: string; entry: Dirent }[] {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const found: { file: string; entry: Dirent }[] = [];
  // The recursion of `readdirSync` itself goes into folders that links lead to.
  const walk = (within: string) => {
    for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
      const file = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) walk(file);
      else found.push({ file, entry });
    }
  };
  walk('');
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}
