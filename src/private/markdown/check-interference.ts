/**
 * The proof kept for each real postmortem: other words in the internal parts must give the same public tree. Markdown
 * lets distant marks pair with each other, so that internal text could decide how public text is read.
 */
import type { Nodes, Root } from 'mdast';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import { childrenOf, isComment, isPrivateElement, rangeOf, startOf } from './nodes.ts';
import { parseStory } from './parse-story.ts';
import type { LocationAt } from './point.ts';
import { removeInternal } from './remove-internal.ts';

/** The outermost internal parts of a tree as it was parsed, in order. */
export function findInternal(node: Nodes | Root): Nodes[] {
  return childrenOf(node).flatMap((child) =>
    isPrivateElement(child) || isComment(child) ? [child] : findInternal(child),
  );
}

/**
 * Reads `source` once more with neutral words in the place of `internal`, and compares with `tree`, from which they were
 * removed. A difference is a problem at the first of them.
 */
export function checkInterference(
  source: string,
  { internal, tree, locationAt }: { internal: readonly Nodes[]; tree: Root; locationAt: LocationAt },
): Problem[] {
  const [first] = internal;
  if (!first) return [];
  const other = parseStory(withNeutralWords(source, internal), locationAt).tree;
  if (other && removeInternal(other, locationAt).length === 0 && shapeOf(other) === shapeOf(tree)) return [];
  return [createProblem('redaction/interferes', locationAt(startOf(first)))];
}

function withNeutralWords(source: string, internal: readonly Nodes[]): string {
  return internal.reduceRight((text, node) => {
    const [start, end] = rangeOf(node);
    return text.slice(0, start) + neutral(text.slice(start, end), node, text.slice(0, end)) + text.slice(end);
  }, source);
}

/** `written`, the source of `node`, with a neutral word inside; `before` is the source up to its end. */
export function neutral(written: string, node: Nodes, before: string): string {
  if (isComment(node)) return '{/* x */}';
  const closing = written.lastIndexOf('</');
  const opening = written.slice(0, endOfTag(written));
  if (node.type === 'mdxJsxTextElement') return `${opening}x${written.slice(closing)}`;
  // The closing tag's line begins with the marks of the quotes and lists around it.
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const marks = line.slice(0, Math.max(0, line.length - (written.length - closing)));
  return [opening, marks.trimEnd(), `${marks}x`, marks.trimEnd(), marks + written.slice(closing)].join('\n');
}

/** Where the opening tag ends: its attributes are quoted, and checked before. */
function endOfTag(written: string): number {
  return /^<(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(written)?.[0].length ?? 0;
}

function shapeOf(tree: Root): string {
  return JSON.stringify(tree, (key, value) => (key === 'position' || key === 'data' ? undefined : value));
}
