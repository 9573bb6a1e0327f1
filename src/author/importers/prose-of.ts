/** Text of another tool as a value of the frontmatter. */
import type { List, Nodes } from 'mdast';
import { cleanText } from './clean-text.ts';
import { type MdxText, readMdxText } from './mdx-text.ts';

/** One line of inline MDX that reads as `text` does as Markdown; all of its paragraphs, in one. */
export function proseOf(text: string): string {
  const oneLine = cleanText(text).replace(/\s+/g, ' ').trim();
  const mdx = readMdxText(oneLine);
  const [first, last] = [mdx.tree.children[0], mdx.tree.children.at(-1)];
  return first && last ? mdx.prose(first, last) : '';
}

/**
 * What of a text can stand in a row, its paragraphs, and lists with breaks between their items, and the blocks that cannot: code,
 * tables, quotes, pictures. These are MDX for the story.
 */
export function splitProse(text: string): { prose: string; blocks: string[] } {
  const mdx = readMdxText(cleanText(text).replace(/\r\n?/g, '\n').trim());
  let prose = '';
  const blocks: string[] = [];
  let wasList = false;
  for (const block of mdx.tree.children) {
    if (block.type === 'thematicBreak' || block.type === 'definition') continue;
    const said = linesOf(block, mdx);
    if (said) {
      // Lists begin and end with a break, as their items do.
      const between = wasList || block.type === 'list' ? '<br /> ' : ' ';
      prose = [prose, said.join('<br /> ')].filter(Boolean).join(between);
      wasList = block.type === 'list';
    } else blocks.push(mdx.blocks(block, block));
  }
  return { prose, blocks };
}

/** `undefined` for a block of which a part cannot stand in one line. */
function linesOf(block: Nodes, mdx: MdxText): string[] | undefined {
  if (block.type === 'paragraph' || block.type === 'heading') {
    const [first, last] = [block.children[0], block.children.at(-1)];
    if (!mdx.isProse(block)) return undefined;
    return first && last ? [mdx.prose(first, last)] : [];
  }
  return block.type === 'list' ? linesOfList(block, mdx) : undefined;
}

function linesOfList(list: List, mdx: MdxText): string[] | undefined {
  const lines: string[] = [];
  for (const [index, item] of list.children.entries()) {
    const mark = list.ordered ? `${(list.start ?? 1) + index}.` : '–';
    const parts = item.children.map((child) => linesOf(child, mdx));
    if (parts.some((part) => part === undefined)) return undefined;
    const [first = '', ...more] = parts.flatMap((part) => part ?? []);
    lines.push(`${mark} ${first}`, ...more);
  }
  return lines;
}
