/** Links of a text that lead to a page of the same site. */
import type { Root } from 'mdast';
import type { SourceLocation } from '../../shared/problem/problem.ts';
import { startOf } from '../markdown/nodes.ts';
import type { LocationAt } from '../markdown/point.ts';
import { walk } from '../markdown/walk.ts';

export interface SiteLink {
  /** As written: `/postmortems/x/#y`, `../x/`. */
  url: string;
  location: SourceLocation;
}

/** The same links with their whole path, for a text that stands at the path `from`. */
export function resolveLinks(links: readonly SiteLink[], from: string): SiteLink[] {
  return links.map(({ url, location }) => {
    const resolved = URL.parse(url, `https://site.invalid${from}`);
    return { url: resolved ? resolved.pathname + resolved.search + resolved.hash : url, location };
  });
}

/** In document order; `#anchors` of the same page are no links to a page. */
export function listLinks(tree: Root, locationAt: LocationAt): SiteLink[] {
  const links: SiteLink[] = [];
  walk(tree, (node) => {
    if (node.type !== 'link') return;
    const isElsewhere = /^[a-z][a-z0-9+.-]*:/i.test(node.url) || node.url.startsWith('//');
    if (isElsewhere || node.url.startsWith('#') || node.url === '') return;
    links.push({ url: node.url, location: locationAt(startOf(node)) });
  });
  return links;
}
