/** The images and CSV files that a tree of public nodes still uses. */
import type { Root } from 'mdast';
import { elementRow } from './elements.ts';
import { attributesOf, isElement, startOf } from './nodes.ts';
import type { Point } from './point.ts';
import { walk } from './walk.ts';

export interface ImageUse {
  src: string;
  point: Point;
}

export interface ChartUse {
  attributes: Record<string, string>;
  point: Point;
}

/** In document order; a file used twice is listed twice. */
export function listResources(tree: Root): { images: ImageUse[]; charts: ChartUse[] } {
  const images: ImageUse[] = [];
  const charts: ChartUse[] = [];
  walk(tree, (node) => {
    if (node.type === 'image') images.push({ src: node.url, point: startOf(node) });
    if (!isElement(node)) return;
    const { file } = elementRow(node) ?? {};
    if (!file) return;
    const attributes = attributesOf(node);
    if (file.kind === 'picture') images.push({ src: attributes[file.attribute] ?? '', point: startOf(node) });
    else charts.push({ attributes, point: startOf(node) });
  });
  return { images, charts };
}
