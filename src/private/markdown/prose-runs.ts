/** The sentences of a tree of public nodes, for checks of how a text reads: code and quotations are not its author's words. */
import type { Nodes, Root, Text } from 'mdast';
import { elementRow } from './elements.ts';
import { holdsText, joinRun, pieceAt, type ReadNode } from './join-run.ts';
import { pointIn } from './mentions.ts';
import { attributesOf, childrenOf, isBreak, isElement, isPrivateElement, startOf } from './nodes.ts';
import type { Point } from './point.ts';

export interface ProseRun {
  /** A paragraph, heading or cell; code, addresses and redacted words are `mask` characters, one for each. */
  text: string;
  /** The same, letter for letter as a reader sees it. */
  shown: string;
  kind: 'paragraph' | 'heading' | 'cell' | 'caption';
  /** True within a block quote or `<Quote>`. */
  isQuoted: boolean;
  /** Where a character stands in the parsed text. */
  pointAt(index: number): Point;
}

/** Stands for a character that is no prose. */
export const mask = '\uFFFC';

const kinds: Readonly<Record<string, ProseRun['kind']>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  tableCell: 'cell',
};

/** Runs in document order. `source` is the text that was parsed. */
export function proseRuns(tree: Root, source: string): ProseRun[] {
  const lines = source.split('\n');
  const runs: ProseRun[] = [];
  const walk = (node: Nodes | Root, isQuoted: boolean) => {
    const kind = kinds[node.type] ?? (isLooseElement(node) ? 'paragraph' : undefined);
    if (kind) runs.push(proseOf(node, { kind, isQuoted, lines }));
    for (const words of captionsOf(node))
      runs.push({ text: words, shown: words, kind: 'caption', isQuoted, pointAt: () => startOf(node) });
    const quotes = isQuoted || node.type === 'blockquote' || elementRow(node)?.isQuotation === true;
    for (const child of childrenOf(node)) walk(child, quotes);
  };
  walk(tree, false);
  return runs;
}

/** A block that holds text outside any paragraph; an element within a paragraph is part of it. */
function isLooseElement(node: Nodes | Root): boolean {
  return node.type === 'mdxJsxFlowElement' && holdsText(node);
}

function captionsOf(node: Nodes | Root): string[] {
  const { captions = [] } = elementRow(node) ?? {};
  if (!isElement(node) || captions.length === 0) return [];
  const attributes = attributesOf(node);
  return captions.flatMap((name) => attributes[name] || []);
}

function proseOf(
  run: Nodes | Root,
  { kind, isQuoted, lines }: { kind: ProseRun['kind']; isQuoted: boolean; lines: readonly string[] },
): ProseRun {
  const pieces = joinRun(run, readNode);
  const text = pieces.map(({ node, words }) => (isProse(node) ? words : mask.repeat(words.length))).join('');
  return {
    text: maskQuotations(text),
    shown: pieces.map(({ words }) => words).join(''),
    kind,
    isQuoted,
    pointAt: (index) => {
      const piece = pieces[pieceAt(pieces, index)];
      if (!piece) return startOf(run);
      return piece.node.type === 'text' ? pointInSource(piece.node, index - piece.start, lines) : startOf(piece.node);
    },
  };
}

function readNode(node: Nodes): ReadNode | undefined {
  if (node.type === 'text' || node.type === 'inlineCode') return { words: node.value, isWhole: true };
  if (isBreak(node)) return { words: '\n', isWhole: true };
  if (isPrivateElement(node)) return { words: mask, isWhole: true };
  return node.type === 'link' && isAddress(node) ? { words: wordsOf(node), isWhole: true } : undefined;
}

/** Code and addresses are no prose. */
function isProse({ type }: Nodes): boolean {
  return type !== 'inlineCode' && type !== 'link';
}

/** Words between quotation marks, within a line or two. */
const quotation = /"[^"]{1,300}"|“[^“”]{1,300}”|«[^«»]{1,300}»|(?<![\p{L}\p{N}])‘[^‘’]{1,300}’/gu;

/** Masks what stands between quotation marks. */
export function maskQuotations(text: string): string {
  return text.replace(quotation, (words) => mask.repeat(words.length));
}

function isAddress(link: { url: string } & Nodes): boolean {
  const words = wordsOf(link);
  return link.url === words || link.url.endsWith(`://${words}`) || link.url === `mailto:${words}`;
}

function wordsOf(node: Nodes): string {
  return 'value' in node ? node.value : childrenOf(node).map(wordsOf).join('');
}

/** Lines after the first lose their indentation and quote marks in the tree; the source tells where they begin. */
function pointInSource(node: Text, index: number, lines: readonly string[]): Point {
  const point = pointIn(node, index);
  const start = startOf(node);
  if (point.line === start.line) return point;
  const words = node.value.split('\n')[point.line - start.line] ?? '';
  const at = (lines[point.line - 1] ?? '').indexOf(words);
  return at < 0 ? point : { ...point, column: at + point.column };
}
