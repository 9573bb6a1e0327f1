/** Reads plain lists out of sections: items of prose, names of people, noted figures. */
import type { ListItem, Nodes, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { MdxText } from './mdx-text.ts';

/** One line of inline MDX an item; `undefined` unless the section is made of flat lists of single paragraphs only. */
export function readItems(content: readonly RootContent[], mdx: MdxText): string[] | undefined {
  const items: string[] = [];
  for (const node of content) {
    if (node.type !== 'list') return undefined;
    for (const item of node.children) {
      const text = readItem(item, mdx);
      if (text === undefined) return undefined;
      if (text !== '') items.push(text);
    }
  }
  return items.length === 0 ? undefined : items;
}

function readItem(item: ListItem, mdx: MdxText): string | undefined {
  if (item.children.length === 0) return '';
  const [paragraph, ...others] = item.children;
  if (paragraph?.type !== 'paragraph' || others.length > 0 || typeof item.checked === 'boolean') return undefined;
  return mdx.isProse(item) ? mdx.prose(paragraph, paragraph) : undefined;
}

/** Every line of a section about people, whatever its form: nothing of it may reach the story. */
export function readPeople(content: readonly RootContent[]): string[] {
  const names: string[] = [];
  for (const node of content) {
    visit(node, (inner: Nodes) => {
      if (inner.type === 'paragraph' || inner.type === 'tableCell' || inner.type === 'heading') {
        names.push(...splitNames(plainText(inner)));
      } else if (inner.type === 'code' || inner.type === 'html') names.push(inner.value);
    });
  }
  return [...new Set(names)];
}

/** Splits "AB, CD" and "AB CD EF" (initials only); a name of several words stays whole. */
export function splitNames(text: string): string[] {
  const parts = text.split(/[,;\n]|(?<!\s)\s+(?:and|&)\s+/).map((part) => part.trim());
  return parts
    .flatMap((part) => (/^[A-ZÆØÅÄÖ]{2,4}(?:\s+[A-ZÆØÅÄÖ]{2,4})+$/.test(part) ? part.split(/\s+/) : [part]))
    .filter(Boolean);
}

/** Noted figures, `Time to detection: 20 minutes`: keys in lower case, values as they stand. */
export function readFigures(content: readonly RootContent[]): Map<string, string> {
  const figures = new Map<string, string>();
  for (const node of content) {
    visit(node, 'paragraph', (paragraph) => {
      for (const line of plainText(paragraph).split('\n')) {
        const pair = /^([^:]+):\s*(\S.*)$/.exec(line.trim());
        if (pair?.[1] && pair[2]) figures.set(pair[1].trim().toLowerCase(), pair[2].trim());
      }
    });
  }
  return figures;
}
