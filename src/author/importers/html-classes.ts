/** Gives text the elements that a page of Google Docs or Confluence says by classes alone: bold, italic, code, title. */
import type { Element, ElementContent, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';

type Mark = 'strong' | 'em' | 'code';

/** Changes the tree. */
export function markByClass(tree: Root): void {
  const marks = new Map<string, Set<Mark>>();
  visit(tree, 'element', (node) => {
    if (node.tagName === 'style')
      for (const [name, mark] of marksIn(toText(node))) marks.set(name, (marks.get(name) ?? new Set()).add(mark));
  });
  visit(tree, 'element', (node) => {
    const classes = classesOf(node);
    if (node.tagName === 'p' && classes.includes('title')) node.tagName = 'h1';
    if (node.tagName !== 'span' || toText(node).trim() === '') return;
    const own = new Set([
      ...classes.flatMap((name) => [...(marks.get(name) ?? [])]),
      ...marksOf(String(node.properties['style'] ?? '')),
    ]);
    for (const mark of own) node.children = [wrap(mark, node.children)];
  });
  // In a heading all is bold, which says nothing.
  visit(tree, 'element', (node) => {
    if (!/^h[1-6]$/.test(node.tagName)) return;
    visit(node, 'element', (inner) => {
      if (inner.tagName === 'strong') inner.tagName = 'span';
    });
  });
}

function wrap(tagName: Mark, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function classesOf({ properties }: Element): string[] {
  return Array.isArray(properties['className']) ? properties['className'].map(String) : [];
}

/** Class and mark of each rule for a class alone. */
function marksIn(style: string): [string, Mark][] {
  return style.split('}').flatMap((rule): [string, Mark][] => {
    const [head = '', body = ''] = rule.split('{');
    const name = /^\.([\w-]+)$/.exec(head.trim())?.[1];
    return name === undefined ? [] : marksOf(body).map((mark) => [name, mark]);
  });
}

function marksOf(declarations: string): Mark[] {
  const marks: Mark[] = [];
  if (/font-weight:\s?(?:bold|[7-9]00)/i.test(declarations)) marks.push('strong');
  if (/font-style:\s?italic/i.test(declarations)) marks.push('em');
  if (/font-family:[^;]{0,60}(?:courier|consolas|mono)/i.test(declarations)) marks.push('code');
  return marks;
}
