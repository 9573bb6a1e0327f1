/** The walk through trees: which nodes are seen, in which order, and what its answers do. */
import type { Nodes, Root } from 'mdast';
import { expect, test } from 'vitest';
import { walk } from '../../../src/private/markdown/walk.ts';

const text = (value: string): Nodes => ({ type: 'text', value }) as Nodes;
const tree = () =>
  ({
    type: 'root',
    children: [
      { type: 'paragraph', children: [text('a'), { type: 'emphasis', children: [text('b')] }, text('c')] },
      { type: 'paragraph', children: [text('d')] },
    ],
  }) as Root;
const nameOf = (node: Nodes) => ('value' in node ? node.value : node.type);

test('each node comes before what is inside it, with its place', () => {
  const seen: string[] = [];
  walk(tree(), (node, index, parent, ancestors) => {
    seen.push(`${nameOf(node)} ${index ?? '-'} ${parent?.type ?? '-'} ${ancestors.length}`);
  });
  expect(seen).toEqual([
    'root - - 0',
    'paragraph 0 root 1',
    'a 0 paragraph 2',
    'emphasis 1 paragraph 2',
    'b 0 emphasis 3',
    'c 2 paragraph 2',
    'paragraph 1 root 1',
    'd 0 paragraph 2',
  ]);
});

test('`false` leaves out what is inside a node, and nothing else', () => {
  const seen: string[] = [];
  walk(tree(), (node) => {
    seen.push(nameOf(node));
    return node.type === 'emphasis' ? false : undefined;
  });
  expect(seen).toEqual(['root', 'paragraph', 'a', 'emphasis', 'c', 'paragraph', 'd']);
});

test('a node that is taken out hides no neighbour', () => {
  const seen: string[] = [];
  const root = tree();
  walk(root, (node, index, parent) => {
    seen.push(nameOf(node));
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  expect(seen).toEqual(['root', 'paragraph', 'a', 'emphasis', 'b', 'c', 'paragraph', 'd']);
  expect(JSON.stringify(root)).not.toContain('"text"');
});
