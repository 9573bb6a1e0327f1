/** Makes Markdown of a whole page of HTML as Google Docs, Confluence and Word (by way of HTML) give it. */

import { escapeText } from 'entities';
import type { Element, Nodes, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { toText } from 'hast-util-to-text';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { SKIP, visit } from 'unist-util-visit';
import { markByClass } from './html-classes.ts';
import { nestLists } from './html-lists.ts';

export interface HtmlText {
  markdown: string;
  /** Comments of reviewers, and what a wiki says of a page: who made it, when, where it stands. */
  internal: string[];
  /** Everything that a reader of the page sees, with alternative texts and addresses of links. */
  words: string;
}

/** Levels of elements that are read; the turning into Markdown calls itself for each. */
const levelsAllowed = 400;

/** Throws a `RangeError` for elements that are nested too deep. */
export function htmlDocument(html: string): HtmlText {
  const tree = fromHtml(ofConfluence(html));
  refuseDepth(tree);
  const internal: string[] = [];
  const words = wordsIn(tree);
  markByClass(tree);
  takeInternal(tree, internal);
  nestLists(tree);
  tidy(tree);
  const title = titleOf(tree);
  const markdown = toMarkdown(toMdast(tree), { bullet: '-', extensions: [gfmToMarkdown()] }).trim();
  const isTitled = /^# /m.test(markdown);
  return { markdown: `${isTitled || title === '' ? '' : `# ${title}\n\n`}${markdown}\n`, internal, words };
}

/** Confluence's own elements, which a parser of HTML reads wrongly: text in CDATA, and ends within the begin. */
function ofConfluence(html: string): string {
  if (!/<(?:ac|ri):[a-z]/.test(html)) return html;
  let text = '';
  let at = 0;
  for (;;) {
    const start = html.indexOf('<![CDATA[', at);
    const end = start < 0 ? -1 : html.indexOf(']]>', start);
    if (end < 0) break;
    const code = escapeText(html.slice(start + 9, end));
    text += `${html.slice(at, start)}<pre><code>${code}</code></pre>`;
    at = end + 3;
  }
  return (text + html.slice(at)).replace(/<((?:ac|ri):[a-z-]{1,40}|time)\b([^<>]{0,600})\/>/g, '<$1$2></$1>');
}

function wordsIn(tree: Root): string {
  const words = [toText(tree)];
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'a') words.push(withoutRedirect(String(properties['href'] ?? '')));
    if (tagName === 'img') words.push(String(properties['alt'] ?? ''));
  });
  return words.filter((word) => !word.startsWith('#')).join('\n');
}

function refuseDepth(tree: Root): void {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levelsAllowed) throw new RangeError('Elements nested too deep.');
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
}

/** Ids and classes of what wikis write around a page. */
const around =
  /^(?:breadcrumb-section|breadcrumbs|page-metadata|footer|footer-body|attachments|comments-section|title-heading-metadata)$/;

function takeInternal(tree: Root, internal: string[]): void {
  visit(tree, 'element', (node, index, parent) => {
    if (index === undefined || !parent) return undefined;
    if (isComment(node) || isAround(node) || node.tagName === 'ri:user') {
      const text = node.tagName === 'ri:user' ? Object.values(node.properties).join(' ') : toText(node).trim();
      if (text !== '' && !/^\[\w{1,6}\]$/.test(text)) internal.push(text);
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    return undefined;
  });
}

/** What a reviewer wrote at the foot, and the mark in the text that leads there. */
function isComment(node: Element): boolean {
  const isMark = (inner: RootContent | Nodes): boolean =>
    inner.type === 'element' &&
    inner.tagName === 'a' &&
    /^#(?:cmnt|comment-)/.test(String(inner.properties['href'] ?? ''));
  const isNote = (inner: RootContent | Nodes): boolean =>
    isMark(inner) && inner.type === 'element' && /^#(?:cmnt_ref|comment-ref)/.test(String(inner.properties['href']));
  if (node.tagName === 'sup') return node.children.some(isMark);
  if (node.tagName === 'dd' || node.tagName === 'dt')
    return node.tagName === 'dt' ? String(node.properties['id'] ?? '').startsWith('comment-') : holds(node, isNote);
  return (node.tagName === 'p' || node.tagName === 'div') && node.children.length < 20 && holdsFirst(node, isNote);
}

function holds(node: Element, is: (inner: Nodes) => boolean): boolean {
  let found = false;
  visit(node, (inner) => {
    if (is(inner)) found = true;
  });
  return found;
}

/** Whether it begins with such a node, itself or within its first element. */
function holdsFirst(node: Element, is: (inner: Nodes) => boolean): boolean {
  const first = node.children.find((child) => child.type === 'element');
  return (
    first !== undefined && (is(first) || (first.type === 'element' && first.tagName === 'p' && holdsFirst(first, is)))
  );
}

function isAround({ properties }: Element): boolean {
  const names = [properties['id'], ...(Array.isArray(properties['className']) ? properties['className'] : [])];
  return names.some((name) => around.test(String(name)));
}

/** Addresses behind Google's, spaces that do not break, moments without text, blocks within a cell. */
function tidy(tree: Root): void {
  visit(tree, (node) => {
    if (node.type === 'text') node.value = node.value.replace(/[\u00a0\u202f\u2007]/g, ' ');
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    if (tagName === 'a') properties['href'] = withoutRedirect(String(properties['href'] ?? ''));
    if (tagName === 'img' && String(properties['src'] ?? '').startsWith('data:')) properties['src'] = 'picture';
    if (tagName === 'time' && node.children.length === 0)
      node.children.push({ type: 'text', value: String(properties['dateTime'] ?? properties['datetime'] ?? '') });
    if (tagName === 'td' || tagName === 'th') breakBlocks(node);
    if (tagName === 'table') markHead(node);
  });
}

function withoutRedirect(address: string): string {
  const url = URL.parse(address);
  const inner = url?.hostname === 'www.google.com' && url.pathname === '/url' ? url.searchParams.get('q') : null;
  return inner !== null && /^(?:https?:|mailto:)/i.test(inner) ? inner : address;
}

function breakBlocks(cell: Element): void {
  cell.children = cell.children.flatMap((child, index) =>
    index > 0 && child.type === 'element' && /^(?:p|div|ul|ol|pre)$/.test(child.tagName)
      ? [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }, child]
      : [child],
  );
}

/** Word processors mark no row as the head; in a table of records it is the first. */
function markHead(table: Element): void {
  const rows: Element[] = [];
  visit(table, 'element', (node) => {
    if (node.tagName === 'tr') rows.push(node);
  });
  const cells = (row: Element | undefined) => (row?.children ?? []).filter((child) => child.type === 'element');
  if (rows.length < 2 || rows.flatMap(cells).some(({ tagName }) => tagName === 'th')) return;
  for (const cell of cells(rows[0])) cell.tagName = 'th';
}

function titleOf(tree: Root): string {
  let title = '';
  visit(tree, 'element', (node) => {
    if (node.tagName === 'title' && title === '') title = toText(node).replace(/\s+/g, ' ').trim();
  });
  return title;
}
