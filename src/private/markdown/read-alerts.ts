/** Alerts as GitHub writes them, `> [!NOTE]` above a quote, become the asides that Candor has. */
import type { Blockquote, Nodes, Paragraph, Root } from 'mdast';
import { isBreak } from './nodes.ts';
import { walk } from './walk.ts';

/** The five kinds of GitHub, and the aside that says the same. */
const asides: Readonly<Record<string, string>> = {
  note: 'Note',
  tip: 'Note',
  important: 'Note',
  warning: 'Warning',
  caution: 'Warning',
};

const label = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;
/** What may stand before the words of a quote's line. */
const lineBegin = /[ \t>]*/y;

/** Changes `tree`, which was parsed of `source`. The label has a line of its own, and something follows it; else it is text. */
export function readAlerts(tree: Root, source: string): void {
  if (!source.includes('[!')) return;
  walk(tree, (node, index, parent) => {
    if (node.type !== 'blockquote' || !parent || index === undefined) return undefined;
    const kind = takeLabel(node, source);
    if (kind === undefined) return undefined;
    const { children, position } = node;
    const name = asides[kind] as string;
    const aside: Nodes = {
      type: 'mdxJsxFlowElement',
      name,
      attributes: [],
      children,
      ...(position ? { position } : {}),
    };
    (parent.children as Nodes[])[index] = aside;
    // The walk goes on with the quote's own children, which are the aside's now.
    return undefined;
  });
}

/** The kind in small letters, its label taken out of the quote; `undefined` where it is an ordinary one. */
function takeLabel(quote: Blockquote, source: string): string | undefined {
  const [first] = quote.children;
  if (first?.type !== 'paragraph') return undefined;
  const [text, next] = first.children;
  const [found = '', kind] = (text?.type === 'text' && label.exec(text.value)) || [];
  if (text?.type !== 'text' || kind === undefined) return undefined;
  if (found.endsWith('\n')) shorten(text, found.length, source);
  else if ((next === undefined || isBreak(next)) && (quote.children.length > 1 || first.children.length > 2))
    dropLine(quote, first);
  else return undefined;
  return kind.toLowerCase();
}

/** The label, and the break behind it; with nothing else there, the whole paragraph. */
function dropLine(quote: Blockquote, paragraph: Paragraph): void {
  paragraph.children.splice(0, 2);
  if (paragraph.children.length === 0) quote.children.shift();
}

/** The text begins on the next line of the source then. */
function shorten(text: Extract<Nodes, { type: 'text' }>, length: number, source: string): void {
  text.value = text.value.slice(length);
  const { position } = text;
  const end = position?.start.offset === undefined ? -1 : source.indexOf('\n', position.start.offset);
  if (!position || end < 0) return;
  lineBegin.lastIndex = end + 1;
  const indent = lineBegin.exec(source)?.[0].length ?? 0;
  position.start = { line: position.start.line + 1, column: indent + 1, offset: end + 1 + indent };
}
