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
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { FileDigests } from './file-digests.ts';
import { OutputRefused } from './output-refused.ts';

/** Lists of rules for hosts: what the owner adds stands below what is there. */
const ruleFiles: ReadonlySet<string> = new Set(['_headers', '_redirects']);

export interface Placer {
  /**
   * Copies a folder's plain files; lists of rules are joined. Throws `OutputRefused` for a link, a device, or a file that
   * is there already, also when only upper and lower case differ.
   */
  copy(folder: string, within?: string): void;
  /**
   * The same without copying bytes, where the file system can: each file gets a second name. For files that are never
   * written to, only replaced. Their digests are noted for their new names.
   */
  link(folder: string, within?: string): void;
}

/** Places files into `target`, which is empty but for `present`. `within` is a path below it, or nothing. */
export function createPlacer(target: string, digests: FileDigests, present: readonly string[] = []): Placer {
  const taken = new Set(present.map((file) => file.toLowerCase()));
  const folders = new Set<string>([dirname(target)]);

  const makeFolder = (path: string) => {
    if (folders.has(path)) return;
    makeFolder(dirname(path));
    if (!existsSync(path)) mkdirSync(path);
    folders.add(path);
  };
  const place = (folder: string, within: string, put: (source: string, path: string) => void) => {
    for (const file of listPlain(folder)) {
      const [name, source] = [join(within, file).replaceAll('\\', '/'), join(folder, file)];
      const path = join(target, name);
      if (taken.has(name.toLowerCase())) {
        if (!taken.has(name) || !ruleFiles.has(name))
          throw new OutputRefused(`${file} in ${folder} has the name of a file that Candor writes. Rename it.`, file);
        digests.note(
          path,
          replaceFile(path, Buffer.concat([readFileSync(path), Buffer.from('\n'), readFileSync(source)])),
        );
        continue;
      }
      taken.add(name.toLowerCase());
      const above = dirname(path);
      makeFolder(above);
      put(source, path);
    }
  };
  return {
    copy: (folder, within = '') =>
      place(folder, within, (source, path) => copyFileSync(source, path, constants.COPYFILE_EXCL)),
    link: (folder, within = '') =>
      place(folder, within, (source, path) => {
        const digest = digests.digestOf(source);
        linkOrCopy(source, path);
        // The second name is another entry of the same file.
        if (digest !== undefined) digests.note(path, digest);
      }),
  };
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

/** Everything below `folder` that is no folder, by its path with `/`, sorted; none when there is no folder. */
export function listEntries(folder: string): { file: string; entry: Dirent }[] {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ file: relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'), entry }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
