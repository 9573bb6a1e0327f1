/** The tree of a report's or a page's Markdown, with tables and task lists as GitHub reads them. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export function markdownTree(markdown: string): Root {
  return parser.parse(markdown);
}
