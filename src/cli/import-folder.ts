/** The files that an import reads of a folder that it is given. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { documentEnding } from '../author/importers/read-document.ts';
import { documentFormats } from './importers.ts';

/** Beside its days, an export of Slack has lists of people and channels. */
const endings: Readonly<Record<string, RegExp>> = { cstate: /\.md$/i, slack: /^\d{4}-\d{2}-\d{2}\.json$/ };
/** What a system or a tool keeps for itself. */
const kept = /^(?:\.|__|node_modules$)/;

/**
 * The files themselves, and of each folder those at any depth that the format is written in, sorted. The content of the site that is
 * written `into` is none of them. Follows no links in a folder. A folder that holds none, or cannot be read, stands for itself:
 * whoever reads it says so.
 */
export function filesToImport(paths: readonly string[], { format, into }: { format: string; into: string }): string[] {
  const ending = documentFormats.includes(format) ? documentEnding : (endings[format] ?? /\.json$/i);
  const content = resolve(into, 'content');
  const filesIn = (folder: string): string[] => {
    const entries = readFolder(folder);
    if (entries === undefined) return [folder];
    return entries.flatMap((entry) => {
      const path = join(folder, entry.name);
      if (kept.test(entry.name) || resolve(path) === content) return [];
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() && ending.test(entry.name) ? [path] : [];
    });
  };
  return paths.flatMap((path) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
    const files = filesIn(path).sort();
    return files.length === 0 ? [path] : files;
  });
}

/** `undefined` where the user may not. */
function readFolder(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EACCES' || code === 'EPERM') return undefined;
    throw cause;
  }
}
