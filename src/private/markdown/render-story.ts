/** From a tree of public nodes to finished HTML, in segments between the parts that the story places itself. */

import type { Element, Nodes as HastNodes, Root as HastRoot, RootContent } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { isFilePath } from '../../shared/addresses/find-address.ts';
import type { StoryWords } from '../../shared/i18n/words.ts';
import { anchorsOfPostmortem } from '../../shared/incident/postmortem-parts.ts';
import { elementHandlers, partOf } from './element-handlers.ts';
import { addHeadingAnchors, type Heading } from './headings.ts';
import { highlightCode } from './highlight-code.ts';
import type { RenderOptions } from './render-options.ts';
import { sanitizeSchema } from './sanitize-schema.ts';
import { walk } from './walk.ts';

export interface RenderedStory {
  segments: ({ html: string } | { part: string })[];
  headings: Heading[];
}

/** Renders the story's blocks. */
export async function renderStory(tree: Root, options: RenderOptions): Promise<RenderedStory> {
  const hast = toHastTree(tree, options);
  const headings = addHeadingAnchors(hast, {
    prefix: options.anchorPrefix ?? '',
    taken: options.taken ?? anchorsOfPostmortem,
  });
  await highlightCode(hast);
  wrapTables(hast, options.words);
  nameCheckboxes(hast);
  if (options.withLines) addLines(hast);
  return { segments: segmentsOf(hast, options.withLines ? schemaWithLines : sanitizeSchema), headings };
}

/** Renders one field's prose: `html` without a paragraph around it, and its plain text. */
export function renderProse(tree: Root, options: RenderOptions): { html: string; text: string } {
  const hast = toHastTree(tree, options);
  const inner = hast.children.flatMap((child): RootContent[] =>
    child.type === 'element' && child.tagName === 'p' ? child.children : [child],
  );
  const clean = sanitize({ type: 'root', children: inner }, sanitizeSchema);
  return {
    html: toHtml(clean).trim(),
    text: toText(clean as HastNodes)
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

function toHastTree(tree: Root, options: RenderOptions): HastRoot {
  const hast = toHast(tree, {
    handlers: elementHandlers(options),
    footnoteLabel: options.words.footnotes,
    footnoteBackLabel: (index) => `${options.words.backToText} ${index + 1}`,
    clobberPrefix: `${options.anchorPrefix ?? ''}note-`,
  }) as HastRoot;
  addBase(hast, options);
  return hast;
}

/** A path on this site begins below the site's base, wherever it is hosted. Files have one address, pages one in each language. */
function addBase(tree: HastRoot, { base, pageBase = base }: RenderOptions): void {
  walk(tree, (node) => {
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    const { href } = properties;
    if (tagName !== 'a' || typeof href !== 'string' || !href.startsWith('/')) return;
    properties['href'] = (isFilePath(href) ? base : pageBase) + href.slice(1);
  });
}

/** Wide tables scroll inside themselves; alignment becomes a class, for the site's policy forbids `style`. */
function wrapTables(tree: HastRoot, words: StoryWords): void {
  let count = 0;
  walk(tree, (node, index, parent) => {
    if (node.type !== 'element') return;
    const { align } = node.properties;
    if (typeof align === 'string') {
      delete node.properties['align'];
      node.properties['className'] = [`align-${align}`];
    }
    if (node.tagName !== 'table' || !parent || index === undefined) return;
    if (parent.type === 'element' && hasClass(parent, 'table-scroll')) return;
    count += 1;
    const ariaLabel = count === 1 ? words.table : `${words.table} ${count}`;
    const properties = { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel };
    parent.children[index] = { type: 'element', tagName: 'div', properties, children: [node] };
  });
}

/** A box of a task list has the name of its task, for those who hear it. */
function nameCheckboxes(tree: HastRoot): void {
  walk(tree, (node) => {
    if (node.type !== 'element' || !hasClass(node, 'task-list-item')) return;
    walk(node, (inner) => {
      if (inner.type !== 'element' || inner.tagName !== 'input' || inner.properties['ariaLabel']) return;
      inner.properties['ariaLabel'] = toText(node).replace(/\s+/g, ' ').trim();
    });
  });
}

function hasClass(node: Element, name: string): boolean {
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

const schemaWithLines: Schema = {
  ...sanitizeSchema,
  attributes: { ...sanitizeSchema.attributes, '*': [...(sanitizeSchema.attributes?.['*'] ?? []), 'dataLine'] },
};

/** On the story's own blocks, wrapped ones too; not on what stands within them. */
function addLines(tree: HastRoot): void {
  for (const child of tree.children) {
    if (child.type !== 'element') continue;
    const line = lineOf(child);
    if (line !== undefined) child.properties['dataLine'] = line;
  }
}

function lineOf(node: RootContent): number | undefined {
  if (node.position) return node.position.start.line;
  return node.type === 'element' ? node.children.map(lineOf).find((line) => line !== undefined) : undefined;
}

/** Sanitises, and cuts the story at the parts it places. */
function segmentsOf(tree: HastRoot, schema: Schema): RenderedStory['segments'] {
  const segments: RenderedStory['segments'] = [];
  let run: RootContent[] = [];
  const close = () => {
    const html = toHtml(sanitize({ type: 'root', children: run }, schema)).trim();
    if (html !== '') segments.push({ html });
    run = [];
  };
  for (const child of tree.children) {
    const part = partOf(child);
    if (part === undefined) {
      run.push(child);
      continue;
    }
    close();
    segments.push({ part });
  }
  close();
  return segments;
}
