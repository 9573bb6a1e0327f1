/** A check: a code, and a function that finds what it is about. Severity and sentences come from the catalogue. */
import type { Catalogue, LintCode } from '../../shared/problem/catalogue.ts';
import { createProblem, type Excerpt, type Place, type Problem } from '../../shared/problem/problem.ts';
import type { LintInput, Passage, TextInput } from './lint-input.ts';

type Values<Code extends LintCode> = Parameters<Catalogue[Code]['fact']>[0];

export type Finding<Code extends LintCode> = {
  place: Place;
  related?: Place | undefined;
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
      for (const { place, related, excerpt, values } of find(input)) {
        const create = createProblem as (code: LintCode, place: Place, values: unknown, related?: Place) => Problem;
        const problem = create(code, place, values, related);
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
export function placeIn(passage: Passage, index: number): { place: Place; excerpt: Excerpt } {
  const { shown } = passage;
  const lineStart = shown.lastIndexOf('\n', index - 1) + 1;
  const lineEnd = shown.indexOf('\n', index);
  const from = Math.max(lineStart, index - excerptReach);
  const to = Math.min(lineEnd < 0 ? shown.length : lineEnd, index + excerptReach);
  return { place: passage.placeAt(index), excerpt: { line: shown.slice(from, to), column: index - from + 1 } };
}
