/** YAML 1.2 core with positions: no aliases, anchors, tags or merges, no duplicate keys. */
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar, visit } from 'yaml';
import type { Problem, SourceLocation } from '../problem/problem.ts';
import { findYamlProblems } from './yaml-problems.ts';

export interface YamlDocument {
  /** Plain data: objects without a prototype's keys, arrays, strings, numbers, booleans, null. */
  value: unknown;
  /** Where the value at `path` stands; the nearest enclosing value when there is none. */
  locationOf(path: readonly PropertyKey[]): SourceLocation;
  /** Where the key at the end of `path` stands. */
  locationOfKey(path: readonly PropertyKey[]): SourceLocation;
  /** Where the character `offset` of the string at `path` stands; the string's begin when folded or escaped. */
  locationWithin(path: readonly PropertyKey[], offset: number): SourceLocation;
  /** The source lines of the value at `path`, for fingerprints of what is withheld. */
  sourceOf(path: readonly PropertyKey[]): string;
  /** Comments, without their `#`, with their lines. */
  comments: { text: string; line: number; column: number }[];
  /** Last line of the longest text that begins on a line; the line itself where none does. */
  lastLineOf(line: number): number;
}

/** Parses `text`, whose first line is line `firstLine` of `file`. With `secret`, no key is ever quoted. */
export function parseYaml(
  text: string,
  file: string,
  firstLine = 1,
  { secret = false }: { secret?: boolean } = {},
): { document: YamlDocument; problems: [] } | { document?: never; problems: Problem[] } {
  const lines = new LineCounter();
  const parsed = parseDocument(text, {
    schema: 'core',
    version: '1.2',
    lineCounter: lines,
    uniqueKeys: true,
    logLevel: 'silent',
  });
  const locationAt = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const problems = findYamlProblems(parsed, { quotable: secret ? '' : text, locationAt });
  if (problems.length > 0) return { problems };
  return { problems: [], document: describeDocument(parsed, { text, firstLine, locationAt }) };
}

function describeDocument(
  parsed: Document.Parsed,
  { text, firstLine, locationAt }: { text: string; firstLine: number; locationAt: (offset: number) => SourceLocation },
): YamlDocument {
  const { contents } = parsed;
  const locationOf = (path: readonly PropertyKey[]) => locationAt(nodeAt(contents, path)?.range?.[0] ?? 0);
  return {
    value: contents === null ? null : parsed.toJS({ maxAliasCount: 0 }),
    locationOf,
    locationOfKey: (path) => {
      const range = keyAt(contents, path)?.range;
      return range ? locationAt(range[0]) : locationOf(path);
    },
    locationWithin: (path, offset) => {
      const node = nodeAt(contents, path);
      const start = isScalar(node) ? offsetInSource(node, text, offset) : undefined;
      return start === undefined ? locationOf(path) : locationAt(start);
    },
    sourceOf: (path) => {
      const range = nodeAt(contents, path)?.range;
      return range ? text.slice(range[0], range[1]) : '';
    },
    comments: findComments(text, firstLine),
    lastLineOf: (line) => lastLineOf(contents, line, (offset) => locationAt(offset).line ?? line),
  };
}

/** The value at `path`, or the nearest that encloses it. */
function nodeAt(contents: unknown, path: readonly PropertyKey[]): Node | undefined {
  let node = contents;
  for (const key of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(key, true) : undefined;
    if (next === undefined || next === null) return node as Node;
    node = next;
  }
  return (node ?? undefined) as Node | undefined;
}

function keyAt(contents: unknown, path: readonly PropertyKey[]): Scalar | undefined {
  const parent = nodeAt(contents, path.slice(0, -1));
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path.at(-1)));
  return pair?.key as Scalar | undefined;
}

function lastLineOf(contents: Node | null, line: number, lineAt: (offset: number) => number): number {
  let last = line;
  visit(contents, {
    Scalar: (_, { range }) => {
      if (range && lineAt(range[0]) === line) last = Math.max(last, lineAt(Math.max(range[0], range[1] - 1)));
    },
  });
  return last;
}

/** The source offset of character `offset` of a scalar, where the source holds the value letter by letter. */
function offsetInSource(node: Scalar, text: string, offset: number): number | undefined {
  if (!node.range || typeof node.value !== 'string') return undefined;
  const [start, end] = node.range;
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const from = isBlock ? text.indexOf('\n', start) : start + (node.type === 'PLAIN' ? 0 : 1);
  return from < 0 || from > end ? undefined : followText(node.value, offset, text.slice(from, end), from);
}

/**
 * Follows a value through its source, in which line breaks and indentation stand for single spaces. `undefined` where
 * the two differ otherwise: in an escape.
 */
function followText(value: string, offset: number, source: string, from: number): number | undefined {
  let at = 0;
  const skip = () => {
    while (/\s/.test(source[at] ?? '')) at += 1;
  };
  for (let index = 0; index < value.length; index += 1) {
    const character = value[index] ?? '';
    if (/\s/.test(character)) {
      if (index === offset) return from + at;
      if (source[at] === character && !/\s/.test(source[at + 1] ?? '')) at += 1;
      else if (!/\s/.test(value[index + 1] ?? '')) skip();
      continue;
    }
    if (source[at] !== character) skip();
    if (source[at] !== character) return undefined;
    if (index === offset) return from + at;
    at += 1;
  }
  return offset === value.length ? from + at : undefined;
}

function findComments(text: string, firstLine: number): YamlDocument['comments'] {
  return text.split('\n').flatMap((content, index) => {
    const comment = /(?:^|\s)#\s?(.*)$/s.exec(content);
    if (!comment?.[1]) return [];
    return [{ text: comment[1], line: index + firstLine, column: content.length - comment[0].trimStart().length + 1 }];
  });
}
