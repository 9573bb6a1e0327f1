/** The words of one run, such as a paragraph, joined across emphasis, and the node behind each of them. */
import type { Nodes, Root } from 'mdast';
import { phrasing } from 'mdast-util-phrasing';
import { childrenOf, isElement } from './nodes.ts';

/** What is read of one node. */
export interface ReadNode {
  words: string;
  /** Whether its children are left out. */
  isWhole: boolean;
}

/** `start` counts UTF-16 units of the run's text. */
export interface Piece {
  node: Nodes;
  start: number;
  words: string;
}

const blocks = new Set(['paragraph', 'heading', 'tableCell']);

/** Blocks that hold running text. */
export function isTextBlock({ type }: { type: string }): boolean {
  return blocks.has(type);
}

/** An element that holds running text directly. */
export function holdsText(node: Nodes | Root): boolean {
  return isElement(node) && node.children.some((child) => phrasing(child));
}

/** Pieces in order, without those of blocks within the run, but for the paragraphs of a list's item. Of a node for which `read` gives nothing its children are read. */
export function joinRun(run: Nodes | Root, read: (node: Nodes) => ReadNode | undefined): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  const walk = (node: Nodes) => {
    const isOwn = node === run || (run.type === 'listItem' && node.type === 'paragraph');
    if (isTextBlock(node) && !isOwn) return;
    const found = read(node);
    if (found) {
      pieces.push({ node, start, words: found.words });
      start += found.words.length;
    }
    if (!found?.isWhole) for (const child of childrenOf(node)) walk(child);
  };
  walk(run as Nodes);
  return pieces;
}

/** Place among `pieces` of that which has character `index`; -1 where there is none. */
export function pieceAt(pieces: readonly Piece[], index: number): number {
  return pieces.findLastIndex(({ start }) => start <= index);
}
