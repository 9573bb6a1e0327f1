/** Headings of a story: levels, stable anchors, table of contents. */
import GithubSlugger from 'github-slugger';
import type { Root } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Root as MarkdownRoot } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

import { anchorOf } from './elements.ts';
import { walk } from './walk.ts';

export interface Heading {
  /** 2 to 6: the page's title is the only first-level heading. */
  depth: number;
  slug: string;
  text: string;
}

/** Gives each heading an `id`, the same for the same text and order, and lists them. `taken` are anchors of the page around. */
export function addHeadingAnchors(
  tree: Root,
  { prefix, taken }: { prefix: string; taken: readonly string[] },
): Heading[] {
  const slugger = createSlugger(taken);
  walk(tree, (node) => {
    if (node.type !== 'element') return;
    const { id } = node.properties;
    if (node.tagName === 'span' && typeof id === 'string') slugger.slug(id);
  });
  const headings: Heading[] = [];
  walk(tree, (node) => {
    if (node.type !== 'element') return;
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (level === undefined) return;
    const depth = Math.max(2, Number(level));
    node.tagName = `h${depth}`;
    if (node.properties['id'] !== undefined) return;
    const text = toText(node).replace(/\s+/g, ' ').trim();
    const slug = prefix + slugOf(text, slugger);
    node.properties['id'] = slug;
    headings.push({ depth, slug, text });
  });
  return headings;
}

/** The anchors that the headings of a story will have, before it is rendered. */
export function storyAnchors(tree: MarkdownRoot, taken: readonly string[]): string[] {
  const slugger = createSlugger(taken);
  const anchors: string[] = [];
  walk(tree, (node) => {
    const id = anchorOf(node);
    if (id !== undefined) anchors.push(slugger.slug(id));
  });
  walk(tree, (node) => {
    if (node.type === 'heading') anchors.push(slugOf(textOf(node).replace(/\s+/g, ' ').trim(), slugger));
  });
  return anchors;
}

function createSlugger(taken: readonly string[]): GithubSlugger {
  const slugger = new GithubSlugger();
  for (const anchor of taken) slugger.slug(anchor);
  return slugger;
}

function slugOf(text: string, slugger: GithubSlugger): string {
  return slugger.slug(text.normalize('NFC')) || 'section';
}
