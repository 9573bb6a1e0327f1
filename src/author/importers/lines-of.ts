/** What a block says, line by line. */
import type { RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { blockText } from './block-text.ts';

/** Lines of paragraphs, items and rows of two cells, also in a quote; of a table with one row, each cell behind its head. */
export function linesOf(node: RootContent): string[] {
  if (node.type === 'paragraph') return blockText(node).split('\n');
  if (node.type === 'list') return node.children.flatMap((item) => blockText(item).split('\n'));
  if (node.type === 'blockquote') return node.children.flatMap(linesOf);
  if (node.type !== 'table') return [];
  const rows = node.children.map((row) => row.children.map((cell) => plainText(cell).trim()));
  const [head = [], only = [], ...others] = rows;
  // Two columns with one row may also be two rows of labels, as "Severity | High" above "Start | 10:02".
  const isHeaded = head.length > 2 || (only.every((cell) => /\d/.test(cell)) && !head.some((cell) => /\d/.test(cell)));
  if (only.length > 0 && others.length === 0 && isHeaded)
    return head.map((label, index) => `${label}: ${only[index] ?? ''}`);
  return rows.map((cells) => cells.join(': '));
}
