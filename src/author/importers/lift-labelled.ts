/** Takes sections out of lists whose items have bold names: "- **Resolution**: We rolled back." */
import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { trimSigns } from '../../shared/text/trim-signs.ts';
import type { MdxText } from './mdx-text.ts';
import { kindOfHeading, type SectionKind } from './section-headings.ts';

/** A section that is an item of a list. */
export interface LabelledItem {
  kind: SectionKind;
  /** Its name, without the colon. */
  title: string;
  /** One line of inline MDX: what stands behind the name; empty where there is nothing. */
  lead: string;
  /** What stands below it. */
  content: RootContent[];
}

/** The blocks that stay: a list without the items that `take` takes, in as many pieces as are left of it. */
export function liftLabelled(block: RootContent, mdx: MdxText, take: (item: LabelledItem) => boolean): RootContent[] {
  if (block.type !== 'list' || block.ordered) return [block];
  const pieces: ListItem[][] = [[]];
  for (const item of block.children) {
    const labelled = labelledItem(item, mdx);
    if (labelled && take(labelled)) pieces.push([]);
    else pieces.at(-1)?.push(item);
  }
  if (pieces.length === 1) return [block];
  return pieces.flatMap((children) => pieceOf(block, children) ?? []);
}

function labelledItem(item: ListItem, mdx: MdxText): LabelledItem | undefined {
  const [paragraph, ...content] = item.children;
  if (paragraph?.type !== 'paragraph' || !mdx.isProse(item)) return undefined;
  const [name, ...rest] = paragraph.children;
  if (name?.type !== 'strong') return undefined;
  const title = trimSigns(plainText(name), (sign) => /[:：\s]/.test(sign), 'end').trim();
  const kind = kindOfHeading(title);
  return kind === 'other' ? undefined : { kind, title, lead: leadOf(rest, mdx), content };
}

function leadOf(rest: Paragraph['children'], mdx: MdxText): string {
  const [first, last] = [rest[0], rest.at(-1)];
  return first && last ? mdx.prose(first, last).replace(/^\\?[:：–—-]?\s*/, '') : '';
}

function pieceOf(list: List, children: ListItem[]): List | undefined {
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  return first && last && { ...list, children, position: { start: first.start, end: last.end } };
}
