/** Public HTML as Markdown (CommonMark with tables, footnotes and task lists), for people and programs that read text. */
import type { Element, ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { SKIP, visit } from 'unist-util-visit';

/** `html` is what the projection holds or our own serialiser writes. Addresses become full ones, seen from `pageUrl`. */
export function htmlToMarkdown(html: string, pageUrl: string): string {
  const tree = fromHtml(html, { fragment: true });
  dropPositions(tree);
  visit(tree, 'element', (element, index, parent) => {
    // A heading that only screen readers have; Markdown has no place for it.
    if (isFootnotes(element)) element.children = element.children.filter((child) => !isElement(child, 'h2'));
    if (hasClass(element, 'aside-label')) element.children = [{ ...element, tagName: 'strong', properties: {} }];
    for (const name of ['href', 'src'] as const) makeAbsolute(element, name, pageUrl);
    if (parent && index !== undefined && (element.tagName === 'svg' || hasClass(element, 'chart-legend'))) {
      parent.children.splice(index, 1, ...(element.tagName === 'svg' ? descriptionOf(element) : []));
      return [SKIP, index];
    }
    return undefined;
  });
  const markdown = toMdast(tree, { handlers, document: true });
  return toMarkdown(markdown, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
  });
}

/** Nobody asks for them, and what copies the tree copies them too. */
function dropPositions(node: Nodes): void {
  node.position = undefined;
  if ('children' in node) for (const child of node.children) dropPositions(child);
}

function makeAbsolute({ properties }: Element, name: 'href' | 'src', pageUrl: string): void {
  const value = properties[name];
  if (typeof value === 'string') properties[name] = URL.parse(value, pageUrl)?.href ?? value;
}

/** Pictures drawn by us say in `<desc>` what they show; their data stands in a table beside them. */
function descriptionOf(drawing: Element): ElementContent[] {
  let description = '';
  visit(drawing, 'element', (element) => {
    if (element.tagName === 'desc') description = textOf(element);
  });
  return description === '' ? [] : [paragraph(description)];
}

function paragraph(value: string): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] };
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}

/** What the library has no form for, or another than ours. */
const handlers: Record<string, Handle> = {
  a: (state, element) => {
    const { properties } = element;
    if (properties['dataFootnoteBackref'] !== undefined) return undefined;
    const name = footnoteName(String(properties['href'] ?? ''));
    if (properties['dataFootnoteRef'] !== undefined && name !== undefined)
      return { type: 'footnoteReference', identifier: name, label: name };
    const children = state.all(element) as never[];
    return { type: 'link', url: String(properties['href'] ?? ''), title: null, children };
  },
  section: (state, element) => (isFootnotes(element) ? footnotes(state, element) : state.all(element)),
  aside: (state, element) => ({ type: 'blockquote', children: state.toFlow(state.all(element)) }),
  figure: (state, element) => state.toFlow(state.all(element)),
  summary: (state, element) => ({ type: 'paragraph', children: state.all(element) as never[] }),
  // 10³ is not 103.
  sup: (state, element) => (isReference(element) ? state.all(element) : enclosed('sup', state, element)),
  sub: (state, element) => enclosed('sub', state, element),
};

function enclosed(name: string, state: State, element: Element): RootContent[] {
  return [{ type: 'html', value: `<${name}>` }, ...state.all(element), { type: 'html', value: `</${name}>` }] as never;
}

function footnotes(state: State, element: Element): RootContent[] {
  const items = element.children.flatMap((list) => (isElement(list, 'ol') ? list.children : []));
  return items.flatMap((item): RootContent[] => {
    const name = isElement(item, 'li') ? footnoteName(`#${item.properties['id']}`) : undefined;
    if (!isElement(item, 'li') || name === undefined) return [];
    const children = state.toFlow(state.all(item));
    return [{ type: 'footnoteDefinition', identifier: name, label: name, children }];
  });
}

function isReference({ children }: Element): boolean {
  return children.some((child) => isElement(child, 'a') && child.properties['dataFootnoteRef'] !== undefined);
}

/** `later` of `#note-fn-later`. */
function footnoteName(address: string): string | undefined {
  return /#note-fn-([^#]+)$/.exec(address)?.[1];
}

function isFootnotes({ tagName, properties }: Element): boolean {
  return tagName === 'section' && properties['dataFootnotes'] !== undefined;
}

/** The first of its classes; our own elements have one that says what they are. */
function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties['className']) && properties['className'][0] === name;
}

function isElement(node: Nodes, name: string): node is Element {
  return node.type === 'element' && node.tagName === name;
}
