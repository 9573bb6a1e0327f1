/** Writes the frontmatter of an imported draft: every key in the order of the schema, each to-do as a comment at its key. */
import { stringify } from 'yaml';

export interface Todo {
  /** The top-level key it is about. */
  key: string;
  /** One sentence; further lines are shown as they are, for a template to fill in. */
  text: string;
}

const order = [
  'id',
  'title',
  'summary',
  'state',
  'publishedAt',
  'severity',
  'tags',
  'times',
  'detection',
  'impact',
  'responders',
  'review',
  'trigger',
  'contributingFactors',
  'mitigations',
  'timeline',
  'lessons',
  'actions',
  'internal',
];

/**
 * Between and with its `---` lines, ended by a line break. A to-do stands where its key stands or would stand; `notes` are
 * comments at the beginning that ask for nothing.
 */
export function writeFrontmatter(
  origin: string,
  values: Record<string, unknown>,
  todos: readonly Todo[],
  notes: readonly string[] = [],
): string {
  const lines = [`# ${origin}`, ...notes.map(comment)];
  for (const key of order) {
    for (const { text } of todos.filter((todo) => todo.key === key)) lines.push(comment(`TODO: ${key}: ${text}`));
    if (values[key] !== undefined)
      lines.push(stringify({ [key]: values[key] }, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd());
  }
  return `---\n${lines.join('\n')}\n---\n`;
}

function comment(text: string): string {
  return text
    .split('\n')
    .map((line) => `# ${line}`.trimEnd())
    .join('\n');
}
