/** Links between pages of the site: each leads to a page that is there when its own is. */
import { reservedPageIds } from '../addresses/reserved-page-ids.ts';
import type { SiteLink } from '../lint/list-links.ts';
import { createProblem, type Problem } from '../problem/problem.ts';

export interface KnownPages {
  /** Folders of postmortems, their earlier names included. */
  slugs: ReadonlySet<string>;
  services: ReadonlySet<string>;
  severities: ReadonlySet<string>;
  /** Names of the owner's pages. */
  pages: ReadonlySet<string>;
  /** Paths of the files in `public/`, with `/`. */
  publicFiles: ReadonlySet<string>;
}

/** `slug` is the postmortem in which the links stand. Speaks up only where nothing can be there. */
export function checkLinks(slug: string, links: readonly SiteLink[], known: KnownPages): Problem[] {
  return links
    .filter(({ url }) => !isThere(pathOf(url, slug), known))
    .map(({ place }) => createProblem('links/dead-path', place));
}

function pathOf(url: string, slug: string): string {
  const resolved = URL.parse(url, `https://site.invalid/postmortems/${slug}/`);
  try {
    return decodeURIComponent(resolved?.pathname ?? '').replace(/^\/+|(?<!\/)\/+$/g, '');
  } catch {
    return '';
  }
}

/** Files that the engine itself writes have one of these endings. */
const engineFile = /\.(?:xml|json|opml|txt|csv|ics|html)$/;

function isThere(path: string, { slugs, services, severities, pages, publicFiles }: KnownPages): boolean {
  const [first = '', second, ...deeper] = path.split('/');
  if (path === '' || publicFiles.has(path) || publicFiles.has(`${path}/index.html`)) return true;
  if (first === 'postmortems' && second !== undefined)
    return slugs.has(second)
      ? deeper.length === 0 || /\.(?:json|ics|png|html)$/.test(path)
      : /^(?:page|index)/.test(second);
  if (first === 'services' && second !== undefined) return services.has(second);
  if (first === 'severity' && second !== undefined) return severities.has(second);
  return reservedPageIds.includes(first) || pages.has(first) || (second === undefined && engineFile.test(first));
}
