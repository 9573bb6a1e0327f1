/** What follows the moment that leads a row, with its links, code and emphasis. */
import type { Nodes } from 'mdast';
import { blockText } from './block-text.ts';
import { type MdxText, readMdxText } from './mdx-text.ts';

/** A block's own inline MDX; `undefined` for what holds pictures or footnotes, or nothing. */
export function markupOf(block: Nodes, mdx: MdxText): string | undefined {
  if (!('children' in block) || !mdx.isProse(block)) return undefined;
  const [first, last] = [block.children[0], block.children.at(-1)];
  return first && last ? mdx.prose(first, last) : undefined;
}

/** `rest` is the end of `text` as it is read without markup. `undefined` where the cut would fall into markup. */
export function markedRest(markup: string | undefined, text: string, rest: string): string | undefined {
  if (markup === undefined || !text.endsWith(rest)) return undefined;
  let left = text.slice(0, text.length - rest.length).replace(/[^\p{L}\p{N}]/gu, '').length;
  let at = 0;
  for (const character of markup) {
    if (left === 0) break;
    if (/[\p{L}\p{N}]/u.test(character)) left -= 1;
    at += character.length;
  }
  const cut = markup.slice(at);
  const candidates = [cut.replace(/^[\s\]):,.|–—-]+/, ''), cut.replace(/^[\s\])*_:,.|–—-]+/, '')];
  return candidates.find(
    (candidate) => candidate !== '' && plainly(blockText(readMdxText(candidate).tree)) === plainly(rest),
  );
}

function plainly(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
