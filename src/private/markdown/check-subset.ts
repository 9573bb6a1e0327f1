/** The second check: only the static subset. What stands inside internal text is never quoted. */
import type { Nodes, Root } from 'mdast';
import { nearest } from '../../shared/problem/nearest.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import { pictureEnding } from '../../shared/text/picture-ending.ts';
import { components, type ElementRow, elementRow, htmlElements } from './elements.ts';
import { attributesOf, childrenOf, type Element, isComment, isElement, isPrivateElement, startOf } from './nodes.ts';
import type { LocationAt } from './point.ts';
import { walk } from './walk.ts';

/** Problems of everything in the tree that the subset does not have. */
export function checkSubset(tree: Root, locationAt: LocationAt, options: { inline: boolean }): Problem[] {
  const problems: Problem[] = [];
  walk(tree, (node, _index, _parent, ancestors) => {
    const hidden = ancestors.some(isPrivateElement) || isPrivateElement(node);
    const location = locationAt(startOf(node));
    if (isElement(node)) problems.push(...checkElement(node, { ancestors, location, hidden, inline: options.inline }));
    else problems.push(...checkNode(node, location));
  });
  return problems;
}

function checkNode(node: Nodes, location: SourceLocation): Problem[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [createProblem('story/code', location, { what: '`import` or `export`' })];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isComment(node) ? [] : [createProblem('story/code', location, { what: 'an expression in braces' })];
    case 'link':
      return isAllowedAddress(node.url) ? [] : [createProblem('story/bad-address', location)];
    case 'definition':
      return isAllowedAddress(node.url) || isPictureName(node.url)
        ? []
        : [createProblem('story/bad-address', location)];
    case 'image':
      return node.alt?.trim() ? [] : [createProblem('image/no-alt', location)];
    default:
      return [];
  }
}

interface Position {
  ancestors: readonly Nodes[];
  location: SourceLocation;
  /** Inside internal text: names are not quoted. */
  hidden: boolean;
  inline: boolean;
}

function checkElement(element: Element, position: Position): Problem[] {
  const rule = elementRow(element);
  const { location, hidden } = position;
  if (!rule) {
    const name = hidden || !element.name || !/^[\w.-]{1,40}$/.test(element.name) ? '…' : element.name;
    const known = [...Object.keys(components), ...Object.keys(htmlElements)];
    return [
      createProblem('story/unknown-component', location, { name, nearest: hidden ? undefined : nearest(name, known) }),
    ];
  }
  return [...checkPosition(element, rule, position), ...checkAttributes(element, rule, { location, hidden })];
}

function checkPosition(element: Element, rule: ElementRow, { ancestors, location, inline }: Position): Problem[] {
  const name = element.name ?? '…';
  const parent = ancestors.at(-1);
  const refuse = (where: string) => [createProblem('story/not-here', location, { name, where })];
  if (rule.stands !== 'anywhere' && (inline || element.type === 'mdxJsxTextElement'))
    return refuse('on lines of its own in the story');
  if (rule.stands === 'top' && parent?.type !== 'root')
    return refuse('directly in the story, outside any other element, list or quote');
  const empty = childrenOf(element).every(isComment);
  if (rule.children === 'none' && !empty) return refuse('without content, closed by `/>`');
  if (isPrivateElement(element) && empty) return refuse('around the text that it marks');
  return [];
}

function checkAttributes(
  element: Element,
  rule: ElementRow,
  { location, hidden }: { location: SourceLocation; hidden: boolean },
): Problem[] {
  const component = element.name ?? '…';
  const known = Object.keys(rule.attributes.shape);
  const names = new Set<string>();
  const problems = element.attributes.flatMap((attribute): Problem[] => {
    if (attribute.type !== 'mdxJsxAttribute')
      return [createProblem('story/code', location, { what: 'a spread attribute' })];
    const name = hidden || !/^[\w:.-]{1,40}$/.test(attribute.name) ? '…' : attribute.name;
    if (!known.includes(attribute.name))
      return [createProblem('story/unknown-attribute', location, { component, name, known })];
    if (names.has(attribute.name))
      return [createProblem('story/wrong-attribute', location, { component, name, reason: 'is given twice' })];
    names.add(attribute.name);
    if (attribute.value != null && typeof attribute.value !== 'string')
      return [createProblem('story/code', location, { what: 'an attribute in braces' })];
    return [];
  });
  if (problems.length > 0) return problems;
  const checked = rule.attributes.safeParse(attributesOf(element));
  if (checked.success) return [];
  return checked.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? '…');
    const reason = issue.code === 'invalid_type' ? 'is missing' : issue.message;
    return createProblem('story/wrong-attribute', location, { component, name, reason });
  });
}

/** The name of a file beside the story, with spaces in it: no address of a link needs them. */
function isPictureName(url: string): boolean {
  return /^(?:\.\/)?[^/\\:?#\u0000-\u001f\u007f]+$/.test(url) && pictureEnding.test(url);
}

/** https, http, mailto, or a path on this site; no white space, control characters or backslashes. */
export function isAllowedAddress(url: string): boolean {
  if (/[\u0000-\u0020\\\u007f-\u00a0\u2028\u2029]/.test(url) || url.startsWith('//')) return false;
  const scheme = /^([^/?#]*?):/.exec(url)?.[1]?.toLowerCase();
  return scheme === undefined || scheme === 'https' || scheme === 'http' || scheme === 'mailto';
}
