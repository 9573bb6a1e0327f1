/** The files that an import reads of a folder that it is given. */
import { statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { documentEnding } from '../author/importers/read-document.ts';
import { listEntries } from '../disk/list-entries.ts';
import { documentFormats } from './importers.ts';

/** Beside its days, an export of Slack has lists of people and channels. */
const endings: Readonly<Record<string, RegExp>> = { cstate: /\.md$/i, slack: /(?:^|\/)\d{4}-\d{2}-\d{2}\.json$/ };

/**
 * The files themselves, and of each folder those at any depth that the format is written in, sorted. What a system or a tool keeps
 * for itself is none of them, nor is the content of the site that is written `into`. Follows no links in a folder.
 */
export function filesToImport(paths: readonly string[], { format, into }: { format: string; into: string }): string[] {
  const ending = documentFormats.includes(format) ? documentEnding : (endings[format] ?? /\.json$/i);
  const own = resolve(into, 'content') + sep;
  const isWanted = (path: string, file: string) =>
    ending.test(file) && !/(?:^|\/)(?:\.|__|node_modules\/)/.test(file) && !resolve(path, file).startsWith(own);
  return paths.flatMap((path) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
    const found = listEntries(path).filter(({ file, entry }) => entry.isFile() && isWanted(path, file));
    // Named as such, where there is nothing in it.
    return found.length === 0 ? [path] : found.map(({ file }) => join(path, file));
  });
}
