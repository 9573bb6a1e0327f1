/** What a finished page of a postmortem says of its own place in the search, as `SearchableMeta` wrote it. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigests } from '../../disk/file-digests.ts';
import { ownCopy } from '../../shared/text/own-copy.ts';
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
export function readSearchedPage(folder: string, file: string, digests: FileDigests): SearchedPage | undefined {
  const path = join(folder, file);
  const text = readHead(path);
  if (!text.includes('<meta name="candor:')) return undefined;
  const contentOf = (name: string) => {
    const [, value] = new RegExp(`<meta name="candor:${name}" content="([-+.\\de]+)"`).exec(text) ?? [];
    if (value === undefined) throw new Error(`${file} does not say its ${name} to the search.`);
    return value;
  };
  return {
    file,
    slug: slugOfPage(file),
    digest: digests.digestOf(path) ?? '',
    year: ownCopy(contentOf('year')),
    began: Number(contentOf('newest')),
    figures: { longest: Number(contentOf('longest')), users: Number(contentOf('users')) },
  };
}

/** All before everything that an author wrote; the whole page where it has no head. */
function readHead(path: string): string {
  const file = openSync(path, 'r');
  try {
    const size = readSync(file, beginning);
    const end = beginning.subarray(0, size).indexOf('</head>');
    return end < 0 ? readFileSync(path, 'utf8') : beginning.toString('utf8', 0, end);
  } finally {
    closeSync(file);
  }
}

const beginning = Buffer.alloc(1 << 15);

/** Of the postmortem whose page a file is. */
export function slugOfPage(file: string): string {
  return file.split('/').at(-2) ?? '';
}

/** In which the pages of a shard stand in its index. */
export function inOrderOfPages(file: string, other: string): number {
  return file < other ? -1 : 1;
}
