/** A check: a code, and a function that finds what it is about. Severity and sentences come from the catalogue. */
import type { Catalogue, LintCode } from '../../shared/problem/catalogue.ts';
import { createProblem, type Excerpt, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import type { LintInput, Passage, TextInput } from './lint-input.ts';

type Values<Code extends LintCode> = Parameters<Catalogue[Code]['fact']>[0];

export type Finding<Code extends LintCode> = {
  location: SourceLocation;
  related?: SourceLocation | undefined;
  excerpt?: Excerpt;
} & (undefined extends Values<Code> ? { values?: undefined } : { values: Values<Code> });

/** Without a type it looks at the facts too; a rule of `TextInput` fits every text. */
export interface Rule<Input extends TextInput = LintInput> {
  code: LintCode;
  run(input: Input): Problem[];
}

/** As many of one kind say enough; a file of a million words must not fill the memory. */
const mostFindings = 200;

export function createRule<Code extends LintCode, Input extends TextInput = LintInput>(
  code: Code,
  find: (input: Input) => Iterable<Finding<Code>>,
): Rule<Input> {
  return {
    code,
    run: (input) => {
      const problems: Problem[] = [];
      for (const { location, related, excerpt, values } of find(input)) {
        const create = createProblem as (
          code: LintCode,
          location: SourceLocation,
          values: unknown,
          related?: SourceLocation,
        ) => Problem;
        const problem = create(code, location, values, related);
        problems.push(excerpt ? { ...problem, excerpt } : problem);
        if (problems.length >= mostFindings) break;
      }
      return problems;
    },
  };
}

/** Characters kept on either side of a find. */
const excerptReach = 160;

/** Where a character of a passage stands, and its line for people to see. */
export function locationIn(passage: Passage, index: number): { location: SourceLocation; excerpt: Excerpt } {
  const { shown } = passage;
  const lineStart = shown.lastIndexOf('\n', index - 1) + 1;
  const lineEnd = shown.indexOf('\n', index);
  const from = Math.max(lineStart, index - excerptReach);
  const to = Math.min(lineEnd < 0 ? shown.length : lineEnd, index + excerptReach);
  return { location: passage.locationAt(index), excerpt: { line: shown.slice(from, to), column: index - from + 1 } };
}
