/** What a finished page of a postmortem says of its own place in the search, as `SearchableMeta` wrote it. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { figureNames } from '../../site/search/facets.ts';

export interface SearchedPage {
  /** Relative to the folder of all pages. */
  file: string;
  /** Of the postmortem, the same in each language. */
  slug: string;
  /** SHA-256 of its bytes, in hex. */
  digest: string;
  year: string;
  /** Seconds since 1970 at which it began. */
  began: number;
  /** What results are ordered by where several shards are searched. */
  figures: Record<(typeof figureNames)[number], number>;
}

/**
 * Nothing for a page that is no postmortem's but leads to one, from an earlier address. Throws where a page says a part of
 * it alone, since the search could not find it then.
 */
export function readSearchedPage(folder: string, file: string): SearchedPage | undefined {
  const bytes = readFileSync(join(folder, file));
  const text = bytes.toString('utf8');
  if (!text.includes('<meta name="candor:')) return undefined;
  // They stand in the head, before everything that an author wrote.
  const contentOf = (name: string) => {
    const [, value] = new RegExp(`<meta name="candor:${name}" content="([-+.\\de]+)"`).exec(text) ?? [];
    if (value === undefined) throw new Error(`${file} does not say its ${name} to the search.`);
    return value;
  };
  return {
    file,
    slug: file.split('/').at(-2) ?? '',
    digest: hash('sha256', bytes),
    // A part of the page's text would keep all of it in memory.
    year: String(Number(contentOf('year'))),
    began: Number(contentOf('newest')),
    figures: { longest: Number(contentOf('longest')), users: Number(contentOf('users')) },
  };
}
