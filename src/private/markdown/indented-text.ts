/** Paragraphs that other Markdown would read as code. */
import type { Nodes, Root } from 'mdast';
import { childrenOf, startOf } from './nodes.ts';
import type { Point } from './point.ts';

/** Columns to the right of the text around, from which a line is code in CommonMark; MDX has no such code. */
const codeIndent = 4;

/** Where they begin, in document order. Within elements authors indent as they like. */
export function indentedTexts(tree: Root, source: string): Point[] {
  const points: Point[] = [];
  collect(tree, 0, { source, points });
  return points;
}

interface Found {
  source: string;
  points: Point[];
}

/** `column`: 0-based, where text of `parent` begins. */
function collect(parent: Nodes | Root, column: number, found: Found): void {
  for (const child of childrenOf(parent)) {
    if (child.type === 'paragraph' && columnOf(child, found.source) >= column + codeIndent)
      found.points.push(startOf(child));
    if (child.type === 'list') for (const item of child.children) collect(item, columnOfText(item, found), found);
    if (child.type === 'blockquote') collect(child, columnOfText(child, found), found);
  }
}

function columnOfText(node: Nodes, { source }: Found): number {
  return columnOf(childrenOf(node)[0] ?? node, source);
}

/** A tab goes on to the next column that is a multiple of four. */
function columnOf(node: Nodes, source: string): number {
  const { column, offset = 0 } = startOf(node);
  let at = 0;
  for (const character of source.slice(offset - (column - 1), offset))
    at += character === '\t' ? codeIndent - (at % codeIndent) : 1;
  return at;
}
