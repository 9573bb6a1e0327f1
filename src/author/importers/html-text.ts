/** Texts of other tools, which hold HTML, Markdown or both, as Markdown. */
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Html } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const anyTag =
  /<\/?(?:p|br|div|ul|ol|li|h[1-6]|hr|strong|b|em|i|u|s|del|a|code|pre|blockquote|table|span|img|details|summary|sub|sup|font|center|aside|section|article|figure|figcaption|iframe|kbd|mark|small)\b[^<>]*>/i;
const blockTag = /<(?:p|div|ul|ol|h[1-6]|pre|blockquote|table)\b/i;
/** What only somebody who writes Markdown types: a heading, a list, a quote, a fence, a table, emphasis, a link. */
const markdownMark = /^ {0,3}(?:#{1,6} |[-*+] |\d{1,3}[.)] |> |```|~~~|\|)|\*\*\S|`\S|\]\(/m;
/** Marks of Markdown that stand for a tag. */
const marks: Readonly<Record<string, string>> = {
  strong: '**',
  b: '**',
  em: '*',
  i: '*',
  s: '~~',
  del: '~~',
  code: '`',
};

/** Text with block tags and no mark of Markdown is HTML as a whole; in any other, the tags alone become Markdown. */
export function markdownOf(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  if (!anyTag.test(plain)) return plain;
  if (blockTag.test(plain) && !markdownMark.test(withoutTags(plain))) return markdownOfHtml(plain);
  return markdownOfMixed(plain).trim();
}

/** HTML as GitHub's Markdown. */
export function markdownOfHtml(html: string): string {
  return toMarkdown(toMdast(fromHtml(html, { fragment: true })), {
    bullet: '-',
    extensions: [gfmToMarkdown()],
  }).trim();
}

function withoutTags(text: string): string {
  return text.replace(/<[^<>]*>/g, '');
}

/** Markdown in which tags outside of code became marks of Markdown; what is no tag of HTML stays as it was. */
export function markdownOfMixed(text: string): string {
  const found: { start: number; end: number; node: Html; isBlock: boolean; inTable: boolean }[] = [];
  visit(unified().use(remarkParse).use(remarkGfm).parse(text), 'html', (node, _, parent) => {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    const isBlock =
      parent?.type !== 'paragraph' &&
      parent?.type !== 'heading' &&
      !/^(?:link|emphasis|strong|tableCell)$/.test(parent?.type ?? '');
    found.push({ start: start.offset, end: end.offset, node, isBlock, inTable: parent?.type === 'tableCell' });
  });
  const open: string[] = [];
  let [result, at] = ['', 0];
  for (const { start, end, node, isBlock, inTable } of found) {
    result += text.slice(at, start);
    at = end;
    const isBreak = /^<br\s*\/?>$/i.test(node.value.trim());
    if (isBreak && inTable) result += node.value;
    else if (isBreak) {
      result += '  \n';
      // The line ends once.
      if (text[at] === '\n') at += 1;
    } else result += isBlock ? blockOf(node.value) : inlineOf(node.value, open);
  }
  return result + text.slice(at);
}

/** Comments stay, for they were never shown. A block that is only the begin or the end of one leaves its words. */
function blockOf(value: string): string {
  if (value.trim().startsWith('<!--') || !anyTag.test(value)) return value;
  return markdownOfHtml(value);
}

function inlineOf(value: string, open: string[]): string {
  const [, slash, name = '', attributes = ''] = /^<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>$/i.exec(value) ?? [];
  const tag = name.toLowerCase();
  if (!anyTag.test(value)) return value;
  if (tag === 'img') return markdownOfHtml(value);
  if (tag === 'a') {
    if (slash) return open.pop() ?? '';
    const [, , address] = /\bhref\s*=\s*(["']?)([^"'\s>]+)\1/i.exec(attributes) ?? [];
    open.push(address === undefined ? '' : `](${address.replace(/[()<>]/g, percentEncoded)})`);
    return address === undefined ? '' : '[';
  }
  return marks[tag] ?? '';
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}
