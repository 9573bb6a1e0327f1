/** Questions of an import or a template that nobody has answered. */
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import type { YamlDocument } from '../../shared/yaml/yaml-document.ts';

/** One problem at the first `# TODO` of the frontmatter, with the lines of all; its words, which are private, are never said. */
export function findOpenTodos({ comments, locationOf }: YamlDocument): Problem[] {
  const todos = comments.filter(({ text }) => /^TODO\b/.test(text));
  const [first] = todos;
  if (first === undefined) return [];
  const { file } = locationOf([]);
  const { line, column } = first;
  return [createProblem('facts/open-todo', { file, line, column }, { lines: todos.map((todo) => todo.line) })];
}
