/** The frontmatter of a postmortem as its author wrote it, without what the public schema does not name. */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { z } from 'zod';
import type { PublicPostmortem } from '../../shared/incident/public-postmortem.ts';
import { publicPostmortemSchema } from '../../shared/incident/public-postmortem.ts';

export interface FrontmatterOptions {
  /** What was published of it. */
  published: PublicPostmortem;
  /** The public source of a field of prose. */
  publicProse: (source: string) => string;
}

/** A translation says when it was made as well. */
const fileSchema = publicPostmortemSchema.extend({ translatedAt: z.string() });

/** YAML without comments. A key stays when the public schema has it and the published postmortem a value for it. */
export function publicFrontmatter(yaml: string, { published, publicProse }: FrontmatterOptions): string {
  const document = parseDocument(yaml, { schema: 'core', version: '1.2' });
  dropComments(document);
  const root = document.contents;
  if (!isMap(root)) throw new Error('Frontmatter that was published is no map.');
  keepNamed(root, fileSchema, publicProse);
  keepItems(root, ['timeline'], (row) => !(isMap(row) && row.get('internal') === true));
  keepItems(root, ['attachments'], (row) => !(isMap(row) && row.get('internal') === true));
  keepItems(root, ['tags'], (tag) => published.tags.includes(textOf(tag)));
  keepItems(root, ['related'], (id) => published.related.includes(textOf(id)));
  const services = new Set(published.impact.services.map(({ service }) => service));
  keepItems(root, ['impact', 'services'], (entry) => isMap(entry) && services.has(String(entry.get('service'))));
  return document.toString({ lineWidth: 0 }).trimEnd();
}

/** Takes every comment of a document away, blank lines included. */
export function dropComments(document: Document): void {
  document.comment = null;
  document.commentBefore = null;
  visit(document, {
    Node: (_, node) => {
      node.comment = null;
      node.commentBefore = null;
    },
  });
}

function keepNamed(node: Node, schema: z.ZodType, publicProse: (source: string) => string): void {
  const named = bare(schema);
  if (isMap(node) && named instanceof z.ZodObject) {
    const { shape } = named as z.ZodObject<Record<string, z.ZodType>>;
    // The key itself decides on a row of the timeline, or a file, later.
    const mayHide = Object.hasOwn(shape, 'what') || Object.hasOwn(shape, 'digest');
    const known = (key: string) => Object.hasOwn(shape, key) || (key === 'internal' && mayHide);
    node.items = node.items.filter(({ key }) => known(textOf(key)));
    for (const { key, value } of node.items) {
      const inner = shape[textOf(key)];
      if (!inner) continue;
      if (isProse(inner) && isScalar(value)) value.value = publicProse(String(value.value));
      else if (value) keepNamed(value as Node, inner, publicProse);
    }
  } else if (isSeq(node) && named instanceof z.ZodArray) {
    const element = named.element as z.ZodType;
    for (const item of node.items as Node[]) {
      if (isProse(element) && isScalar(item)) item.value = publicProse(String(item.value));
      else keepNamed(item, element, publicProse);
    }
    // A sentence of which nothing public is left is no sentence.
    if (isProse(element)) node.items = node.items.filter((item) => textOf(item).replaceAll('{/**/}', '').trim() !== '');
  }
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap() as z.ZodType) : schema;
}

/** Prose is published as its text and its HTML. */
function isProse(schema: z.ZodType): boolean {
  const named = bare(schema);
  return named instanceof z.ZodObject && Object.keys(named.shape).sort().join() === 'html,text';
}

function keepItems(root: YAMLMap, path: string[], keep: (item: unknown) => boolean): void {
  const list = root.getIn(path, true);
  if (!isSeq(list)) return;
  (list as YAMLSeq).items = list.items.filter(keep);
  for (const item of list.items) if (isMap(item)) item.delete('internal');
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : String(node);
}
