/** `<Anchor id>` keeps an earlier address within the page alive: each id stands once, and is none of the page's own. */
import type { Root } from 'mdast';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import { anchorOf } from './elements.ts';
import { isPrivateElement, startOf } from './nodes.ts';
import type { LocationAt } from './point.ts';
import { walk } from './walk.ts';

/** An `<Anchor>` of a name that the facts of this postmortem give to something else on its page. */
export function findTakenAnchors(tree: Root, locationAt: LocationAt, taken: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  walk(tree, (node) => {
    const id = anchorOf(node);
    if (id !== undefined && taken.includes(id))
      problems.push(createProblem('story/anchor-taken', locationAt(startOf(node)), { id }));
  });
  return problems;
}

/** `taken` are anchors of the page around. */
export function checkAnchors(tree: Root, locationAt: LocationAt, taken: readonly string[]): Problem[] {
  const seen = new Set(taken);
  const problems: Problem[] = [];
  walk(tree, (node, _index, _parent, ancestors) => {
    const id = anchorOf(node);
    if (id === undefined) return;
    const hidden = ancestors.some(isPrivateElement);
    if (seen.has(id))
      problems.push(createProblem('story/anchor-taken', locationAt(startOf(node)), { id: hidden ? '…' : id }));
    seen.add(id);
  });
  return problems;
}
