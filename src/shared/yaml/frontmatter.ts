/** Splits an MDX file into its YAML frontmatter and its body. */
import { createProblem, type Problem } from '../problem/problem.ts';

export interface Split {
  yaml: string;
  /** Line of the file on which `yaml` begins. */
  yamlLine: number;
  body: string;
  /** Line of the file on which `body` begins. */
  bodyLine: number;
}

/** Frontmatter begins on the first line with `---` and ends at the next line that is `---`. */
export function splitFrontmatter(text: string, file: string): Split | Problem {
  const lines = text.split('\n');
  if (lines[0]?.trimEnd() !== '---') return createProblem('yaml/no-frontmatter', { file, line: 1, column: 1 });
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0) return createProblem('yaml/unclosed-frontmatter', { file, line: 1, column: 1 });
  return {
    yaml: lines.slice(1, end).join('\n'),
    yamlLine: 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}
