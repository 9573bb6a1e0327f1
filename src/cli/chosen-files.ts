/** The files that `candor check FILE…` is asked about. */
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { UsageError } from './usage-error.ts';

/** Whether a problem at `file`, a path below the site, is asked for. */
export type Choice = (file: string) => boolean;

/** `words` are paths from `folder`; a folder stands for all in it. Throws `UsageError` for one that is no path in the site. */
export function chooseFiles(words: readonly string[], site: string, folder: string): Choice {
  const paths = words.map((word) => {
    const path = resolve(folder, word);
    const below = relative(site, path).split(sep).join('/');
    if (!existsSync(path)) throw new UsageError(`There is no file ${word}.`);
    if (below.startsWith('..') || resolve(site, below) !== path)
      throw new UsageError(`${word} is not in the site ${site}.`);
    return below;
  });
  return (file) => paths.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}
