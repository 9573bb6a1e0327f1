/** Divides a page's Markdown into what a reviewer reads as one thing: paragraphs, items of lists, rows of tables, code. */
import type { Nodes, Table, TableRow } from 'mdast';
import { markdownTree } from './markdown-tree.ts';

export interface ReportUnit {
  /** `head` is that of a table. */
  kind: 'text' | 'item' | 'head' | 'row' | 'code';
  /** In one line, but for code. */
  text: string;
  /** Words of the heading above; absent for a heading itself and above the first. */
  heading?: string;
  /** Of a head its own, of a row those of the table's head. */
  head?: string[];
}

/** In the order of the text. */
export function unitsOf(markdown: string): ReportUnit[] {
  const units: ReportUnit[] = [];
  let heading: string | undefined;
  const sourceOf = ({ position }: Nodes) =>
    markdown
      .slice(position?.start.offset, position?.end.offset)
      .split('\n')
      .map((line, index) => (index === 0 ? line : line.replace(/^[\s>]+/, '')).trimEnd())
      .filter((line) => line !== '')
      .join(' ');
  const add = (unit: ReportUnit) => units.push(heading === undefined ? unit : { ...unit, heading });
  const addTable = ({ children: [first, ...rows] }: Table) => {
    const cells = (row: TableRow | undefined) => (row ? cellsOf(sourceOf(row)) : []);
    const head = cells(first);
    if (first) add({ kind: 'head', text: sourceOf(first), head });
    for (const row of rows) add({ kind: 'row', text: sourceOf(row), head });
  };
  const read = (node: Nodes, kind: 'text' | 'item') => {
    if (node.type === 'heading') {
      heading = sourceOf(node).replace(/^#+\s*/, '');
      units.push({ kind: 'text', text: sourceOf(node) });
    } else if (node.type === 'table') addTable(node);
    else if (node.type === 'code') add({ kind: 'code', text: node.value });
    else if (node.type === 'root' || node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
      for (const child of node.children) read(child, node.type === 'listItem' ? 'item' : kind);
    // An id in bold leads promises and the like: a reviewer reads it without its marks.
    else add({ kind, text: kind === 'item' ? sourceOf(node).replace(/^\*\*([^*]{1,60})\*\*/, '$1') : sourceOf(node) });
  };
  read(markdownTree(markdown), 'text');
  return units;
}

/** `| a | b \| c |` as `a` and `b \| c`. */
export function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
