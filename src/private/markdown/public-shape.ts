/** What two sources that publish alike have in common. */
import type { Nodes, Root } from 'mdast';
import type { People } from '../../shared/redaction/policy-schema.ts';
import { replaceMentions } from './mentions.ts';
import { childrenOf } from './nodes.ts';
import { parseStory } from './parse-story.ts';
import { removeInternal } from './remove-internal.ts';
import { walk } from './walk.ts';

const locationAt = () => ({ file: '' });

/**
 * The public tree of `source` as text, mentions replaced; text that stands in pieces counts as one. `isSound`: nothing stands
 * in the way of removing what is internal. `undefined` when the source cannot be read.
 */
export function publicShape(source: string, people: People): { shape: string; isSound: boolean } | undefined {
  const { tree } = parseStory(source, locationAt);
  if (!tree) return undefined;
  const isSound = removeInternal(tree, locationAt).length === 0;
  replaceMentions(tree, people, locationAt, { names: false });
  return { shape: shapeOf(tree), isSound };
}

function shapeOf(tree: Root): string {
  walk(tree, (node) => {
    if (!('children' in node)) return;
    const merged: Nodes[] = [];
    for (const child of childrenOf(node)) {
      const last = merged.at(-1);
      if (child.type === 'text' && last?.type === 'text') last.value += child.value;
      else merged.push(child);
    }
    node.children = merged as typeof node.children;
  });
  return JSON.stringify(tree, (key, value) => (key === 'position' || key === 'data' ? undefined : value));
}
