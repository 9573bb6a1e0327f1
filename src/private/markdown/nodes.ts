/** Small questions about mdast nodes. */
import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Point } from './point.ts';

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

export function isElement(node: { type: string }): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Elements whose content never leaves the source in the public edition. */
export function isPrivateElement(node: { type: string }): node is Element {
  return isElement(node) && (node.name === 'Internal' || node.name === 'Redacted');
}

/** The end of a line within a run of text. */
export function isBreak(node: { type: string }): boolean {
  return node.type === 'break' || (isElement(node) && node.name === 'br');
}

/** `{/* … *\/}`, one or several; anything else between braces is code. */
export function isComment(node: { type: string }): boolean {
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return false;
  return /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)+$/.test((node as { value?: string }).value ?? '');
}

export function startOf(node: Nodes | Root): Point {
  return node.position?.start ?? { line: 1, column: 1, offset: 0 };
}

/** Source range of a node, 0-based, end excluded. */
export function rangeOf(node: { position?: { start: Point; end: Point } | undefined }): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

/** Literal attributes of an element; those that are code are left out. */
export function attributesOf(element: Element): Record<string, string> {
  const pairs = element.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && (typeof attribute.value === 'string' || attribute.value == null)
      ? [[attribute.name, attribute.value ?? ''] as const]
      : [],
  );
  return Object.fromEntries(pairs);
}

export function childrenOf(node: { type: string }): Nodes[] {
  return 'children' in node ? (node.children as Nodes[]) : [];
}
