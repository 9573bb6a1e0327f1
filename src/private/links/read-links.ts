/** What a built file links to, and where others may link to within it. */

import { decodeXML } from 'entities';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { escapePattern } from '../../shared/text/escape-pattern.ts';

export interface Link {
  /** As written, character references decoded. */
  href: string;
  line: number;
  column: number;
}

export interface LinkedFile {
  links: Link[];
  /** Ids of a page's elements; absent for what is no page, and for a page that only leads to another. */
  anchors?: ReadonlySet<string>;
}

/** Links and anchors of an HTML page. */
export function readPage(html: string): LinkedFile {
  const links: Link[] = [];
  const anchors = new Set<string>();
  let leadsOn = false;
  visit(fromHtml(html), 'element', (element) => {
    const { id, name, httpEquiv } = element.properties;
    if (typeof id === 'string') anchors.add(id);
    if (element.tagName === 'a' && typeof name === 'string') anchors.add(name);
    if (element.tagName === 'meta' && String(httpEquiv).toLowerCase() === 'refresh') leadsOn = true;
    const { line = 1, column = 1 } = element.position?.start ?? {};
    links.push(...addressesOf(element).map((href) => ({ href, line, column })));
  });
  return leadsOn ? { links } : { links, anchors };
}

/** Full addresses that begin with `url` in any other text: feeds, lists, data. */
export function readText(text: string, url: string): LinkedFile {
  const links = text.split('\n').flatMap((content, index) =>
    [...content.matchAll(new RegExp(`${escapePattern(url)}[^\\s"'<>()\\[\\]{}|\\\\^\`]*`, 'g'))].map((match) => ({
      href: unescapeTwice(match[0])
        .replace(/["'<>].*$/s, '')
        .replace(/(?<![.,;:!?])[.,;:!?]+$/, ''),
      line: index + 1,
      column: match.index + 1,
    })),
  );
  return { links };
}

function addressesOf({ tagName, properties }: Element): string[] {
  const { href, src, srcSet, action, content, property } = properties;
  const single = [href, src, action].filter((value) => typeof value === 'string');
  const several = typeof srcSet === 'string' ? srcSet.split(',').map((part) => part.trim().split(/\s/)[0] ?? '') : [];
  const shared = tagName === 'meta' && /^og:(?:url|image)$/.test(String(property)) ? [String(content)] : [];
  return [...single, ...several, ...shared];
}

/** Feeds hold HTML in XML: an ampersand is escaped in each. */
function unescapeTwice(text: string): string {
  return decodeXML(decodeXML(text));
}
