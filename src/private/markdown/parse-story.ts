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
import type { LocationAt, Point } from './point.ts';
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

export type ParsedStory =
  | { tree: Root; problems?: never }
  /** `rest`: the tree without what was refused, where the rest can be read; for checks alone. */
  | { tree?: never; problems: Problem[]; rest?: Root };

/**
 * Parses `text`; syntax problems never quote it, for what stands there may be private. Where it is known what an author
 * meant, the parser goes on behind it, so that all such places are told at once.
 */
export function parseStory(text: string, locationAt: LocationAt): ParsedStory {
  const first = parseOnce(text, locationAt);
  if (first.tree) return first;
  const problems = [first.problem];
  let [masked, fault]: [string, Fault] = [text, first];
  const most = Math.min(mostFaults, Math.floor(mostCharacters / (text.length + 1)));
  while (fault.meant && problems.length < most) {
    masked = maskFault(masked, fault.meant);
    const next = parseOnce(masked, locationAt);
    if (next.tree) return { problems, rest: next.tree };
    const same = JSON.stringify(next.problem);
    // A parser that does not get on has nothing more to tell.
    if (problems.some((known) => JSON.stringify(known) === same)) break;
    problems.push(next.problem);
    fault = next;
  }
  return { problems };
}

/** Of a text, and characters that are parsed again for their sake. */
const mostFaults = 20;
const mostCharacters = 1_000_000;

interface Meant {
  markup: MeantMarkup;
  at: Point;
  end: number;
}

interface Fault {
  problem: Problem;
  meant?: Meant | undefined;
}

function parseOnce(text: string, locationAt: LocationAt): { tree: Root } | ({ tree?: never } & Fault) {
  const begin = { line: 1, column: 1, offset: 0 };
  const tooDeep = { problem: createProblem('story/too-deep', locationAt(begin), { limit: maximumDepth }) };
  try {
    const tree = parsePlain(text) ?? parser.parse(text);
    readAlerts(tree, text);
    return isDeeperThan(tree, maximumDepth) ? tooDeep : { tree };
  } catch (cause) {
    if (cause instanceof VFileMessage) return syntaxFault(cause, text, locationAt);
    if (cause instanceof RangeError) return tooDeep;
    // The parser's own faults: some input that nobody writes by intent breaks its bookkeeping.
    return { problem: createProblem('story/not-mdx', locationAt(begin), { reason: unclear }) };
  }
}

/** The same text with letters in the place of what was refused, so that every place stays what it is. */
function maskFault(text: string, { at, end }: Meant): string {
  const fault = text.slice(at.offset, end).replace(/[^\n]/g, 'x');
  return text.slice(0, at.offset) + fault + text.slice(end);
}

function syntaxFault(message: VFileMessage, text: string, locationAt: LocationAt): Fault {
  const { place } = message;
  // At the end of a block or file the message has its place, or none, but names that of the element left open.
  const named = /\((\d+):(\d+)-\d+:\d+\)/.exec(message.reason);
  const isLeftOpen = named !== null && message.reason.includes(') before the end of ');
  const fallback = { line: Number(named?.[1] ?? message.line ?? 1), column: Number(named?.[2] ?? message.column ?? 1) };
  const point = place === undefined || isLeftOpen ? fallback : 'start' in place ? place.start : place;
  const reason = reasons[message.ruleId ?? ''] ?? unclear;
  const meant = meantAt(text, point);
  const shown = meant?.markup === 'words' || meant?.markup === 'braces' ? point : (meant?.at ?? point);
  return { problem: createProblem('story/not-mdx', locationAt(shown), { reason, meant: meant?.markup }), meant };
}

/** What is no MDX, and other Markdown or HTML; each to its end. */
const markups: readonly (readonly [MeantMarkup, RegExp])[] = [
  ['comment', /<!--(?:[^-]|-(?!->))*(?:-->)?/y],
  ['autolink', /<(?:[a-z][a-z0-9+.-]{1,31}:|[^\s<>@]{1,64}@)[^\s<>]{1,2000}>/iy],
  ['break', /<br\s*>/iy],
  ['rule', /<hr\s*>/iy],
  ['picture', /<img\b[^<>]*>?/iy],
];

/** Where it begins, on the line of the point, and where it ends. */
function meantAt(text: string, { line, column }: Pick<Point, 'line' | 'column'>): Meant | undefined {
  const start = startOfLine(text, line);
  const offset = start + column - 1;
  const pointAt = (at: number) => ({ line, column: at - start + 1, offset: at });
  // The parser takes all of such a paragraph for code.
  const [word] = /^(?:import|export)\b/.exec(text.slice(start, start + 10)) ?? [];
  if (word !== undefined) return { markup: 'words', at: pointAt(start), end: start + word.length };
  for (let at = offset; at >= Math.max(start, offset - longestLook); at -= 1) {
    if (text[at] !== '<') continue;
    for (const [markup, form] of markups) {
      form.lastIndex = at;
      if (form.test(text)) return { markup, at: pointAt(at), end: form.lastIndex };
    }
    return undefined;
  }
  const from = Math.max(start, offset - 2);
  const brace = text.slice(from, offset + 1).search(/[{}]/);
  return brace < 0 ? undefined : { markup: 'braces', at: pointAt(from + brace), end: from + brace + 1 };
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
