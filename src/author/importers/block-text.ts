/** The text of a block without markup, in the lines in which it is read. */
import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';

/** A break that is forced ends a line, too. */
export function blockText(node: Nodes): string {
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map((child) => blockText(child)).join('') : plainText(node);
}
