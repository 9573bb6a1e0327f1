/** Texts of other tools, which hold HTML, Markdown or both, as Markdown. */
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

/** HTML becomes Markdown where the text has block or inline tags of HTML; any other text is Markdown already. */
export function markdownOf(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  if (!/<(?:p|br|div|ul|ol|li|h[1-6]|strong|b|em|i|a|code|pre|blockquote|table|span)\b[^<>]*>/i.test(plain))
    return plain;
  return toMarkdown(toMdast(fromHtml(plain, { fragment: true })), { extensions: [gfmToMarkdown()] }).trim();
}
