/** Links that lead nowhere or do not say where, pictures without words, headings that skip a level. */
import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { partAnchors } from '../../shared/incident/postmortem-parts.ts';
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import { timelineAnchors } from '../../shared/incident/timeline-anchors.ts';
import { matchesIn } from '../../shared/problem/matches-in.ts';
import { pictureEnding } from '../../shared/text/picture-ending.ts';
import { elementRow } from '../markdown/elements.ts';
import { storyAnchors } from '../markdown/headings.ts';
import { attributesOf, isElement, startOf } from '../markdown/nodes.ts';
import { walk } from '../markdown/walk.ts';
import type { TextInput } from './lint-input.ts';
import { createRule, locationIn } from './rule.ts';

function nodesOf<T extends Nodes['type']>(tree: Root | undefined, type: T): Extract<Nodes, { type: T }>[] {
  const nodes: Extract<Nodes, { type: T }>[] = [];
  if (tree)
    walk(tree, (node) => {
      if (node.type === type) nodes.push(node as Extract<Nodes, { type: T }>);
    });
  return nodes;
}

/** Only of the story: links within a field stand in a sentence or two. */
function linksOf({ story }: TextInput) {
  return nodesOf(story?.tree, 'link').map((link) => ({
    link,
    location: story?.locationAt(startOf(link)) ?? { file: '' },
  }));
}

/** Anchors around the story of this postmortem. */
export function anchorsAround(postmortem: Postmortem): string[] {
  return [...partAnchors, ...anchorsOfRows(postmortem)];
}

/** Those of its action items, and of the public rows of its timeline. */
export function anchorsOfRows({ actions = [], timeline = [] }: Postmortem): string[] {
  const rows = timelineAnchors(timeline.filter(({ internal }) => !internal));
  return [...actions.map(({ id }) => `action-${id}`), ...rows];
}

export const deadAnchors = createRule('links/dead-anchor', function* (input: TextInput) {
  const { story, anchors, taken } = input;
  if (!story) return;
  const known = new Set(['', 'content', ...anchors, ...storyAnchors(story.tree, taken)]);
  for (const { link, location } of linksOf(input)) {
    if (!link.url.startsWith('#')) continue;
    if (!known.has(decodeAnchor(link.url.slice(1)))) yield { location };
  }
});

function decodeAnchor(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

const vague = /^(?:here|click here|this|this link|link|this page|page|more|read more|see here|there)[.,:]?$/i;

export const vagueLinks = createRule('links/vague-text', function* (input: TextInput) {
  for (const { link, location } of linksOf(input)) {
    const words = textOf(link).trim();
    if (vague.test(words)) yield { location, values: { words } };
  }
  const { story } = input;
  for (const point of story?.emptyLinks ?? [])
    yield { location: story?.locationAt(point) ?? { file: '' }, values: { words: '' } };
});

/** `[^x]`, and `[words][label]`: brackets that Markdown leaves as they are. */
const reference = /\[\^[^\]\s[]{1,60}\]|\[[^\][\n]{1,100}\]\[[^\][\n]{1,60}\]/gu;

export const undefinedReferences = createRule('links/undefined-reference', function* ({ passages }: TextInput) {
  for (const passage of passages)
    for (const match of matchesIn(passage.text, reference)) {
      // A class of a regular expression, such as `[^a-z]`, is no note.
      if (/^\[\^.-.|\\/.test(match[0])) continue;
      yield { ...locationIn(passage, match.index), values: { words: match[0].slice(0, 60) } };
    }
});

const emptyAlt =
  /^(?:an? )?(?:image|picture|photo|screenshot|screen ?shot|graph|chart|diagram|figure|alt(?: text)?|untitled)(?: ?\d{1,4})?[.]?$/i;
const fileName = /^[\w.-]+$/;

export const poorAlt = createRule('image/poor-alt', function* ({ story }: TextInput) {
  if (!story) return;
  const pictures = nodesOf(story.tree, 'image').map((node) => ({ alt: node.alt ?? '', node: node as Nodes }));
  walk(story.tree, (node) => {
    if (isElement(node) && elementRow(node)?.file?.kind === 'picture')
      pictures.push({ alt: attributesOf(node)['alt'] ?? '', node: node as Nodes });
  });
  for (const { alt, node } of pictures) {
    const words = alt.trim();
    if (emptyAlt.test(words) || (fileName.test(words) && pictureEnding.test(words)))
      yield { location: story.locationAt(startOf(node)), values: { words } };
  }
});

export const skippedHeadings = createRule('text/skipped-heading', function* ({ story }: TextInput) {
  let from = 1;
  for (const heading of nodesOf(story?.tree, 'heading')) {
    // The page's title is the one of level 1: those in the story are shown as level 2.
    const to = Math.max(2, heading.depth);
    if (story && to > from + 1) yield { location: story.locationAt(startOf(heading)), values: { from, to } };
    from = to;
  }
});

/** Of a draft, a section with a comment alone is one that its template guides to. */
export const emptySections = createRule('text/empty-section', function* ({ story, isBeingWritten }: TextInput) {
  const blocks = (story?.tree.children ?? []).filter(({ type }) => type !== 'footnoteDefinition');
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'heading' || !story) continue;
    const next = blocks[index + 1];
    if (next !== undefined && !(next.type === 'heading' && next.depth <= block.depth)) continue;
    const [from, to] = [startOf(block).offset ?? 0, next ? (startOf(next).offset ?? 0) : Number.POSITIVE_INFINITY];
    const isGuided = story.comments.some(({ offset = 0 }) => from < offset && offset < to);
    if (!(isBeingWritten && isGuided)) yield { location: story.locationAt(startOf(block)) };
  }
});

export const indentedText = createRule('text/indented', function* ({ story }: TextInput) {
  if (story) for (const point of story.indented) yield { location: story.locationAt(point) };
});
