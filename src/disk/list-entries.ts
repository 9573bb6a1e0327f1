/** What lies below a folder. */
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

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
