/** What is wrong with a YAML document: its syntax, and what is YAML but not allowed here. */
import { type Document, isScalar, type Node, visit, type YAMLParseError } from 'yaml';
import { createProblem, type Problem, type SourceLocation } from '../problem/problem.ts';

export interface YamlSource {
  /** What keys may be quoted from; empty where none may. */
  quotable: string;
  locationAt(offset: number): SourceLocation;
}

/** Errors of syntax, then what is not allowed, each in document order. */
export function findYamlProblems(parsed: Document.Parsed, { quotable, locationAt }: YamlSource): Problem[] {
  const errors = withoutFollowers(parsed.errors).map(({ code, message, pos }) => {
    const offset = /closing .?quote/i.test(message) ? beginOfQuote(parsed.contents, pos[0]) : pos[0];
    return { code, offset };
  });
  const first = errors.find(({ code }) => !independent.has(code));
  return [
    ...errors.map(({ code, offset }) => syntaxProblem(code, quotable, offset, locationAt(offset))),
    // Behind an error of structure, and on its line, what is found may be an outcome of it.
    ...findForbidden(parsed.contents, locationAt).filter(
      ({ location: { line } }) => first === undefined || (line ?? 0) < (locationAt(first.offset).line ?? 0),
    ),
  ];
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

function syntaxProblem(code: string, text: string, offset: number, location: SourceLocation): Problem {
  if (code === 'DUPLICATE_KEY') {
    // Deeper keys may stand in something internal, of any shape.
    const key = (location.column === 1 && /^["']?([\w-]{1,40})/.exec(text.slice(offset))?.[1]) || '…';
    return createProblem('yaml/duplicate-key', location, { key });
  }
  return createProblem('yaml/malformed', location, {
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

function findForbidden(contents: unknown, locationAt: (offset: number) => SourceLocation): Problem[] {
  const problems: Problem[] = [];
  const refuse = (node: Node, what: string) => {
    problems.push(createProblem('yaml/not-allowed', locationAt(node.range?.[0] ?? 0), { what }));
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
