/** The headings that a site asks of the story of a final postmortem. */
import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** Of `required`, those that no heading at the top level of the story says, whatever their case. */
export function missingSections({ children }: Root, required: readonly string[]): string[] {
  const headings = new Set(children.filter(({ type }) => type === 'heading').map(wordsOf));
  return required.filter((heading) => !headings.has(heading.trim().toLowerCase()));
}

function wordsOf(heading: Nodes): string {
  return textOf(heading, { includeImageAlt: false }).trim().toLowerCase();
}
