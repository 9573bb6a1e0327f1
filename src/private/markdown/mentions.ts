/** `@handle` in running text: the role in the public edition, name and role in the internal one. */
import type { Nodes, Root, Text } from 'mdast';
import { createLineLocations } from '../../shared/problem/line-locations.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import type { People } from '../../shared/redaction/policy-schema.ts';
import { childrenOf, startOf } from './nodes.ts';
import type { LocationAt } from './point.ts';
import { walk } from './walk.ts';

/** `@handle` in the text of a node. */
export const mention = /(?<![\p{L}\p{N}_.@/-])@([a-z][a-z0-9]*(?:[-_][a-z0-9]+)*)(?![\p{L}\p{N}@/])/giu;

/** Changes the text nodes of `tree`. A handle that `people.yaml` does not have is a problem that does not quote it. */
export function replaceMentions(
  tree: Root,
  people: People,
  locationAt: LocationAt,
  options: { names: boolean },
): Problem[] {
  const problems: Problem[] = [];
  walk(tree, (node, _index, _parent, ancestors) => {
    if (node.type !== 'text') return undefined;
    const pointAt = createPointIn(node);
    node.value = node.value.replace(mention, (whole, written: string, index: number) => {
      const handle = written.toLowerCase();
      const person = Object.hasOwn(people, handle) ? people[handle] : undefined;
      if (person && options.names) return `${person.name} (${person.role})`;
      if (person) return beginsSentence(node, index, ancestors) ? capitalise(person.role) : person.role;
      problems.push(createProblem('record/unknown-person', locationAt(pointAt(index))));
      return whole;
    });
    return undefined;
  });
  return problems;
}

/** True at the begin of a block, and after a full stop, question or exclamation mark. */
function beginsSentence(node: Text, index: number, ancestors: readonly Nodes[]): boolean {
  // As far back as signs and white space may stand.
  const before = node.value.slice(Math.max(0, index - 100), index).trimEnd();
  if (before !== '') return /[.!?][)"'”’]*$/.test(before);
  const path = [...ancestors, node];
  return path.every((inner, depth) => {
    const parent = path[depth - 1];
    const isInline = parent !== undefined && !['root', 'blockquote', 'list', 'listItem'].includes(parent.type);
    return !isInline || childrenOf(parent)[0] === inner;
  });
}

function capitalise(role: string): string {
  const [first = ''] = role;
  return first.toLocaleUpperCase('en') + role.slice(first.length);
}

/** The point of character `index` of a text node; right on its first line, near enough on others. */
export function pointIn(node: Text, index: number): { line: number; column: number; offset?: number } {
  return createPointIn(node)(index);
}

/** The same for many characters of one node. */
export function createPointIn(node: Text): (index: number) => { line: number; column: number; offset?: number } {
  const start = startOf(node);
  const locationOf = createLineLocations(node.value);
  return (index) => {
    const { line, column } = locationOf(index);
    const offset = (start.offset ?? 0) + index;
    return line === 1
      ? { line: start.line, column: start.column + index, offset }
      : { line: start.line + line - 1, column, offset };
  };
}
