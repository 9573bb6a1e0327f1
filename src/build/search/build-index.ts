/** Builds a search index over finished pages with Pagefind. */
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as pagefind from 'pagefind';
import { straighten } from '../../shared/typography/straighten.ts';

/** Interfaces of Pagefind's own, which the site does not load. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Pages on their way to Pagefind, which takes one after the other: it need not wait while this process does something else. */
const mostUnanswered = 8;

/** An index of pages that Pagefind holds in memory. */
export interface SearchIndex {
  /**
   * Adds the page of a file, behind those that are there; one of the same file gives its place to it. Returns before it is
   * there: what fails is thrown by the next call.
   */
  put(file: string, page: string): Promise<void>;
  /** Writes the index into `target`, which keeps what else it holds, and ends it. */
  write(target: string): Promise<void>;
}

/** Pagefind is left running for whatever comes next: `closeSearch` ends it. */
export async function openSearchIndex(): Promise<SearchIndex> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  const unanswered = new Set<Promise<void>>();
  let failed: Error | undefined;
  const add = async (file: string, page: string) => {
    // With the signs that readers type. To Pagefind a summary goes on in what it opens.
    const content = straighten(page).replaceAll('</summary>', '</summary> ');
    const { errors: found } = await index.addHTMLFile({ sourcePath: file, content });
    if (found.length > 0) failed ??= new Error(`The search index refuses ${file}: ${found.join('; ')}`);
  };
  const untilAnswered = async (most: number) => {
    while (unanswered.size > most) await Promise.race(unanswered);
    if (failed) throw failed;
  };
  return {
    // One after the other, since Pagefind numbers the pages of a folder as the disk has them.
    async put(file, page) {
      await untilAnswered(mostUnanswered);
      const adding: Promise<void> = add(file, page)
        .catch((cause: Error) => {
          failed ??= cause;
        })
        .finally(() => unanswered.delete(adding));
      unanswered.add(adding);
    },
    async write(target) {
      await untilAnswered(0);
      const written = await index.writeFiles({ outputPath: resolve(target) });
      if (written.errors.length > 0)
        throw new Error(`The search index could not be made: ${written.errors.join('; ')}`);
      for (const name of await readdir(target)) if (unused.test(name)) await rm(join(target, name));
      await index.deleteIndex();
    },
  };
}

/** Ends the process of Pagefind, where there is one, and every index with it. */
export async function closeSearch(): Promise<void> {
  await pagefind.close();
}
