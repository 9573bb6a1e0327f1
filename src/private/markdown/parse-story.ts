/** Parses the static MDX subset: CommonMark, GFM and elements. Nothing here evaluates anything. */

import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import type { MeantMarkup } from '../../shared/problem/story-problems.ts';
import { childrenOf } from './nodes.ts';
import { parsePlain } from './parse-plain.ts';
import type { PlaceAt, Point } from './point.ts';
import { readAlerts } from './read-alerts.ts';

/** Deepest nesting of blocks, lists and elements. */
export const maximumDepth = 60;

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(findAddressesWhereAny).freeze();

/**
 * Addresses in running text are looked for in every text of a tree, at length. Each has one of these in it: a tree
 * without any is left as it is, which is what looking would do.
 */
const addressPart = /https?:\/\/|www\.|@/i;

function findAddressesWhereAny(this: Processor): void {
  const extensions = (this.data() as { fromMarkdownExtensions?: unknown[] }).fromMarkdownExtensions ?? [];
  for (const extension of extensions.flat(2) as { transforms?: ((tree: Root) => unknown)[] }[])
    extension.transforms = (extension.transforms ?? []).map((transform) =>
      transform.name === 'transformGfmAutolinkLiterals'
        ? (tree) => (hasAddress(tree) ? transform(tree) : undefined)
        : transform,
    );
}

function hasAddress(node: Nodes): boolean {
  return node.type === 'text' ? addressPart.test(node.value) : childrenOf(node).some(hasAddress);
}

/** Parses `text`; syntax problems never quote it, for what stands there may be private. */
export function parseStory(
  text: string,
  placeAt: PlaceAt,
): { tree: Root; problem?: never } | { tree?: never; problem: Problem } {
  try {
    const tree = parsePlain(text) ?? parser.parse(text);
    readAlerts(tree, text);
    if (isDeeperThan(tree, maximumDepth)) {
      return {
        problem: createProblem('story/too-deep', placeAt({ line: 1, column: 1, offset: 0 }), { limit: maximumDepth }),
      };
    }
    return { tree };
  } catch (cause) {
    if (cause instanceof VFileMessage) return { problem: syntaxProblem(cause, text, placeAt) };
    if (cause instanceof RangeError) {
      return {
        problem: createProblem('story/too-deep', placeAt({ line: 1, column: 1, offset: 0 }), { limit: maximumDepth }),
      };
    }
    // The parser's own faults: some input that nobody writes by intent breaks its bookkeeping.
    return { problem: createProblem('story/not-mdx', placeAt({ line: 1, column: 1, offset: 0 }), { reason: unclear }) };
  }
}

function syntaxProblem(message: VFileMessage, text: string, placeAt: PlaceAt): Problem {
  const { place } = message;
  // At the end of a block or file the message has its place, or none, but names that of the element left open.
  const named = /\((\d+):(\d+)-\d+:\d+\)/.exec(message.reason);
  const isLeftOpen = named !== null && message.reason.includes(') before the end of ');
  const fallback = { line: Number(named?.[1] ?? message.line ?? 1), column: Number(named?.[2] ?? message.column ?? 1) };
  const point = place === undefined || isLeftOpen ? fallback : 'start' in place ? place.start : place;
  const reason = reasons[message.ruleId ?? ''] ?? unclear;
  const meant = meantAt(text, point);
  return createProblem('story/not-mdx', placeAt(meant?.at ?? point), { reason, meant: meant?.markup });
}

/** What begins so is no MDX, and other Markdown or HTML. */
const markups: readonly (readonly [MeantMarkup, RegExp])[] = [
  ['comment', /<!--/y],
  ['autolink', /<(?:[a-z][a-z0-9+.-]{1,31}:|[^\s<>@]{1,64}@)[^\s<>]{1,2000}>/iy],
  ['break', /<br\s*>/iy],
  ['rule', /<hr\s*>/iy],
  ['picture', /<img\b/iy],
];

/** `at`: where it begins, on the line of the point. */
function meantAt(
  text: string,
  { line, column }: Pick<Point, 'line' | 'column'>,
): { markup: MeantMarkup; at?: Point } | undefined {
  const start = startOfLine(text, line);
  const offset = start + column - 1;
  for (let at = offset; at >= Math.max(start, offset - longestLook); at -= 1) {
    if (text[at] !== '<') continue;
    const markup = markups.find(([, form]) => {
      form.lastIndex = at;
      return form.test(text);
    })?.[0];
    return markup && { markup, at: { line, column: at - start + 1, offset: at } };
  }
  if (/^(?:import|export)\b/.test(text.slice(start, start + 10))) return { markup: 'words' };
  return /[{}]/.test(text.slice(Math.max(start, offset - 2), offset + 1)) ? { markup: 'braces' } : undefined;
}

/** Characters before a fault in which its markup begins. */
const longestLook = 2100;

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let passed = 1; passed < line && start >= 0; passed += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return start;
}

const unclear = 'an element, brace or mark is not closed as it was opened';

const reasons: Record<string, string> = {
  'end-tag-mismatch':
    'an element is closed that was not opened here, or an opened one is not closed, or two cross each other',
  'unexpected-character': 'after `<` or inside an element stands a character that cannot stand there',
  'unexpected-eof': 'an element or a brace is opened and never closed',
  'unexpected-lazy': 'an element or brace runs out of the quote or list it began in',
  'unexpected-closing-slash': 'an element is closed that was never opened',
  acorn: 'braces hold code, or `import` or `export` begins a line',
};

function isDeeperThan(tree: Root, limit: number): boolean {
  let level: unknown[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((node) => (node as { children?: unknown[] }).children ?? []);
  }
  return false;
}
