/** Links within a built site: each address and each anchor that one of its files names must be there. */
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { pathTo } from '../../shared/addresses/path-to.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import { type LinkedFile, readPage, readText } from './read-links.ts';

export interface LinkOptions {
  /** Folder of the built site, and its files. */
  out: string;
  files: readonly string[];
  /** Full address of the site, with a slash at its end. */
  url: string;
  /** Where an author wrote `href`, for a page of the site; `undefined` for what the engine wrote. */
  findSource: (page: string, href: string) => Promise<SourceLocation | undefined>;
}

const searchIndex = pathTo('searchIndex', { inner: '' });

interface Use extends SourceLocation {
  href: string;
  /** How many further files link to the same. */
  others: number;
}

/** A problem for each address that leads nowhere, at the first of its uses. Addresses of other sites are not asked. */
export async function checkLinks({ out, files, url, findSource }: LinkOptions): Promise<Problem[]> {
  const known = new Set(files);
  const anchors = new Map<string, ReadonlySet<string>>();
  const uses = new Map<string, Use>();
  for (const file of pagesFirst(files)) {
    const read = await readLinks(join(out, file), file, url);
    if (read.anchors) anchors.set(file, read.anchors);
    for (const { href, line, column } of read.links) {
      const target = resolveLink(href, file, url);
      const use = target === undefined ? undefined : uses.get(target);
      if (use) use.others += use.file === file ? 0 : 1;
      else if (target !== undefined) uses.set(target, { file, line, column, href, others: 0 });
    }
  }
  const problems: Problem[] = [];
  for (const [target, { href, others, ...location }] of uses) {
    const [path = '', anchor = ''] = target.split('#');
    const found = [path, posix.join(path, 'index.html')].find((file) => known.has(file));
    const isDead = found === undefined;
    if (!isDead && (anchor === '' || anchor === 'top' || anchors.get(found)?.has(anchor) !== false)) continue;
    const at = (await findSource(location.file, href)) ?? location;
    problems.push(
      isDead
        ? createProblem('links/dead', at, { href, others })
        : createProblem('links/anchor-dead', at, { href, anchor, others }),
    );
  }
  return problems;
}

/** Feeds and data repeat what stands on a page, and only of a page is it known where an author wrote it. */
function pagesFirst(files: readonly string[]): string[] {
  const sorted = [...files].sort();
  const isPage = (file: string) => file.endsWith('.html');
  return [...sorted.filter(isPage), ...sorted.filter((file) => !isPage(file))];
}

async function readLinks(path: string, file: string, url: string): Promise<LinkedFile> {
  if (`/${file}`.startsWith(searchIndex)) return { links: [] };
  if (file.endsWith('.html')) return readPage(await readFile(path, 'utf8'));
  // Calendars fold long lines, in the midst of addresses too.
  if (file.endsWith('.ics')) return readText((await readFile(path, 'utf8')).replace(/\r?\n[ \t]/g, ''), url);
  return /\.(?:xml|opml|json|md|txt)$/.test(file) ? readText(await readFile(path, 'utf8'), url) : { links: [] };
}

/** `postmortems/checkout/#story`: relative to the site, without a query; `undefined` when it leads out of the site. */
function resolveLink(href: string, file: string, url: string): string | undefined {
  const page = new URL(file.replace(/(?:^|(?<=\/))index\.html$/, ''), url);
  const target = URL.parse(href, page);
  const site = new URL(url);
  if (!target || target.host !== site.host || !/^https?:$/.test(target.protocol)) return undefined;
  if (!target.pathname.startsWith(site.pathname)) return undefined;
  const anchor = decode(target.hash.slice(1)).replace(/:~:.*$/s, '');
  return `${decode(target.pathname.slice(site.pathname.length))}${anchor === '' ? '' : `#${anchor}`}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
