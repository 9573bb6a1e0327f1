/**
 * What can be wrong in an author's files. Problems are values: they are collected over all files and printed together.
 * Lines and columns are 1-based; offsets, wherever they occur, are 0-based UTF-16 with the end excluded.
 */
import { type Catalogue, catalogue, type ProblemCode } from './catalogue.ts';
import type { Severity } from './catalogue-entry.ts';

/** Where a problem is. Without `line` the whole file is meant; `column` never comes without `line`. */
export interface SourceLocation {
  /** Path as the author would type it, relative to the site's folder, with `/` on every system. */
  file: string;
  line?: number;
  column?: number;
}

/** A line of public text, as a reader sees it, and where in it the problem stands: `column` is 1-based. */
export interface Excerpt {
  line: string;
  column: number;
  /** Of a postmortem that is not published yet: for its author's eyes, and no log. */
  isWithheld?: boolean;
}

export interface Problem {
  code: ProblemCode;
  severity: Severity;
  location: SourceLocation;
  /** What is so, in full sentences with the author's own values; never private text. */
  fact: string;
  /** What to do about it. */
  remedy: string;
  /** The other half of a conflict. */
  related?: SourceLocation;
  /** Only of text that is public, or will be: nothing that is internal, redacted or a comment. */
  excerpt?: Excerpt;
}

type Arguments<Code extends ProblemCode> = Parameters<Catalogue[Code]['fact']>[0];

/** Makes the problem `code` at `place`; its sentences come from the catalogue. */
export function createProblem<Code extends ProblemCode>(
  code: Code,
  location: SourceLocation,
  ...[values, related]: undefined extends Arguments<Code>
    ? [values?: undefined, related?: SourceLocation]
    : [values: Arguments<Code>, related?: SourceLocation]
): Problem {
  const entry = catalogue[code] as { severity: Severity; fact: (v: unknown) => string; remedy: (v: unknown) => string };
  const problem: Problem = {
    code,
    severity: entry.severity,
    location,
    fact: entry.fact(values),
    remedy: entry.remedy(values),
  };
  return related ? { ...problem, related } : problem;
}

/** Sorted by file, line, column and code, exact repetitions removed. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of problems) seen.set(JSON.stringify(problem), problem);
  return [...seen.values()].sort(
    (a, b) =>
      compareText(a.location.file, b.location.file) ||
      (a.location.line ?? 0) - (b.location.line ?? 0) ||
      (a.location.column ?? 0) - (b.location.column ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.fact, b.fact),
  );
}

/** True when at least one of them forbids publishing. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
