/** Carries Markdown over into the static MDX subset by small edits to its own text, so that everything else stays as it was written. */
import type { Definition, Html, Image, ImageReference, Link, LinkReference, Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { codeFence, ticksFor } from '../../shared/text/code-fence.ts';

interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface MdxText {
  tree: Root;
  /** The block or blocks between two nodes, for the story. */
  blocks: (first: Nodes, last: Nodes) => string;
  /** One line of inline MDX, for a value of the frontmatter: links resolved, line breaks kept as `<br />`. */
  prose: (first: Nodes, last: Nodes) => string;
  /** True when the node can stand in the frontmatter: no footnotes and no images. */
  isProse: (node: Nodes) => boolean;
  /** Link definitions as they stood, for the end of the story. */
  definitions: string[];
  todo: string[];
}

/** Parses CommonMark with GFM. All positions are those of `markdown`. */
export function readMdxText(markdown: string): MdxText {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const todo = new Set<string>();
  const block: Edit[] = [];
  const inline: Edit[] = [];
  visit(tree, (node, _, parent) => {
    const edit = (text: string) => block.push({ ...range(node), text });
    const source = markdown.slice(range(node).start, range(node).end);
    if (node.type === 'text') {
      const escaped = escapeText(source, node.position?.start.column === 1 && parent?.type === 'paragraph');
      if (escaped !== source) edit(escaped);
    } else if (node.type === 'html') edit(mdxOfHtml(node, parent?.type !== 'root' && parent?.type !== 'listItem'));
    else if (node.type === 'code' && !/^\s*[`~]{3}/.test(source)) {
      edit(indent(codeFence(withoutMarks(node.value), ''), parent));
    } else if (node.type === 'code' || node.type === 'inlineCode') {
      if (withoutMarks(source) !== source) edit(withoutMarks(source));
    } else if (node.type === 'image' || node.type === 'imageReference') {
      edit(mdxOfImage(node, definitions, todo));
      return SKIP;
    } else if (node.type === 'link' && isRefused(node.url)) {
      edit(`${escapeText(plainText(node), false)} (${code(node.url)})`);
      todo.add('Some links led to addresses that a public page cannot have; they stand as code.');
      return SKIP;
    } else if (node.type === 'link' && !source.startsWith('[')) {
      if (source.startsWith('<') || /[<{]/.test(source))
        edit(`[${escapeText(plainText(node), false)}](${target(node)})`);
      return SKIP;
    } else if (node.type === 'linkReference') {
      inline.push(...resolveReference(node, definitions));
    } else if (node.type === 'break') inline.push({ ...range(node), text: '<br /> ' });
    return undefined;
  });
  return {
    tree,
    blocks: (first, last) => apply(markdown, range(first).start, range(last).end, block),
    prose: (first, last) => oneLine(apply(markdown, range(first).start, range(last).end, [...block, ...inline])),
    isProse: (node) => {
      let is = true;
      visit(node, (inner) => {
        if (/^(?:footnoteReference|image|imageReference)$/.test(inner.type)) is = false;
      });
      return is;
    },
    definitions: [...definitions.values()]
      .filter(({ url }) => !isRefused(url))
      .map((node) => markdown.slice(range(node).start, range(node).end)),
    todo: [...todo],
  };
}

/** Where a node stands, 0-based, end excluded. The parser gives every node a position. */
export function range(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function apply(markdown: string, from: number, to: number, edits: readonly Edit[]): string {
  const inside = edits.filter(({ start, end }) => start >= from && end <= to).sort((a, b) => a.start - b.start);
  let [result, at] = ['', from];
  for (const { start, end, text } of inside) {
    if (start < at) continue;
    result += markdown.slice(at, start) + text;
    at = end;
  }
  return result + markdown.slice(at, to);
}

/**
 * Escapes what Markdown takes as text and MDX as code: `<` and `{`, and `import` or `export` at the beginning of a
 * paragraph. `@word` becomes code, because it names a person here. A redaction mark loses its brackets: where
 * nothing is marked, not even its escaped form is accepted.
 */
function escapeText(source: string, beginsParagraph: boolean): string {
  const escaped = source.replace(
    /\\?<(\/?(?:internal|redacted)\b)[^<>\n]*>?|\\[!-/:-@[-`{-~]|[<{]|(?<![\w@/.])@[A-Za-z][\w-]*(?:\/[\w.-]*\w)?/gi,
    (found, mark: string | undefined) => {
      if (mark !== undefined) return code(mark);
      if (found.startsWith('\\')) return found;
      return found.startsWith('@') ? code(found) : `\\${found}`;
    },
  );
  return beginsParagraph
    ? escaped.replace(/^([ie])(?=(?:mport|xport)\s)/, (first) => `&#${first.charCodeAt(0)};`)
    : escaped;
}

/** Code with the opening brackets of redaction marks taken off. */
function withoutMarks(source: string): string {
  return source.replace(/(?:<|&lt;)(?=[\s/]*(?:internal|redacted)\b)/gi, '');
}

function mdxOfHtml(node: Html, inParagraph: boolean): string {
  const comment = /^<!--([\s\S]*?)-->$/.exec(node.value.trim());
  if (comment) return `{/*${(comment[1] ?? '').replaceAll('*/', '* /')}*/}`;
  if (/^<br\s*\/?>$/i.test(node.value.trim())) return '<br />';
  if (inParagraph || !node.value.includes('\n')) return escapeText(node.value, false);
  return codeFence(withoutMarks(node.value), 'html');
}

function mdxOfImage(
  node: Image | ImageReference,
  definitions: ReadonlyMap<string, Definition>,
  todo: Set<string>,
): string {
  const url = node.type === 'image' ? node.url : (definitions.get(node.identifier)?.url ?? '');
  const alt = escapeText(node.alt || 'image', false).replace(/[[\]]/g, '\\$&');
  todo.add('Images were not imported; put each beside `index.mdx` and write `![what it shows](name.png)`.');
  // The bytes of a picture are no words.
  if (/^data:/i.test(url)) return `${alt} (image)`;
  return isRefused(url) || !/^https?:/i.test(url) ? `${alt} (image ${code(url)})` : `[${alt}](${target({ url })})`;
}

function resolveReference(node: LinkReference, definitions: ReadonlyMap<string, Definition>): Edit[] {
  const url = definitions.get(node.identifier)?.url;
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (url === undefined || first === undefined || last === undefined) return [];
  return [{ start: range(last).end, end: range(node).end, text: `](${target({ url })})` }];
}

/** True for addresses that the static subset refuses: other schemes than https, http and mailto, and user names. */
function isRefused(url: string): boolean {
  if (/^(?:https?:\/\/[^/?#@]+(?:[/?#]|$)|mailto:)/i.test(url)) return false;
  return /^[^/?#]*:/.test(url) || url.startsWith('//') || url.includes('\\');
}

function target({ url }: Pick<Link, 'url'>): string {
  return url.replace(/[\s<>(){}\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function code(text: string): string {
  const ticks = ticksFor(text, 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${space}${text}${space}${ticks}`;
}

/** Keeps a block that is written anew within its list item. */
function indent(block: string, parent: Nodes | undefined): string {
  const column = parent?.type === 'listItem' ? (parent.children[0]?.position?.start.column ?? 1) : 1;
  return block.replaceAll('\n', `\n${' '.repeat(column - 1)}`);
}

/** Joins lines; escapes what would begin a block at the beginning of the value. */
function oneLine(text: string): string {
  const joined = text
    .replace(/(?<![ \t])[ \t]*\n[ \t>]*/g, ' ')
    .replaceAll('\\|', '|')
    .trim();
  return joined
    .replace(/^(?=[#>+~-]|\*(?:\s|$))/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^([ie])(?=(?:mport|xport)\s)/, (first) => `&#${first.charCodeAt(0)};`);
}
