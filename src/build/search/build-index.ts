/** Builds a search index over finished pages with Pagefind. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as pagefind from 'pagefind';
import { straighten } from '../../shared/typography/straighten.ts';

/** Interfaces of Pagefind's own, which the site does not load. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * Indexes the pages at `files`, paths relative to `folder`, in their order; the result is written to `target`, which
 * keeps what else it holds. Pagefind is left running for whatever comes next: its `close` ends it.
 */
export async function buildSearchIndex(
  folder: string,
  files: readonly string[],
  { target = join(folder, 'pagefind'), pause = async () => {} }: { target?: string; pause?: () => Promise<void> } = {},
): Promise<void> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  for (const file of files) {
    await pause();
    // One by one, since Pagefind numbers the pages of a folder as the disk has them, and with the signs that readers type.
    const page = straighten(await readFile(join(folder, file), 'utf8'));
    // To Pagefind a summary goes on in what it opens.
    const content = page.replaceAll('</summary>', '</summary> ');
    const added = await index.addHTMLFile({ sourcePath: file, content });
    if (added.errors.length > 0) throw new Error(`The search index refuses ${file}: ${added.errors.join('; ')}`);
  }
  const written = await index.writeFiles({ outputPath: resolve(target) });
  if (written.errors.length > 0) throw new Error(`The search index could not be made: ${written.errors.join('; ')}`);
  for (const name of await readdir(target)) if (unused.test(name)) await rm(join(target, name));
  await index.deleteIndex();
}
