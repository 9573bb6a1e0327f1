/** Takes internal nodes out of the tree, and with them all that only they reach. Runs before any other step. */
import type { Definition, FootnoteDefinition, Nodes, Parents, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import { elementRow } from './elements.ts';
import { trace } from './mend-traces.ts';
import { dropEmptied, mendText } from './mend-tree.ts';
import { childrenOf, isComment, isElement, isPrivateElement, startOf } from './nodes.ts';
import type { LocationAt } from './point.ts';
import { walk } from './walk.ts';

/**
 * Changes `tree`: internal elements and comments are gone, `<Redacted>` is empty, link and image references are
 * resolved, and definitions are dropped. Returned: public uses of something that only internal text defines, and headings
 * with nothing left.
 */
export function removeInternal(tree: Root, locationAt: LocationAt): Problem[] {
  const everywhere = definitionsIn(tree);
  spreadByNeighbours(tree);
  const touched = new Set<Nodes | Root>();
  cut(tree, touched);
  const remaining = definitionsIn(tree);
  const problems = [
    ...resolveReferences(tree, remaining, everywhere, locationAt),
    ...refuseLostFootnotes(tree, remaining, everywhere, locationAt),
  ];
  dropDefinitions(tree, touched);
  return [...problems, ...prune(tree, { locationAt, touched })];
}

/** Resolves references and drops definitions, nothing else: for the edition that shows internal text. */
export function resolveAll(tree: Root, locationAt: LocationAt): Problem[] {
  walk(tree, (node, index, parent) => {
    if (!isComment(node) || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  const all = definitionsIn(tree);
  return resolveReferences(tree, all, all, locationAt);
}

/** A list is spread by blank lines between its parts, not by blank lines inside a part that is about to go. */
function spreadByNeighbours(tree: Root): void {
  walk(tree, (node) => {
    if (node.type === 'list' || node.type === 'listItem') node.spread = hasBlankBetween(childrenOf(node));
  });
}

function hasBlankBetween(nodes: readonly Nodes[]): boolean {
  return nodes.some((node, index) => {
    const before = nodes[index - 1]?.position?.end.line;
    return before !== undefined && (node.position?.start.line ?? 0) - before > 1;
  });
}

/** In running text a trace is left, by which what stands around it is mended. `touched`: what lost something. */
function cut(parent: Nodes | Root, touched: Set<Nodes | Root>): void {
  if (!('children' in parent)) return;
  const children = childrenOf(parent);
  for (const node of children) {
    if (isGone(node)) continue;
    if (isPrivateElement(node)) node.children = [];
    cut(node, touched);
  }
  if (!children.some(isGone)) return;
  touched.add(parent);
  (parent as Parents).children = children.flatMap((node): Nodes[] => {
    if (!isGone(node)) return [node];
    return node.type === 'mdxJsxTextElement' || node.type === 'mdxTextExpression' ? [traceAt(node)] : [];
  }) as typeof parent.children;
}

function isGone(node: Nodes): boolean {
  return isComment(node) || (isElement(node) && node.name === 'Internal');
}

function traceAt({ position }: Nodes): Text {
  return { type: 'text', value: trace, position };
}

function definitionsIn(tree: Root): { links: Map<string, Definition>; footnotes: Map<string, FootnoteDefinition> } {
  const links = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  walk(tree, (node) => {
    if (node.type === 'definition' && !links.has(node.identifier)) links.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier)) footnotes.set(node.identifier, node);
  });
  return { links, footnotes };
}

type Definitions = ReturnType<typeof definitionsIn>;

function resolveReferences(
  tree: Root,
  remaining: Definitions,
  everywhere: Definitions,
  locationAt: LocationAt,
): Problem[] {
  const problems: Problem[] = [];
  walk(tree, (node, index, parent) => {
    if ((node.type !== 'linkReference' && node.type !== 'imageReference') || !parent || index === undefined) return;
    const definition = remaining.links.get(node.identifier);
    if (!definition) {
      if (everywhere.links.has(node.identifier)) problems.push(reaches(node, 'a link', locationAt));
      return;
    }
    const { url, title } = definition;
    const { position } = node;
    const resolved =
      node.type === 'linkReference'
        ? { type: 'link' as const, url, title: title ?? null, children: node.children, position }
        : { type: 'image' as const, url, title: title ?? null, alt: node.alt ?? null, position };
    parent.children[index] = resolved as (typeof parent.children)[number];
  });
  return problems;
}

function refuseLostFootnotes(
  tree: Root,
  remaining: Definitions,
  everywhere: Definitions,
  locationAt: LocationAt,
): Problem[] {
  const problems: Problem[] = [];
  walk(tree, (node) => {
    if (node.type !== 'footnoteReference') return;
    if (!remaining.footnotes.has(node.identifier) && everywhere.footnotes.has(node.identifier)) {
      problems.push(reaches(node, 'a footnote', locationAt));
    }
  });
  return problems;
}

function reaches(node: Nodes, what: string, locationAt: LocationAt): Problem {
  return createProblem('redaction/reaches-inside', locationAt(startOf(node)), { what });
}

/** Link definitions are used up; footnotes that nothing public mentions, directly or by another footnote, go too. */
function dropDefinitions(tree: Root, touched: Set<Nodes | Root>): void {
  const used = usedFootnotes(tree);
  walk(tree, (node, index, parent) => {
    const isUnused = node.type === 'definition' || (node.type === 'footnoteDefinition' && !used.has(node.identifier));
    if (!isUnused || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    touched.add(parent);
    return index;
  });
}

function usedFootnotes(tree: Root): Set<string> {
  const { footnotes } = definitionsIn(tree);
  const used = new Set<string>();
  const follow = (node: Nodes | Root) => {
    walk(node, (inner) => {
      if (inner.type === 'footnoteDefinition' && inner !== node) return false;
      if (inner.type !== 'footnoteReference' || used.has(inner.identifier)) return undefined;
      used.add(inner.identifier);
      const definition = footnotes.get(inner.identifier);
      if (definition) follow(definition);
      return undefined;
    });
  };
  follow(tree);
  return used;
}

const emptiable = new Set([
  'paragraph',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'listItem',
  'list',
  'blockquote',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'table',
]);
/** An author may write these empty: they go where removal emptied them. */
const emptiedOnly = new Set(['listItem', 'list', 'blockquote', 'table']);
const inline = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference', 'mdxJsxTextElement']);

interface Pruning {
  locationAt: LocationAt;
  touched: Set<Nodes | Root>;
}

/** Removes what became empty, from the inside out, and mends what stands around; a heading left empty is a problem. */
function prune(node: Root | Nodes, pruning: Pruning): Problem[] {
  const { locationAt, touched } = pruning;
  if (!('children' in node)) return [];
  const problems = childrenOf(node).flatMap((child) => prune(child, pruning));
  if (childrenOf(node).some(isEmpty)) dropEmpty(node, touched);
  if (touched.size > 0) {
    if (node.type === 'table') dropEmptied(node, touched);
    else mendText(node);
  }
  if (node.type === 'heading' && textOf(node).trim() === '') {
    problems.push(createProblem('story/empty-heading', locationAt(startOf(node))));
  }
  return problems;
}

function dropEmpty(parent: Root | Parents, touched: Set<Nodes | Root>): void {
  const kept = childrenOf(parent).flatMap((child): Nodes[] => {
    const isTouched = touched.has(child);
    if (!isEmpty(child) || (emptiedOnly.has(child.type) && !isTouched)) return [child];
    if (isTouched) touched.add(parent);
    return isTouched && inline.has(child.type) ? [traceAt(child)] : [];
  });
  parent.children = kept as typeof parent.children;
}

function isEmpty(node: Nodes): boolean {
  if (!emptiable.has(node.type)) return false;
  if (isPrivateElement(node) || elementRow(node)?.children === 'none') return false;
  return childrenOf(node).every(
    (child) => child.type === 'break' || (child.type === 'text' && child.value.trim() === ''),
  );
}
