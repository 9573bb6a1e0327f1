/** Public HTML as Markdown (CommonMark with tables, footnotes and task lists), for people and programs that read text. */
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { flowOf } from './flow-of.ts';
import { parseOwnHtml } from './parse-own-html.ts';
import { rawHtml, rawHtmlOf } from './raw-html.ts';
import { keepShownWhitespace } from './shown-whitespace.ts';

/** `html` is what the projection holds or our own serialiser writes. Addresses become full ones, seen from `pageUrl`. */
export function htmlToMarkdown(html: string, pageUrl: string): string {
  return treeToMarkdown({ type: 'root', children: [rawHtml(html)] }, pageUrl);
}

/** The same of a tree, which is changed; what it has as `rawHtml` is read. */
export function treeToMarkdown(tree: Root, pageUrl: string): string {
  prepare(tree, pageUrl);
  keepShownWhitespace(tree);
  return toMarkdown({ type: 'root', children: flowOf(tree) }, writing);
}

const writing: Options = {
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  bullet: '-',
  rule: '-',
  listItemIndent: 'one',
  handlers: {
    // Most texts have nothing in them that Markdown could take for a mark, which the library looks for in some forty ways.
    text: (node, parent, state, info) =>
      isUnmarked(node.value, info) ? node.value : defaultHandlers.text(node, parent, state, info),
  },
};

/** Words and those signs that mean nothing to Markdown where words stand before them. */
const unmarked = /^(?!\d+[.)])[\p{L}\p{N} ](?:[\p{L}\p{N} ,;'"?%–—…’‘“”()]|(?<![wW])\.|-|:(?!\/))*$/u;

function isUnmarked(text: string, { before, after }: { before: string; after: string }): boolean {
  if (text.startsWith(' ') && !/\S/.test(before)) return false;
  if (text.endsWith(' ') && !/\S/.test(after)) return false;
  return unmarked.test(text);
}

/** Takes out of the tree what Markdown has no place for, and makes addresses full. */
function prepare(node: Nodes, pageUrl: string): void {
  if (!('children' in node)) return;
  node.children = (node.children as RootContent[]).flatMap((child) => replaced(child, node)) as ElementContent[];
  if (node.type === 'element') for (const name of ['href', 'src'] as const) makeAbsolute(node, name, pageUrl);
  for (const child of node.children) prepare(child, pageUrl);
}

function replaced(child: RootContent, parent: Nodes): RootContent[] {
  const html = rawHtmlOf(child);
  if (html !== undefined) return parseOwnHtml(html).children.flatMap((inner) => replaced(inner, parent));
  if (child.type !== 'element') return [child];
  if (child.tagName === 'svg') return descriptionOf(child);
  if (hasClass(child, 'chart-legend') || child.properties['dataFootnoteBackref'] !== undefined) return [];
  // A heading that only screen readers have.
  if (child.tagName === 'h2' && parent.type === 'element' && parent.properties['dataFootnotes'] !== undefined)
    return [];
  if (hasClass(child, 'aside-label')) child.children = [{ ...child, tagName: 'strong', properties: {} }];
  return [child];
}

function makeAbsolute({ properties }: Element, name: 'href' | 'src', pageUrl: string): void {
  const value = properties[name];
  if (typeof value === 'string') properties[name] = URL.parse(value, pageUrl)?.href ?? value;
}

/** Pictures drawn by us say in `<desc>` what they show; their data stands in a table beside them. */
function descriptionOf(drawing: Element): ElementContent[] {
  const description = describedIn(drawing);
  if (description === '') return [];
  return [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: description }] }];
}

function describedIn(node: Nodes): string {
  if (node.type === 'element' && node.tagName === 'desc') return textOf(node);
  return 'children' in node ? node.children.map((child) => describedIn(child as Nodes)).join('') : '';
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}

/** The first of its classes; our own elements have one that says what they are. */
function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties['className']) && properties['className'][0] === name;
}
