/** Comments that suppress a check on one line, with a reason. Reasons are private, as all comments are. */
import { isSuppressible, type ProblemCode, problemCodes } from '../../shared/problem/catalogue.ts';
import { nearest } from '../../shared/problem/nearest.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';

/** One comment, and which lines it may be about. */
export interface LocatedComment {
  text: string;
  location: SourceLocation;
  /** Line on which it ends. */
  endLine: number;
}

/** `code` is not heard on the lines from `from` to `to`. */
export interface Suppression {
  code: ProblemCode;
  from: number;
  to: number;
  location: SourceLocation;
}

export interface SuppressionOptions {
  /** Lines of the file. */
  lines: readonly string[];
  /** Last line of what begins on a line: of a YAML text of several lines. */
  lastLineOf(line: number): number;
}

const directive = /^\s*candor-disable-(next-line|line)(?![\w-])([^:]{0,400})(?::([\s\S]{0,1000}))?/;

export function readSuppressions(
  comments: readonly LocatedComment[],
  options: SuppressionOptions,
): { suppressions: Suppression[]; problems: Problem[] } {
  const suppressions: Suppression[] = [];
  const problems: Problem[] = [];
  for (const { text, location, endLine } of comments) {
    const match = directive.exec(text);
    if (!match) continue;
    const [, target, list = '', reason = ''] = match;
    const line = target === 'line' ? endLine : nextLine(endLine, options.lines);
    const codes = list.split(/[\s,]+/).filter((code) => code !== '');
    if (codes.length === 0) problems.push(createProblem('silence/unknown-code', location, {}));
    for (const written of codes) {
      const code = problemCodes.find((candidate) => candidate === written);
      // What is no code is a comment, and comments are private: it is not quoted.
      if (code === undefined) {
        const guess = nearest(written.slice(0, 60), problemCodes.filter(isSuppressible));
        problems.push(createProblem('silence/unknown-code', location, { nearest: guess }));
      } else if (!isSuppressible(code)) problems.push(createProblem('silence/not-allowed', location, { code }));
      else if (!/\p{L}{2}/u.test(reason)) problems.push(createProblem('silence/no-reason', location, { code }));
      else suppressions.push({ code, from: line, to: options.lastLineOf(line), location });
    }
  }
  return { suppressions, problems };
}

/** The next line with something on it. */
function nextLine(line: number, lines: readonly string[]): number {
  const index = lines.findIndex((content, candidate) => candidate >= line && content.trim() !== '');
  return index < 0 ? line + 1 : index + 1;
}

/** What is left once suppressions are heard, and which of them suppressed nothing. */
export function applySuppressions(
  problems: readonly Problem[],
  suppressions: readonly Suppression[],
): { problems: Problem[]; unused: Suppression[] } {
  const used = new Set<Suppression>();
  const heard = problems.filter(({ code, location }) => {
    const found = suppressions.filter(
      (suppression) =>
        suppression.code === code &&
        suppression.location.file === location.file &&
        location.line !== undefined &&
        suppression.from <= location.line &&
        location.line <= suppression.to,
    );
    for (const suppression of found) used.add(suppression);
    return found.length === 0;
  });
  return { problems: heard, unused: suppressions.filter((suppression) => !used.has(suppression)) };
}

export function reportUnused(suppressions: readonly Suppression[]): Problem[] {
  return suppressions.map(({ code, location }) => createProblem('silence/unused', location, { code }));
}
