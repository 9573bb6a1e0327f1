/** Builds the search index over finished pages with Pagefind. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';

/** Interfaces of Pagefind's own, which the site does not load. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Indexes the pages at `files`, paths relative to `folder`; the result is written to `<folder>/pagefind`. */
export async function buildSearchIndex(folder: string, files: readonly string[]): Promise<void> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  try {
    for (const file of [...files].sort()) {
      const content = await readFile(join(folder, file), 'utf8');
      const added = await index.addHTMLFile({ sourcePath: file, content });
      if (added.errors.length > 0) throw new Error(`The search index refuses ${file}: ${added.errors.join('; ')}`);
    }
    const written = await index.getFiles();
    if (written.errors.length > 0) throw new Error(`The search index could not be made: ${written.errors.join('; ')}`);
    for (const { path, content } of written.files.filter((file) => !unused.test(file.path))) {
      const target = join(folder, 'pagefind', path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  } finally {
    await pagefind.close();
  }
}
