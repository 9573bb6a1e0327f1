/** What a block says, line by line. */
import type { RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { blockText } from './block-text.ts';

/** Lines of paragraphs, items and rows of two cells. */
export function linesOf(node: RootContent): string[] {
  if (node.type === 'paragraph') return blockText(node).split('\n');
  if (node.type === 'list') return node.children.flatMap((item) => blockText(item).split('\n'));
  if (node.type === 'table')
    return node.children.map((row) => row.children.map((cell) => plainText(cell).trim()).join(': '));
  return [];
}
