/** Text of another tool as a value of the frontmatter. */
import { cleanText } from './clean-text.ts';
import { readMdxText } from './mdx-text.ts';

/** One line of inline MDX that reads as `text` does as Markdown; all of its paragraphs, in one. */
export function proseOf(text: string): string {
  const oneLine = cleanText(text).replace(/\s+/g, ' ').trim();
  const mdx = readMdxText(oneLine);
  const [first, last] = [mdx.tree.children[0], mdx.tree.children.at(-1)];
  return first && last ? mdx.prose(first, last) : '';
}
