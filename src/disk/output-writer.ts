/** Puts files into the folder that is to be published: as copies, or as further names of files that only builds write. */
import { hash } from 'node:crypto';
import { constants, copyFileSync, linkSync, lstatSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigests } from './file-digests.ts';
import { listEntries } from './list-entries.ts';
import { OutputRefused } from './output-refused.ts';
import { openTarget } from './target-folder.ts';

/** Lists of rules for hosts: what the owner adds stands below what is there. */
const ruleFiles: ReadonlySet<string> = new Set(['_headers', '_redirects']);

export interface OutputWriter {
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
 * name of the very file that is to be linked. `fixed` are files and folders directly in it that stay. `within` is a path below
 * `target`, or nothing.
 */
export function createOutputWriter(target: string, digests: FileDigests, fixed: readonly string[] = []): OutputWriter {
  const names = openTarget(target, fixed);
  const place = (folder: string, within: string, put: (source: string, path: string) => void) => {
    for (const file of listPlain(folder)) {
      const [name, source] = [join(within, file).replaceAll('\\', '/'), join(folder, file)];
      const path = join(target, name);
      if (names.isFree(name)) {
        names.take(name);
        put(source, path);
      } else if (names.isTaken(name) && ruleFiles.has(name)) {
        const joined = Buffer.concat([readFileSync(path), Buffer.from('\n'), readFileSync(source)]);
        digests.note(path, replaceFile(path, joined));
      } else
        throw new OutputRefused(`${file} in ${folder} has the name of a file that Candor writes. Rename it.`, file);
    }
  };
  const copyFile = (source: string, path: string) => {
    names.makeWay(path);
    copyFileSync(source, path, constants.COPYFILE_EXCL);
  };
  const linkFile = (source: string, path: string) => {
    if (names.keep(path, (there) => isSameFile(source, there))) return;
    const digest = digests.digestOf(source);
    names.makeWay(path);
    linkOrCopy(source, path);
    // The second name is another entry of the same file.
    if (digest !== undefined) digests.note(path, digest);
  };
  return {
    copy: (folder, within = '') => place(folder, within, copyFile),
    link: (folder, within = '') => place(folder, within, linkFile),
    add(file, content) {
      if (names.isTaken(file)) return;
      names.take(file);
      const path = join(target, file);
      names.makeWay(path);
      digests.note(path, replaceFile(path, content));
    },
    clear: names.clear,
  };
}

function isSameFile(path: string, other: string): boolean {
  const [a, b] = [lstatSync(path), lstatSync(other)];
  return a.isFile() && a.ino === b.ino && a.dev === b.dev;
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
