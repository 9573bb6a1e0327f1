/** Every string of a tree that a reader, a crawler or a machine could see, whole words joined across emphasis. */
import type { Nodes, Root } from 'mdast';
import { holdsText, isTextBlock, joinRun, pieceAt, type ReadNode } from './join-run.ts';
import { createPointIn } from './mentions.ts';
import { attributesOf, childrenOf, isBreak, isElement, startOf } from './nodes.ts';
import type { Point } from './point.ts';

/** A string, and where each of its characters stands. */
export interface VisibleText {
  text: string;
  pointAt(index: number): Point;
}

/** Texts in document order: one a paragraph, heading, cell or code block, and one an attribute or address. */
export function visibleTexts(tree: Root): VisibleText[] {
  const texts: VisibleText[] = [];
  collect(tree, texts);
  return texts;
}

export interface NeighbouringText extends VisibleText {
  /** True for a range that begins in one part and ends in another. */
  isAcross(start: number, end: number): boolean;
}

/** Cells of a row, and items of a list, as a reader reads them one after the other: a name may stand in two. */
export function neighbouringTexts(tree: Root): NeighbouringText[] {
  const texts: NeighbouringText[] = [];
  const walk = (node: Nodes | Root) => {
    const children = childrenOf(node);
    if ((node.type === 'tableRow' || node.type === 'list') && children.length > 1) texts.push(joinParts(children));
    for (const child of children) walk(child);
  };
  walk(tree);
  return texts;
}

/** No number, address or host goes on over it. */
const partBorder = ' | ';

function joinParts(nodes: readonly Nodes[]): NeighbouringText {
  const starts: number[] = [];
  const parts = nodes.map((node) => textOf(node));
  let text = '';
  for (const part of parts) {
    starts.push(text.length);
    text += part.text + partBorder;
  }
  const partAt = (offset: number) => starts.findLastIndex((start) => start <= offset);
  return {
    text,
    pointAt: (offset) => {
      const index = partAt(offset);
      return parts[index]?.pointAt(offset - (starts[index] ?? 0)) ?? startOf(nodes[0] as Nodes);
    },
    isAcross: (start, end) => partAt(start) !== partAt(end - 1),
  };
}

function collect(node: Nodes | Root, texts: VisibleText[]): void {
  for (const text of attributeTexts(node)) texts.push({ text, pointAt: () => startOf(node) });
  // An element within a paragraph is read by itself too: its text may be a word of its own.
  if (isTextBlock(node) || holdsText(node)) texts.push(textOf(node));
  for (const child of childrenOf(node)) collect(child, texts);
}

function attributeTexts(node: Nodes | Root): string[] {
  if (isElement(node)) return Object.values(attributesOf(node)).filter((value) => value !== '');
  switch (node.type) {
    case 'link':
    case 'definition':
      return [node.url, decoded(node.url), node.title ?? ''].filter(Boolean);
    case 'image':
      return [node.url, decoded(node.url), node.alt ?? '', node.title ?? ''].filter(Boolean);
    case 'code':
      return [node.value, node.lang ?? ''].filter(Boolean);
    case 'footnoteDefinition':
    case 'footnoteReference':
      return [node.label ?? node.identifier];
    default:
      return [];
  }
}

/** Percent escapes decoded, again and again, as far as they can be. */
export function decoded(url: string): string {
  let text = url;
  for (let round = 0; round < 3; round += 1) {
    const next = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
    if (next === text) return text;
    text = next;
  }
  return text;
}

function textOf(run: Nodes | Root): VisibleText {
  const pieces = joinRun(run, readNode);
  const points = pieces.map(({ node }) => (node.type === 'text' ? createPointIn(node) : () => startOf(node)));
  return {
    text: pieces.map(({ words }) => words).join(''),
    pointAt: (index) => {
      const position = pieceAt(pieces, index);
      return points[position]?.(index - (pieces[position]?.start ?? 0)) ?? startOf(run);
    },
  };
}

function readNode(node: Nodes): ReadNode | undefined {
  if (node.type === 'text' || node.type === 'inlineCode') return { words: node.value, isWhole: true };
  // Whatever stands in a break is read as well.
  return isBreak(node) ? { words: '\n', isWhole: false } : undefined;
}
