/** YAML 1.2 core with positions: no aliases, anchors, tags or merges, no duplicate keys. */
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLParseError,
} from 'yaml';
import { createProblem, type Place, type Problem } from '../problem/problem.ts';

export interface YamlDocument {
  /** Plain data: objects without a prototype's keys, arrays, strings, numbers, booleans, null. */
  value: unknown;
  /** Where the value at `path` stands; the nearest enclosing value when there is none. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** Where the key at the end of `path` stands. */
  placeOfKey(path: readonly PropertyKey[]): Place;
  /** Where the character `offset` of the string at `path` stands; the string's begin when folded or escaped. */
  placeWithin(path: readonly PropertyKey[], offset: number): Place;
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
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const errors = withoutFollowers(parsed.errors).map(({ code, message, pos }) => {
    const offset = /closing .?quote/i.test(message) ? beginOfQuote(parsed.contents, pos[0]) : pos[0];
    return { code, offset };
  });
  const first = errors.find(({ code }) => !independent.has(code));
  const problems = [
    ...errors.map(({ code, offset }) => syntaxProblem(code, secret ? '' : text, offset, placeAt(offset))),
    // Behind an error of structure, and on its line, what is found may be an outcome of it.
    ...findForbidden(parsed.contents, placeAt).filter(
      ({ place: { line } }) => first === undefined || (line ?? 0) < (placeAt(first.offset).line ?? 0),
    ),
  ];
  if (problems.length > 0) return { problems };

  const nodeAt = (path: readonly PropertyKey[]): Node | undefined => {
    let node: unknown = parsed.contents;
    for (const key of path) {
      const next: unknown = isMap(node) ? node.get(key, true) : isSeq(node) ? node.get(key, true) : undefined;
      if (next === undefined || next === null) return node as Node;
      node = next;
    }
    return (node ?? undefined) as Node | undefined;
  };
  const placeOf = (path: readonly PropertyKey[]) => placeAt(nodeAt(path)?.range?.[0] ?? 0);
  return {
    problems: [],
    document: {
      value: parsed.contents === null ? null : parsed.toJS({ maxAliasCount: 0 }),
      placeOf,
      placeOfKey: (path) => {
        const parent = nodeAt(path.slice(0, -1));
        const pair = isMap(parent)
          ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path.at(-1)))
          : undefined;
        const key = pair?.key as Scalar | undefined;
        return key?.range ? placeAt(key.range[0]) : placeOf(path);
      },
      placeWithin: (path, offset) => {
        const node = nodeAt(path);
        const start = isScalar(node) ? offsetInSource(node, text, offset) : undefined;
        return start === undefined ? placeOf(path) : placeAt(start);
      },
      sourceOf: (path) => {
        const range = nodeAt(path)?.range;
        return range ? text.slice(range[0], range[1]) : '';
      },
      comments: findComments(text, firstLine),
      lastLineOf: (line) => {
        let last = line;
        visit(parsed.contents, {
          Scalar: (_, { range }) => {
            if (range && placeAt(range[0]).line === line)
              last = Math.max(last, placeAt(Math.max(range[0], range[1] - 1)).line ?? last);
          },
        });
        return last;
      },
    },
  };
}

/** Errors of one value, which say nothing about what comes after it. */
const independent: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'BAD_SCALAR_START', 'BAD_DQ_ESCAPE']);

/** Once the structure is broken, what the parser says of the rest follows from that. */
function withoutFollowers(errors: readonly YAMLParseError[]): YAMLParseError[] {
  const first = errors.findIndex(({ code }) => !independent.has(code));
  return first < 0 ? [...errors] : errors.slice(0, first + 1);
}

/** Where the quote was opened that has no end: it ends at `offset`. */
function beginOfQuote(contents: unknown, offset: number): number {
  let begin = offset;
  visit(contents as Node, {
    Scalar: (_, { type, range }) => {
      if (range && type?.startsWith('QUOTE') && range[0] < offset && range[1] >= offset) begin = range[0];
    },
  });
  return begin;
}

function syntaxProblem(code: string, text: string, offset: number, place: Place): Problem {
  if (code === 'DUPLICATE_KEY') {
    // Deeper keys may stand in something internal, of any shape.
    const key = (place.column === 1 && /^["']?([\w-]{1,40})/.exec(text.slice(offset))?.[1]) || '…';
    return createProblem('yaml/duplicate-key', place, { key });
  }
  return createProblem('yaml/malformed', place, {
    reason: reasons[code] ?? 'something here is not closed or not indented as it should be',
  });
}

const reasons: Record<string, string> = {
  BAD_INDENT: 'the line is not indented as its neighbours are',
  TAB_AS_INDENT: 'a tab is used to indent; YAML takes spaces',
  MISSING_CHAR: 'a character is missing: a closing quote, bracket, comma or colon',
  BLOCK_AS_IMPLICIT_KEY: 'a value stands where a key is expected, or text with `: ` is not quoted',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines; a colon or a quote is missing',
  BAD_DQ_ESCAPE: 'a backslash in double quotes begins no escape; use single quotes',
  UNEXPECTED_TOKEN: 'something stands here that YAML does not expect',
  MULTIPLE_DOCS: 'a second document begins here',
};

function findForbidden(contents: unknown, placeAt: (offset: number) => Place): Problem[] {
  const problems: Problem[] = [];
  const refuse = (node: Node, what: string) => {
    problems.push(createProblem('yaml/not-allowed', placeAt(node.range?.[0] ?? 0), { what }));
  };
  visit(contents as Node, {
    Alias: (_, node) => refuse(node, 'aliases'),
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) refuse(node, 'anchors');
      if (node.tag) refuse(node, 'tags');
    },
    Pair: (_, pair) => {
      const key = pair.key;
      if (isScalar(key) && key.value === '<<') refuse(key, 'merge keys');
      if (isScalar(key) && key.value === '__proto__') refuse(key, 'keys named `__proto__`');
      if (!isScalar(key) && key !== null) refuse(key as Node, 'keys that are not plain words');
    },
  });
  return problems;
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
