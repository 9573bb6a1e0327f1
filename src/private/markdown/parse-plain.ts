/**
 * The quick way to a tree: a compiled parser reads what both parsers read alike, some twenty times faster. Which texts these
 * are is decided here, narrowly, and held against the other parser with random texts in the tests. Everything else, and
 * with it every refusal, is left to the parser in `parse-story.ts`.
 */
import type { Nodes, Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { childrenOf } from './nodes.ts';

/** Nothing stops the compiled parser once it has begun, and some texts take it time that grows with the square of their length. */
export const mostCharacters = 60_000;

/** The tree that the other parser would give, to the last position; `undefined` where it has to be asked. */
export function parsePlain(text: string): Root | undefined {
  if (text.length > mostCharacters || isReadDifferently(text)) return undefined;
  try {
    return rebuild(mdxToMdast(text, { features: { frontmatter: false } }) as Nodes) as Root;
  } catch {
    return undefined;
  }
}

/** What the two parsers read, or place, in different ways, by its first sign. Each is far wider than the difference. */
const readDifferently = [
  // Elements, comments and code.
  /[<{]/,
  // Addresses in running text.
  /www\.|[\w.+-]@|(?<!\]\([a-z]{1,20}):\/\//i,
  // References to characters, which may make an address.
  /&(?:#|\w+;)/,
  // Characters that count as none, white space that is none, and what ends a line for expressions alone.
  /[\t\r\f\v\u2028\u2029\p{Cf}]/u,
  // Escapes, but not those that are none.
  /\\(?![\p{L}\p{N} ])/u,
  // Code between several backticks within a line, and marks of emphasis that touch.
  /[^`\n]``|[*_~]{3}|\*[_~]|_[*~]|~[*_]/,
  // Marks of emphasis that touch a character outside of the basic plane.
  /[*_~][\u{10000}-\u{10ffff}]|[\u{10000}-\u{10ffff}][*_~]/u,
  // White space behind the words of a fence.
  /^[ >]*(?:`{3}|~{3}).* $/m,
  // Tasks; notes; what looks like a reference to one.
  /\[(?:[ xX]\]|\^)/,
  // Items and quotes with nothing in them, and quotes that hold lists or quotes.
  /^[ >]*(?:(?:[-*+]|\d+[.)]) *)+$/m,
  /^[ >]*(?:[-*+]|\d+[.)]) +[|>]/m,
  /^ *>[ >]*(?:$|>|[-*+] |\d+[.)] )/m,
  // Lists within lists on one line, of which thousands take the compiled parser long, and nothing could stop it.
  /^ *(?:(?:[-*+]|\d+[.)]) +){3}/m,
];

/** Internal blocks that stand on lines of their own, outside of anything: these both read alike. */
const internalTag = /^<\/?Internal>$/gm;

function isReadDifferently(text: string): boolean {
  const rest = text.includes('<') ? text.replace(internalTag, '') : text;
  return readDifferently.some((form) => form.test(rest));
}

/** Plain objects, with keys in the other parser's order. `undefined` for a node that it does not make of such a text. */
function rebuild(node: Nodes): Nodes | undefined {
  const keys = fields[node.type];
  const { position } = node;
  if (!keys || !position) return undefined;
  const made: Record<string, unknown> = { type: node.type };
  for (const key of keys) made[key] = key === 'children' ? [] : (node as unknown as Record<string, unknown>)[key];
  for (const child of childrenOf(node)) {
    const rebuilt = rebuild(child);
    if (!rebuilt) return undefined;
    (made['children'] as Nodes[]).push(rebuilt);
  }
  made['position'] = { start: copyPoint(position.start), end: copyPoint(position.end) };
  return made as unknown as Nodes;
}

function copyPoint({ line, column, offset }: NonNullable<Nodes['position']>['start']) {
  return { line, column, offset };
}

const fields: Readonly<Record<string, readonly string[]>> = {
  root: ['children'],
  paragraph: ['children'],
  heading: ['depth', 'children'],
  text: ['value'],
  emphasis: ['children'],
  strong: ['children'],
  delete: ['children'],
  inlineCode: ['value'],
  code: ['lang', 'meta', 'value'],
  link: ['title', 'url', 'children'],
  image: ['title', 'url', 'alt'],
  break: [],
  list: ['ordered', 'start', 'spread', 'children'],
  listItem: ['spread', 'checked', 'children'],
  blockquote: ['children'],
  thematicBreak: [],
  table: ['align', 'children'],
  tableRow: ['children'],
  tableCell: ['children'],
  mdxJsxFlowElement: ['name', 'attributes', 'children'],
};
