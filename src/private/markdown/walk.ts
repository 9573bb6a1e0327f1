/**
 * Goes through a tree, in document order. A build does so some twenty times for each story: the library for it writes a
 * name for every node it comes to, which was a fifth of what reading a story took.
 */
import type { Nodes as HastNodes, Parents as HastParents } from 'hast';
import type { Nodes, Parents } from 'mdast';

type NodeOf<Tree> = Tree extends Nodes ? Nodes : HastNodes;
type ParentOf<Tree> = Tree extends Nodes ? Parents : HastParents;

/**
 * Sees a node before what is inside. `index` and `parent` are absent for the tree itself; `ancestors`, the outermost
 * first, are right for as long as the call lasts. It may answer `false`: leave out what is inside; or a number: leave it
 * out, and go on with that child of `parent`.
 */
type Visitor<Tree> = (
  node: NodeOf<Tree>,
  index: number | undefined,
  parent: ParentOf<Tree> | undefined,
  ancestors: readonly NodeOf<Tree>[],
) => false | number | undefined;

/** Calls `enter` for `tree` and for each node in it; a visitor may change the children of a node that it sees, or replace it. */
export function walk<Tree extends Nodes | HastNodes>(tree: Tree, enter: Visitor<Tree>): void {
  const ancestors: AnyNode[] = [];
  const visit = enter as unknown as AnyVisitor;
  const go = (node: AnyNode, index: number | undefined, parent: AnyNode | undefined): number | undefined => {
    const way = visit(node, index, parent, ancestors);
    if (way === false) return undefined;
    if (way !== undefined) return way;
    const { children } = node;
    if (children === undefined) return undefined;
    ancestors.push(node);
    for (let at = 0; at < children.length; ) at = go(children[at] as AnyNode, at, node) ?? at + 1;
    ancestors.pop();
    return undefined;
  };
  go(tree as AnyNode, undefined, undefined);
}

interface AnyNode {
  type: string;
  children?: AnyNode[];
}

type AnyVisitor = (
  node: AnyNode,
  index: number | undefined,
  parent: AnyNode | undefined,
  ancestors: readonly AnyNode[],
) => false | number | undefined;
