/** The sentences of a tree of public nodes, for checks of how a text reads: code and quotations are not its author's words. */
import type { Nodes, Root, Text } from 'mdast';
import { pointIn } from './mentions.ts';
import { attributesOf, childrenOf, isElement, startOf } from './nodes.ts';
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
    if (kind) runs.push(joinRun(node, { kind, isQuoted, lines }));
    for (const words of captionsOf(node))
      runs.push({ text: words, shown: words, kind: 'caption', isQuoted, pointAt: () => startOf(node) });
    const quotes = isQuoted || node.type === 'blockquote' || (isElement(node) && node.name === 'Quote');
    for (const child of childrenOf(node)) walk(child, quotes);
  };
  walk(tree, false);
  return runs;
}

function isLooseElement(node: Nodes | Root): boolean {
  return isElement(node) && node.type === 'mdxJsxFlowElement' && node.children.some((child) => isPhrasing(child));
}

function isPhrasing({ type }: { type: string }): boolean {
  return type === 'text' || type === 'mdxJsxTextElement';
}

function captionsOf(node: Nodes | Root): string[] {
  if (!isElement(node) || (node.name !== 'Figure' && node.name !== 'Chart')) return [];
  const { caption, title } = attributesOf(node);
  return [caption, title].filter((words): words is string => words !== undefined && words !== '');
}

function joinRun(
  run: Nodes | Root,
  { kind, isQuoted, lines }: { kind: ProseRun['kind']; isQuoted: boolean; lines: readonly string[] },
): ProseRun {
  const pieces: { start: number; node: Nodes }[] = [];
  let [text, shown] = ['', ''];
  const add = (node: Nodes, words: string, isProse: boolean) => {
    pieces.push({ start: text.length, node });
    text += isProse ? words : mask.repeat(words.length);
    shown += words;
  };
  const walk = (node: Nodes | Root) => {
    if (node !== run && kinds[node.type]) return;
    if (node.type === 'text') add(node, node.value, true);
    else if (node.type === 'inlineCode') add(node, node.value, false);
    else if (node.type === 'break' || (isElement(node) && node.name === 'br')) add(node as Nodes, '\n', true);
    else if (isElement(node) && node.name === 'Redacted') add(node as Nodes, mask, true);
    else if (node.type === 'link' && isAddress(node)) add(node, wordsOf(node), false);
    else for (const child of childrenOf(node)) walk(child);
  };
  walk(run);
  return {
    text: maskQuotations(text),
    shown,
    kind,
    isQuoted,
    pointAt: (index) => {
      const piece = pieces.findLast(({ start }) => start <= index);
      if (!piece) return startOf(run);
      return piece.node.type === 'text' ? pointInSource(piece.node, index - piece.start, lines) : startOf(piece.node);
    },
  };
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
