/** Builds the search index over finished pages with Pagefind. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as pagefind from 'pagefind';

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
    const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
    if (written.errors.length > 0)
      throw new Error(`The search index could not be written: ${written.errors.join('; ')}`);
  } finally {
    await pagefind.close();
  }
}
